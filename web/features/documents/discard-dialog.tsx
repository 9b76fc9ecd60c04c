import type { ProblemError } from '../../api/problem.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/notice.tsx';
import { documentMessages } from './document-words.ts';

interface DiscardDialogProps {
  readonly problem: ProblemError | undefined;
  readonly busy: boolean;
  readonly onDiscard: () => void;
  readonly onClose: () => void;
}

export function DiscardDialog({ problem, busy, onDiscard, onClose }: DiscardDialogProps) {
  const t = useMessages(documentMessages);
  const common = useMessages(commonMessages);
  return (
    <Dialog title={t('discardTitle')} onClose={onClose} alert>
      <p>{t('discardHint')}</p>
      <Problem problem={problem} retry={onDiscard} />
      <div className="footer">
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button kind="danger" busy={busy} onClick={onDiscard}>
          {t('discard')}
        </Button>
      </div>
    </Dialog>
  );
}
