import { type ReactNode, useId } from 'react';
import { Field, type FieldProps, useFault } from './field.tsx';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}

interface SelectFieldProps<V extends string> extends FieldProps {
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly choices: readonly Choice<V>[];
  /** Shown while nothing is chosen. */
  readonly prompt?: string;
  readonly disabled?: boolean;
}

/** A choice among few: the browser's own list, which every phone and screen reader knows. */
export function SelectField<V extends string>({ value, onChange, choices, prompt, disabled, ...field }: SelectFieldProps<V>) {
  return (
    <Field {...field}>
      {(wired) => (
        <select
          {...wired}
          className="input"
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.target.value);
            if (chosen) onChange(chosen.value);
          }}
        >
          {prompt !== undefined && !choices.some((choice) => choice.value === '') && (
            <option value="" disabled>
              {prompt}
            </option>
          )}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function CheckField({
  label,
  checked,
  onChange,
  hint,
}: {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: string;
}) {
  const id = useId();
  return (
    <div className="check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <span id={`${id}-hint`} className="hint muted">
            <br />
            {hint}
          </span>
        )}
      </span>
    </div>
  );
}

interface RadioCardsProps<V extends string> {
  readonly legend: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly choices: readonly { readonly value: V; readonly label: string; readonly detail?: ReactNode }[];
  readonly pointer?: string;
}

/** One of a few that deserve a sentence each. */
export function RadioCards<V extends string>({ legend, value, onChange, choices, pointer }: RadioCardsProps<V>) {
  const name = useId();
  const fault = useFault(pointer);
  return (
    <fieldset className="stack">
      <legend>{legend}</legend>
      <div className="choices">
        {choices.map((choice) => (
          <label key={choice.value} className="choice">
            <input type="radio" name={name} value={choice.value} checked={choice.value === value} onChange={() => onChange(choice.value)} />
            <span>
              <span className="strong">{choice.label}</span>
              {choice.detail && <span className="muted"> {choice.detail}</span>}
            </span>
          </label>
        ))}
      </div>
      {fault && <p className="fault">{fault}</p>}
    </fieldset>
  );
}
