/** Digits as people type them: Arabic-Indic and Persian become Latin, `٫` a point, `٬` and other grouping nothing. */
export function latinDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, '');
}

/** What was typed into a field of figures, as a decimal string without grouping; text that is no figure comes back as it was, to be refused in words. */
export function decimalTyped(text: string): string {
  const cleaned = latinDigits(text)
    .replace(/[\s\u00a0\u200e\u200f\u061c'’]/g, '')
    .replace(/\u2212/g, '-');
  // `1,234.50` groups by comma; a lone comma before one or two last digits is a decimal comma.
  const pointed = /^-?\d+,\d{1,2}$/.test(cleaned) ? cleaned.replace(',', '.') : cleaned.replace(/,/g, '');
  return /^-?\.\d+$/.test(pointed) ? pointed.replace('.', '0.') : pointed.replace(/^(-?)0+(?=\d)/, '$1').replace(/\.$/, '');
}

/** A decimal string with exactly `digits` decimals where nothing is lost by that: `1.5` is `1.50`, `1.505` stays as it is and is refused. */
export function padDecimals(decimal: string, digits: number): string {
  const parts = /^(-?\d+)(?:\.(\d*))?$/.exec(decimal);
  if (!parts) return decimal;
  const [, whole = '', fraction = ''] = parts;
  const kept = fraction.slice(0, digits) + fraction.slice(digits).replace(/0+$/, '');
  if (digits === 0 && kept === '') return whole;
  return `${whole}.${kept.padEnd(digits, '0')}`;
}
