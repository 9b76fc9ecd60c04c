import { useState } from 'react';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { ButtonLink, Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { type Act, PeriodDialog } from './period-dialog.tsx';
import { periodMessages } from './period-messages.ts';

type Periods = Output<'listPeriods'>;
const tones = { open: 'info', closed: 'warn', locked: 'plain' } as const satisfies Record<Periods['data'][number]['state'], Tone>;

/** The months of the books: which are open, and what may be done with each. */
export default function PeriodsPage() {
  const t = useMessages(periodMessages);
  const { paths, may } = useFirm();
  const read = useFirmApi('listPeriods', {});
  const [act, setAct] = useState<Act | undefined>(undefined);
  return (
    <Page title={t('title')} actions={may('entry.post') && <ButtonLink href={paths.openingBalances()}>{t('openingBalances')}</ButtonLink>}>
      <p className="muted">{t('lead')}</p>
      <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
      {read.isPending && <Skeleton lines={8} height={40} />}
      {read.data && <Years years={read.data.body.years} onAct={setAct} />}
      {read.data && <Months months={read.data.body.data} onAct={setAct} />}
      {act && <PeriodDialog act={act} onClose={() => setAct(undefined)} />}
    </Page>
  );
}

function Months({ months, onAct }: { readonly months: Periods['data']; readonly onAct: (act: Act) => void }) {
  const t = useMessages(periodMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const mayClose = useReason('period.close');
  const mayLock = useReason('period.lock');
  return (
    <section className="stack" aria-label={t('months')}>
      <h2>{t('months')}</h2>
      <Scrolls>
        <table className="table stacks">
          <thead>
            <tr>
              <th scope="col">{t('month')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col">
                <span className="visually-hidden">{common('actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, state, can }) => (
              <tr key={month}>
                <th scope="row">{format.month(month)}</th>
                <td>
                  <Chip tone={tones[state]}>{t(state)}</Chip>
                </td>
                <td className="actions">
                  {state === 'open' && can.length === 0 && <span className="muted">{t('inOrder')}</span>}
                  {can.map((kind) => (
                    <Button
                      key={kind}
                      size="small"
                      reason={kind === 'lock' ? mayLock : mayClose}
                      aria-label={t(`${kind}Named`, { period: format.month(month) })}
                      onClick={() => onAct({ kind, month })}
                    >
                      {t(kind)}
                    </Button>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </section>
  );
}

function Years({ years, onAct }: { readonly years: Periods['years']; readonly onAct: (act: Act) => void }) {
  const t = useMessages(periodMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { paths } = useFirm();
  const mayClose = useReason('period.close');
  return (
    <section className="stack" aria-label={t('years')}>
      <h2>{t('years')}</h2>
      <Scrolls>
        <table className="table stacks">
          <thead>
            <tr>
              <th scope="col">{t('year')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col">{t('closingEntry')}</th>
              <th scope="col">
                <span className="visually-hidden">{common('actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, from, to, closed, entry, can }) => {
              const mayCloseThis = mayClose ?? (can.includes('close') ? undefined : t('yearNotYet'));
              return (
                <tr key={year}>
                  <th scope="row">
                    {year} <span className="muted">{`${format.date(from)} – ${format.date(to)}`}</span>
                  </th>
                  <td>
                    <Chip tone={closed ? 'warn' : 'info'}>{closed ? t('yearClosed') : t('yearOpen')}</Chip>
                  </td>
                  <td>{entry && <Link href={paths.entry(entry)}>{common('open')}</Link>}</td>
                  <td className="actions">
                    {!closed && !can.includes('close') && <span className="muted">{t('yearNotYet')}</span>}
                    {!closed && (
                      <Button
                        size="small"
                        reason={mayCloseThis}
                        aria-label={t('closeNamed', { period: String(year) })}
                        onClick={() => onAct({ kind: 'closeYear', year })}
                      >
                        {t('close')}
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrolls>
    </section>
  );
}
