const ARABIC_INDIC_ZERO = 0x660;
const PERSIAN_ZERO = 0x6f0;
const LATIN_ZERO = 48;

/** The value of a digit in Latin, Arabic-Indic (٠–٩) or Persian (۰–۹) figures; -1 for anything else. */
export function digitValue(code: number): number {
  if (code >= LATIN_ZERO && code <= LATIN_ZERO + 9) return code - LATIN_ZERO;
  if (code >= ARABIC_INDIC_ZERO && code <= ARABIC_INDIC_ZERO + 9) return code - ARABIC_INDIC_ZERO;
  if (code >= PERSIAN_ZERO && code <= PERSIAN_ZERO + 9) return code - PERSIAN_ZERO;
  return -1;
}

export const isDigit = (code: number): boolean =>
  (code >= LATIN_ZERO && code <= LATIN_ZERO + 9) || (code >= ARABIC_INDIC_ZERO && digitValue(code) >= 0);

/** Arabic and Persian figures written in Latin ones; everything else is kept. */
export function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digitValue(digit.charCodeAt(0))));
}

export const ARABIC_DECIMAL_MARK = '٫';
export const ARABIC_GROUP_MARK = '٬';
