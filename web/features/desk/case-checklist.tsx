import { useState } from 'react';
import { isEnded } from '../../../domain/work/kinds/states.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Problem } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { caseMessages } from './case-messages.ts';
import type { CaseInFull } from './case-page.tsx';

/** What is to be done before it counts as done, each with what shows it. */
export function CaseChecklist({ one }: { readonly one: CaseInFull }) {
  const t = useMessages(caseMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const tick = useFirmSubmit('tickItem');
  const [evidence, setEvidence] = useState<Readonly<Record<string, string>>>({});
  const reason = useReason('case.work', one.mergedInto !== null || isEnded(one.state) ? t('ended') : undefined);
  if (one.checklist.length === 0) return null;
  const send = async (item: string, done: boolean) => {
    const shown = evidence[item]?.trim();
    const answer = await tick.send({ params: { caseId: one.id, item }, body: { done, ...(done && shown && { evidence: shown }) } });
    if (answer) setEvidence((before) => ({ ...before, [item]: '' }));
  };
  return (
    <section className="card stack" aria-label={t('checklist')}>
      <h2>{t('checklist')}</h2>
      <Problem problem={tick.problem} />
      <ul className="plain-list stack">
        {one.checklist.map(({ item, text, done, by, at, evidence: shown }) => (
          <li key={item} className="stack">
            <span className={done ? undefined : 'strong'}>
              {done && <Icon name="check" size={15} />} {text[language]}
            </span>
            {done ? (
              <span className="row spread muted">
                <span>
                  {by && at && t('doneBy', { name: by.name, at: format.instant(at) })}
                  {shown && (
                    <>
                      <br />
                      <bdi>{shown}</bdi>
                    </>
                  )}
                </span>
                <Button
                  size="small"
                  kind="quiet"
                  reason={reason}
                  aria-label={t('untickNamed', { item: text[language] })}
                  onClick={() => void send(item, false)}
                >
                  {t('untick')}
                </Button>
              </span>
            ) : (
              reason === undefined && (
                <span className="row end">
                  <TextField
                    label={t('evidenceFor', { item: text[language] })}
                    hideLabel
                    placeholder={t('evidence')}
                    value={evidence[item] ?? ''}
                    onChange={(next) => setEvidence((before) => ({ ...before, [item]: next }))}
                  />
                  <Button
                    size="small"
                    aria-label={t('tickNamed', { item: text[language] })}
                    busy={tick.pending}
                    onClick={() => void send(item, true)}
                  >
                    {t('tick')}
                  </Button>
                </span>
              )
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
