import type { ComponentPropsWithRef } from 'react';
import { Field, type FieldProps } from './field.tsx';

interface TextFieldProps extends FieldProps, Omit<ComponentPropsWithRef<'input'>, 'onChange' | 'value' | 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Codes, e-mails, addresses: left to right in both languages. */
  readonly latin?: boolean;
}

export function TextField({ label, hideLabel, hint, fault, pointer, optional, value, onChange, latin, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hideLabel={hideLabel} hint={hint} fault={fault} pointer={pointer} optional={optional}>
      {(wired) => (
        <input
          {...rest}
          {...wired}
          className={className ?? (latin ? 'input latin' : 'input')}
          dir={latin ? 'ltr' : undefined}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

interface TextAreaProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
}

export function TextArea({ value, onChange, rows = 3, maxLength = 2000, ...field }: TextAreaProps) {
  return (
    <Field {...field}>
      {(wired) => (
        <textarea {...wired} className="input" rows={rows} maxLength={maxLength} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}
