import { commonMessages } from '../../i18n/common-messages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { deskMessages } from './desk-messages.ts';

const keys = [
  ['J ↓', 'keyNext'],
  ['K ↑', 'keyPrevious'],
  ['Enter', 'keyOpen'],
  ['A', 'keyAssign'],
  ['R', 'keyReply'],
  ['X', 'keySelect'],
  ['N', 'keyNew'],
  ['Ctrl K', 'keyPalette'],
  ['?', 'keyHelp'],
] as const;

/** The keys of the desk. They are places on the keyboard, so that they work whatever script it types. */
export function KeyboardHelp({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(deskMessages);
  const common = useMessages(commonMessages);
  return (
    <Dialog title={t('shortcuts')} onClose={onClose}>
      <dl className="pairs">
        {keys.map(([key, name]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd className="key">{key}</kbd>
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
      <div className="footer">
        <Button onClick={onClose}>{common('close')}</Button>
      </div>
    </Dialog>
  );
}
