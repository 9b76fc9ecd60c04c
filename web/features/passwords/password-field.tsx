import { useState } from 'react';
import { defineMessages, useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Field, type FieldProps } from '../../ui/field.tsx';

const messages = defineMessages({
  show: { en: 'Show', ar: 'إظهار' },
  hide: { en: 'Hide', ar: 'إخفاء' },
});

interface PasswordFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
}

/** A password, which its writer may look at. */
export function PasswordField({ value, onChange, autoComplete, ...field }: PasswordFieldProps) {
  const t = useMessages(messages);
  const [shown, setShown] = useState(false);
  return (
    <Field {...field}>
      {(wired) => (
        <div className="row" style={{ flexWrap: 'nowrap' }}>
          <input
            {...wired}
            className="input latin"
            dir="ltr"
            type={shown ? 'text' : 'password'}
            autoComplete={autoComplete}
            required
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <Button kind="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? t('hide') : t('show')}
          </Button>
        </div>
      )}
    </Field>
  );
}
