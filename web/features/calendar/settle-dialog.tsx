import { useState } from 'react';
import type { LocalDate } from '../../../domain/kernel/dates.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { calendarMessages } from './calendar-messages.ts';

interface SettleDialogProps {
  readonly deadline: string;
  readonly date: LocalDate;
  readonly act: 'complete' | 'waive';
  readonly onClose: () => void;
}

/** Marks a date as met, with what shows it, or waives it, with why. */
export function SettleDialog({ deadline, date, act, onClose }: SettleDialogProps) {
  const t = useMessages(calendarMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const say = useToast();
  const [text, setText] = useState('');
  const complete = useFirmSubmit('completeOccurrence');
  const waive = useFirmSubmit('waiveOccurrence');
  const named = { date: format.date(date) };
  const params = { deadlineId: deadline, date };
  const note = text.trim();
  const obstacle = act === 'waive' && note === '' ? common('required') : undefined;
  const send = async () => {
    if (obstacle !== undefined) return;
    const done =
      act === 'waive'
        ? await waive.send({ params, body: { reason: note } })
        : await complete.send({ params, body: { ...(note !== '' && { evidence: note }) } });
    if (!done) return;
    say(t(act === 'waive' ? 'waivedNow' : 'doneNow', named));
    onClose();
  };
  return (
    <Dialog title={t(act === 'waive' ? 'waiveNamed' : 'markDoneNamed', named)} onClose={onClose}>
      <Form problem={complete.problem ?? waive.problem} onSubmit={() => void send()}>
        {act === 'waive' ? (
          <TextArea label={t('reason')} value={text} onChange={setText} pointer="/reason" />
        ) : (
          <TextField
            label={t('evidenceField')}
            hint={t('evidenceHint')}
            value={text}
            onChange={setText}
            pointer="/evidence"
            optional
            autoComplete="off"
          />
        )}
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" reason={obstacle} busy={complete.pending || waive.pending}>
            {t(act === 'waive' ? 'waive' : 'markDone')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
