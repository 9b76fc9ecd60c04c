import { useState } from 'react';
import type { ProblemError } from '../../api/problem.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { documentMessages } from './document-words.ts';

interface VoidDialogProps {
  readonly number: string;
  readonly problem: ProblemError | undefined;
  readonly busy: boolean;
  readonly onVoid: (date: string) => void;
  readonly onClose: () => void;
}

/** Asks once more, and for the date of the reversal. */
export function VoidDialog({ number, problem, busy, onVoid, onClose }: VoidDialogProps) {
  const t = useMessages(documentMessages);
  const common = useMessages(commonMessages);
  const { today } = useFirm();
  const [date, setDate] = useState(today);
  return (
    <Dialog title={t('voidTitle', { number })} onClose={onClose} alert>
      <Form problem={problem} onSubmit={() => onVoid(date)}>
        <p>{t('voidHint')}</p>
        <DateField label={common('date')} value={date} onChange={setDate} pointer="/date" />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="danger" busy={busy}>
            {t('voidNow')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
