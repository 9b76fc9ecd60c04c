import { createContext, type ReactNode, useContext } from 'react';
import type { ProblemError } from '../api/problem.ts';
import { commonMessages } from '../i18n/common-messages.ts';
import { useMessages } from '../i18n/messages.ts';
import { Button } from './button.tsx';
import type { Draft } from './draft.ts';
import { FieldFaults } from './field.tsx';
import { Notice, Problem } from './notice.tsx';

interface FormProps {
  readonly label?: string;
  readonly problem: ProblemError | undefined;
  readonly onSubmit: () => void;
  readonly draft?: Pick<Draft<unknown>, 'restored' | 'discard'>;
  readonly className?: string;
  readonly children: ReactNode;
}

const Inside = createContext(false);

/** A form: its problem above it, each fault at its field, and Ctrl+Enter from anywhere in it. What was typed is never lost to a failure. */
export function Form({ label, problem, onSubmit, draft, className = 'stack', children }: FormProps) {
  const t = useMessages(commonMessages);
  const nested = useContext(Inside);
  const body = (
    <Inside value={true}>
      <FieldFaults problem={problem}>
        {draft?.restored && (
          <Notice tone="info" action={<Button onClick={draft.discard}>{t('discardDraft')}</Button>}>
            {t('draftRestored')}
          </Notice>
        )}
        <Problem problem={problem} retry={onSubmit} />
        {children}
      </FieldFaults>
    </Inside>
  );
  // A dialog's form is a child of the page's in React though not in the document; its submit must not reach the other.
  return (
    <form
      className={className}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (nested) event.stopPropagation();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.stopPropagation();
          event.currentTarget.requestSubmit();
        }
      }}
    >
      {body}
    </form>
  );
}
