import { useState } from 'react';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { latinDigits } from '../../i18n/digits.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { periodMessages } from './period-messages.ts';

export type Act = { readonly kind: 'close' | 'reopen' | 'lock'; readonly month: string } | { readonly kind: 'closeYear'; readonly year: number };

/** Says what will follow and asks once; a lock, which nobody can lift, has its month typed. */
export function PeriodDialog({ act, onClose }: { readonly act: Act; readonly onClose: () => void }) {
  const t = useMessages(periodMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const say = useToast();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const close = useFirmSubmit('closePeriod');
  const reopen = useFirmSubmit('reopenPeriod');
  const lock = useFirmSubmit('lockPeriod');
  const closeYear = useFirmSubmit('closeYear');
  const period = act.kind === 'closeYear' ? String(act.year) : format.month(act.month);

  const send = async () => {
    if (obstacle !== undefined) return;
    const done = await (() => {
      switch (act.kind) {
        case 'close':
          return close.send({ params: { month: act.month } });
        case 'reopen':
          return reopen.send({ params: { month: act.month }, body: { reason } });
        case 'lock':
          return lock.send({ params: { month: act.month } });
        case 'closeYear':
          return closeYear.send({ params: { year: String(act.year) } });
      }
    })();
    if (!done) return;
    say(t(act.kind === 'reopen' ? 'reopenedNow' : act.kind === 'lock' ? 'lockedNow' : 'closedNow', { period }));
    onClose();
  };
  const obstacle =
    act.kind === 'reopen' && reason.trim() === ''
      ? common('required')
      : act.kind === 'lock' && latinDigits(typed).trim() !== act.month
        ? t('mustRetype')
        : undefined;
  const title = act.kind === 'closeYear' ? t('closeNamed', { period }) : t(`${act.kind}Named`, { period });
  return (
    <Dialog title={title} onClose={onClose} alert={act.kind === 'lock'}>
      <Form problem={close.problem ?? reopen.problem ?? lock.problem ?? closeYear.problem} onSubmit={() => void send()}>
        {act.kind === 'close' && <p>{t('closeHint', { period })}</p>}
        {act.kind === 'closeYear' && <p>{t('closeYearHint')}</p>}
        {act.kind === 'reopen' && (
          <>
            <p>{t('reopenHint')}</p>
            <TextArea label={t('reason')} value={reason} onChange={setReason} pointer="/reason" />
          </>
        )}
        {act.kind === 'lock' && (
          <>
            <Notice tone="warn">{t('lockHint', { period })}</Notice>
            <TextField label={t('typeToLock', { month: act.month })} latin value={typed} onChange={setTyped} autoComplete="off" />
          </>
        )}
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button
            type="submit"
            kind={act.kind === 'lock' ? 'danger' : 'primary'}
            reason={obstacle}
            busy={close.pending || reopen.pending || lock.pending || closeYear.pending}
          >
            {act.kind === 'lock' ? t('lockNow') : act.kind === 'reopen' ? t('reopen') : t('close')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
