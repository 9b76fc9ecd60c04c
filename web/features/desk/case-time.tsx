import { useState } from 'react';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { latinDigits } from '../../i18n/digits.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/choice-fields.tsx';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { caseMessages } from './case-messages.ts';
import type { CaseInFull } from './case-page.tsx';
import { useMinutes } from './due-words.tsx';

/** Time spent, and more of it. */
export function CaseTime({ one }: { readonly one: CaseInFull }) {
  const t = useMessages(caseMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const words = useMinutes();
  const log = useFirmSubmit('logTime');
  const [minutes, setMinutes] = useState('');
  const [note, setNote] = useState('');
  const [billable, setBillable] = useState(false);
  const reason = one.mergedInto !== null ? t('wasMerged') : minutes.trim() === '' ? common('required') : undefined;
  const send = async () => {
    if (reason !== undefined) return;
    const body = { minutes: Number(latinDigits(minutes)), billable, ...(note.trim() && { note: note.trim() }) };
    if (!(await log.send({ params: { caseId: one.id }, body }))) return;
    setMinutes('');
    setNote('');
  };
  return (
    <section className="card stack" aria-label={t('time')}>
      <h2>{t('time')}</h2>
      <p className="muted">{t('timeSpent', { billable: words(one.minutes.billable), other: words(one.minutes.other) })}</p>
      <ul className="plain-list">
        {one.time.map((entry) => (
          <li key={entry.id}>
            {format.date(entry.date)} · {words(entry.minutes)} · <bdi>{entry.by.name}</bdi>
            {entry.billable && <> · {t('billable')}</>}
            {entry.note && (
              <>
                {' '}
                · <bdi>{entry.note}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
      <Form problem={log.problem} onSubmit={() => void send()}>
        <div className="columns">
          <TextField label={t('spent')} latin inputMode="numeric" value={minutes} onChange={setMinutes} pointer="/minutes" />
          <TextField label={t('noteOfTime')} value={note} onChange={setNote} pointer="/note" optional />
        </div>
        <CheckField label={t('billable')} checked={billable} onChange={setBillable} />
        <div>
          <Button type="submit" size="small" reason={reason} busy={log.pending}>
            {t('logTime')}
          </Button>
        </div>
      </Form>
    </section>
  );
}
