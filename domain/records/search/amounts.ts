/** Arabic-Indic and Persian digits and separators as the Latin ones. */
const latin = (text: string): string =>
  text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, ',');

/** An amount without what people write differently: sign, thousands, zeros at the end. `١٬٢٣٤٫٥٠` is `1234.5`. */
export function plainAmount(text: string): string | undefined {
  const written = latin(text).replace(/^[-+\u2212]/, '');
  if (!/^(\d{1,15}|\d{1,3}(,\d{3}){1,4})(\.\d{1,6})?$/.test(written)) return undefined;
  const [whole = '', cents = ''] = written.replace(/,/g, '').split('.');
  const rest = cents.replace(/0+$/, '');
  return `${whole.replace(/^0+(?=\d)/, '')}${rest === '' ? '' : `.${rest}`}`;
}

/** What is written as an amount and cannot be read as anything else. */
export const isAmountShaped = (text: string): boolean => /[.,]/.test(latin(text)) && plainAmount(text) !== undefined;

/** A day, month or year as people write it: `2026-01-31`, `31/1/2026`, `2026-01`; undefined for what is none. */
export function dateAsked(text: string): string | undefined {
  const written = latin(text);
  const iso = /^(\d{4})[-/](\d{1,2})(?:[-/](\d{1,2}))?$/.exec(written);
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(written);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : [];
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12) return undefined;
  if (day !== undefined && (Number(day) < 1 || Number(day) > 31)) return undefined;
  return [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
}
export const yearAsked = (text: string): string | undefined => /^(?:19|20|21)\d\d$/.exec(latin(text))?.[0];
