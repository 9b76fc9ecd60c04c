import { useState } from 'react';
import { clockTitles } from '../../../domain/work/cases/mails.ts';
import { useFirmApi } from '../../api/queries.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { caseMessages } from './case-messages.ts';
import type { CaseInFull } from './case-page.tsx';
import { useMinutes } from './due-words.tsx';

type Clock = CaseInFull['clocks'][number];
const tones: Readonly<Record<Clock['state'], Tone>> = { running: 'info', paused: 'warn', met: 'good', breached: 'bad', cancelled: 'plain' };

/** The promises: how each stands, and on demand why it is due when it is. */
export function CaseClocks({ one }: { readonly one: CaseInFull }) {
  const t = useMessages(caseMessages);
  const format = useFormat();
  const words = useMinutes();
  const { language } = useLanguage();
  const [explained, setExplained] = useState<Clock['name'] | undefined>(undefined);
  return (
    <section className="card" aria-label={t('clocks')}>
      <h2>{t('clocks')}</h2>
      {one.clocks.length === 0 && <p className="muted">{t('noClock')}</p>}
      {one.clocks.map((clock) => (
        <div key={clock.name} className="clock">
          <div className="row spread">
            <span className="strong">{clockTitles[clock.name][language]}</span>
            <Chip tone={tones[clock.state]}>{t(clock.state)}</Chip>
          </div>
          <span>{t('dueAt', { at: format.instant(clock.dueAt) })}</span>
          <span className="muted">
            {t('counted', { time: words(clock.elapsedMinutes) })}
            {clock.pausedMinutes > 0 && <> · {t('stood', { time: words(clock.pausedMinutes) })}</>}
          </span>
          <div>
            <Button
              size="small"
              kind="quiet"
              aria-label={t('whyTitle', { clock: clockTitles[clock.name][language] })}
              onClick={() => setExplained(clock.name)}
            >
              {t('why')}
            </Button>
          </div>
        </div>
      ))}
      {explained && <Explanation caseId={one.id} clock={explained} onClose={() => setExplained(undefined)} />}
    </section>
  );
}

function Explanation({ caseId, clock, onClose }: { readonly caseId: string; readonly clock: Clock['name']; readonly onClose: () => void }) {
  const t = useMessages(caseMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const words = useMinutes();
  const { language } = useLanguage();
  const read = useFirmApi('explainClock', { params: { caseId, clock } });
  const told = read.data?.body;
  return (
    <Dialog title={t('whyTitle', { clock: clockTitles[clock][language] })} onClose={onClose} wide>
      <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
      {read.isPending && <Skeleton lines={6} height={28} />}
      {told && (
        <>
          <p>{t('whyHint', { target: words(told.targetMinutes) })}</p>
          <Scrolls label={t('clocks')}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('inWords')}</th>
                  <th scope="col">{t('what')}</th>
                  <th scope="col" className="figure">
                    {t('minutes')}
                  </th>
                  <th scope="col" className="figure">
                    {t('total')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {told.lines.map((line) => (
                  <tr key={`${line.from} ${line.expected}`}>
                    <td>{line.why[language]}</td>
                    <td>
                      {t(line.what)}
                      {line.expected && <span className="muted"> ({t('toCome')})</span>}
                    </td>
                    <td className="figure">{format.number(line.minutes)}</td>
                    <td className="figure">{format.number(line.total)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolls>
        </>
      )}
      <div className="footer">
        <Button onClick={onClose}>{common('close')}</Button>
      </div>
    </Dialog>
  );
}
