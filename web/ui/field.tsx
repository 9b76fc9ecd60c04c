import { createContext, type ReactNode, useContext, useEffect, useId, useMemo } from 'react';
import type { ProblemError } from '../api/problem.ts';
import { commonMessages } from '../i18n/common-messages.ts';
import { useMessages } from '../i18n/messages.ts';

interface FaultsOfForm {
  readonly problem: ProblemError | undefined;
  /** Pointers that a field on the page shows; the others are told above the form. */
  readonly shown: Set<string>;
}
const Faults = createContext<FaultsOfForm | undefined>(undefined);

/** The problem of the last submission, from which each field takes what points at it. */
export function FieldFaults({ problem, children }: { readonly problem: ProblemError | undefined; readonly children: ReactNode }) {
  const shown = useMemo(() => new Set<string>(), []);
  const value = useMemo(() => ({ problem, shown }), [problem, shown]);
  return <Faults value={value}>{children}</Faults>;
}

export function useFault(pointer: string | undefined): string | undefined {
  const faults = useContext(Faults);
  const shown = faults?.shown;
  useEffect(() => {
    if (pointer === undefined || !shown) return undefined;
    shown.add(pointer);
    return () => void shown.delete(pointer);
  }, [pointer, shown]);
  return pointer === undefined ? undefined : faults?.problem?.at(pointer);
}

/** What is wrong where no field of the page shows it. */
export function useUnshown(problem: ProblemError | undefined): ProblemError['errors'] {
  const shown = useContext(Faults)?.shown;
  return problem?.errors.filter((error) => !shown?.has(error.pointer)) ?? [];
}

export interface FieldProps {
  readonly label: string;
  /** The label is for ears only, where a table head or a neighbour says it to eyes. */
  readonly hideLabel?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly fault?: string | undefined;
  /** The member of the request body that this field fills, as problem details point at it. */
  readonly pointer?: string | undefined;
  readonly optional?: boolean | undefined;
}

interface Wired {
  readonly id: string;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-describedby': string | undefined;
}

/** Label, control, hint and fault, tied together for assistive technology. */
export function Field({
  label,
  hideLabel,
  hint,
  fault,
  pointer,
  optional,
  children,
}: FieldProps & { readonly children: (wired: Wired) => ReactNode }) {
  const id = useId();
  const t = useMessages(commonMessages);
  const pointed = useFault(pointer);
  const wrong = fault ?? pointed;
  const described = [hint && `${id}-hint`, wrong && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : undefined}>
        {label}
        {optional && <span className="muted"> ({t('optional')})</span>}
      </label>
      {children({ id, 'aria-invalid': wrong ? true : undefined, 'aria-describedby': described || undefined })}
      {hint && (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      )}
      {wrong && (
        <span id={`${id}-fault`} className="fault">
          {wrong}
        </span>
      )}
    </div>
  );
}
