import { type KeyboardEvent, type Ref, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { commonMessages } from '../i18n/common-messages.ts';
import { decimalTyped, padDecimals } from '../i18n/digits.ts';
import { useFormat } from '../i18n/format.ts';
import { useMessages } from '../i18n/messages.ts';
import { Field, type FieldProps } from './field.tsx';

interface AmountFieldProps extends FieldProps {
  /** A decimal string (`1234.50`), what was typed if it is none, or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Decimals of the currency. Without `exact` fewer are shown as typed: a quantity of 3 stays 3. */
  readonly digits: number;
  readonly exact?: boolean;
  /** Shown with at least so many decimals, where more may be typed: a price. */
  readonly least?: number;
  readonly placeholder?: string;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/**
 * A field of figures. It takes digits of either script, `٫` and grouping as they are typed, and keeps an exact decimal string: nothing here is a float.
 * While it has the focus it shows what was typed; left, it shows the figure grouped and with the currency's digits.
 */
export function AmountField({
  value,
  onChange,
  digits,
  least = digits,
  exact = true,
  placeholder,
  onKeyDown,
  inputRef,
  fault,
  ...field
}: AmountFieldProps) {
  const t = useMessages(commonMessages);
  const format = useFormat();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [focused, setFocused] = useState<HTMLInputElement | undefined>(undefined);
  const latest = useRef(value);
  useEffect(() => {
    // A value put in from outside (a restored draft, "clear the line") replaces what was being typed.
    if (value !== latest.current) setTyped(undefined);
    latest.current = value;
  }, [value]);

  useLayoutEffect(() => {
    // As soon as the plain figure stands in place of the grouped one, and before the next key.
    focused?.select();
  }, [focused]);

  const shown = typed ?? (isDecimal(value) ? grouped(value, format.amount) : value);
  const problem =
    value === ''
      ? undefined
      : !isDecimal(value)
        ? t('badAmount', { example: digits ? `1250.${'50'.padEnd(digits, '0').slice(0, digits)}` : '1250' })
        : decimalsOf(value) > digits
          ? t('tooManyDigits', { digits })
          : undefined;
  return (
    <Field {...field} fault={fault ?? (typed === undefined ? problem : undefined)}>
      {(wired) => (
        <input
          {...wired}
          ref={inputRef}
          className="input figures"
          inputMode="decimal"
          autoComplete="off"
          dir="ltr"
          placeholder={placeholder}
          value={shown}
          onChange={(event) => {
            setTyped(event.target.value);
            latest.current = decimalTyped(event.target.value);
            onChange(latest.current);
          }}
          onFocus={(event) => {
            setTyped(value);
            setFocused(event.currentTarget);
          }}
          onBlur={() => {
            setTyped(undefined);
            setFocused(undefined);
            const whole = exact ? padDecimals(value, Math.max(least, Math.min(decimalsOf(value), digits))) : value;
            latest.current = whole;
            if (whole !== value) onChange(whole);
          }}
          onKeyDown={onKeyDown}
        />
      )}
    </Field>
  );
}

export const isDecimal = (text: string): boolean => /^-?\d{1,15}(\.\d{1,12})?$/.test(text);
const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;
const grouped = (value: string, format: (decimal: string) => string): string => format(value);
