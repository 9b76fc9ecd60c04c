import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { splitHref } from '../../ui/link.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { entryMessages } from './entry-messages.ts';

export function ReverseDialog({ entry, onClose }: { readonly entry: Output<'getEntry'>; readonly onClose: () => void }) {
  const t = useMessages(entryMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const say = useToast();
  const { paths, today } = useFirm();
  const [date, setDate] = useState(today);
  const [memo, setMemo] = useState('');
  const reverse = useFirmSubmit('reverseEntry');
  const send = async () => {
    const answer = await reverse.send({ params: { entryId: entry.id }, body: { date, ...(memo !== '' && { memo }) } });
    if (!answer) return;
    say(t('posted', { seq: format.number(answer.body.seq) }));
    onClose();
    await navigate(splitHref(paths.entry(answer.body.id)));
  };
  return (
    <Dialog title={t('reverseTitle', { seq: format.number(entry.seq) })} onClose={onClose}>
      <Form problem={reverse.problem} onSubmit={() => void send()}>
        <p>{t('reverseHint')}</p>
        <DateField label={t('date')} value={date} onChange={setDate} pointer="/date" />
        <TextField label={t('memo')} value={memo} onChange={setMemo} pointer="/memo" optional />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" busy={reverse.pending}>
            {t('reverseNow')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
