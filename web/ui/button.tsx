import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import { Icon, type IconName } from './icons.tsx';

interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'disabled'> {
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'small' | 'large';
  readonly icon?: IconName;
  /** Why it cannot be pressed now. A button that says nothing is never disabled. */
  readonly reason?: string | undefined;
  /** Its act is under way. */
  readonly busy?: boolean;
  readonly children?: ReactNode;
}

/** A button that stays in the tab order when it cannot be pressed, and says why to eye and ear. */
export function Button({
  kind = 'secondary',
  size,
  icon,
  reason,
  busy = false,
  className,
  onClick,
  type = 'button',
  children,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const off = reason !== undefined || busy;
  const button = (
    <button
      {...rest}
      // A busy submit must not submit twice; `disabled` would throw the focus away.
      type={off && type === 'submit' ? 'button' : type}
      className={['button', kind, size, children === undefined && 'icon', className].filter(Boolean).join(' ')}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      aria-describedby={reason === undefined ? rest['aria-describedby'] : reasonId}
      onClick={off ? undefined : onClick}
    >
      {busy ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
  if (reason === undefined) return button;
  return (
    <span className="reasoned">
      {button}
      <span id={reasonId} role="tooltip" className="reason">
        {reason}
      </span>
    </span>
  );
}
