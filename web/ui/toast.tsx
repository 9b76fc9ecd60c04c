import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { commonMessages } from '../i18n/common-messages.ts';
import { useMessages } from '../i18n/messages.ts';
import { Icon } from './icons.tsx';

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly onPress: () => void };
}
type Say = (text: string, action?: Toast['action']) => void;

const Context = createContext<Say>(() => {});
/** Says in passing that something was done; what needs an answer is a dialog, and what failed stays where it failed. */
export const useToast = (): Say => useContext(Context);

const STAYS_MS = 7000;
let nextId = 1;

export function Toasts({ children }: { readonly children: ReactNode }) {
  const t = useMessages(commonMessages);
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const drop = useCallback((id: number) => setToasts((now) => now.filter((toast) => toast.id !== id)), []);
  const say = useCallback<Say>(
    (text, action) => {
      const id = nextId++;
      setToasts((now) => [...now.slice(-2), { id, text, ...(action && { action }) }]);
      setTimeout(() => drop(id), STAYS_MS);
    },
    [drop],
  );
  return (
    <Context value={say}>
      {children}
      <div className="toasts" role="status">
        {toasts.map(({ id, text, action }) => (
          <div key={id} className="toast">
            <span>{text}</span>
            {action && (
              <button
                type="button"
                onClick={() => {
                  drop(id);
                  action.onPress();
                }}
              >
                {action.label}
              </button>
            )}
            <button type="button" aria-label={t('close')} onClick={() => drop(id)}>
              <Icon name="close" size={14} />
            </button>
          </div>
        ))}
      </div>
    </Context>
  );
}
