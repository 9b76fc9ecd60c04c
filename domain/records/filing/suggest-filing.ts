import { isLocalDate, type LocalDate, type Month, monthOf } from '../../kernel/dates.ts';
import { fold } from '../../kernel/fold.ts';
import type { Text } from '../../kernel/language.ts';

/** A rule of the firm: what contains a text is filed so. */
export interface FilingRule {
  readonly id: string;
  readonly name: string;
  readonly looksIn: 'name' | 'text' | 'sender' | 'any';
  readonly contains: string;
  readonly class?: string;
  readonly contact?: string;
  readonly tags: readonly string[];
  readonly version: number;
}

export interface Suggestion {
  readonly field: 'class' | 'contact' | 'tag' | 'period' | 'eventDate';
  readonly value: string;
  /** Why: a person decides by it. */
  readonly reason: Text;
  readonly rule?: string;
}

export interface Unfiled {
  readonly name: string;
  readonly text?: string | undefined;
  readonly sender?: string | undefined;
}

/** Where something might be filed, and why. Nothing of it is saved until a person takes it; rules of the firm come before what is built in. */
export function suggestFiling(
  file: Unfiled,
  rules: readonly FilingRule[],
  contacts: readonly { readonly id: string; readonly name: string }[],
): readonly Suggestion[] {
  const folded = { name: words(file.name), text: fold(file.text ?? ''), sender: fold(file.sender ?? '') };
  const found: Suggestion[] = [];
  for (const rule of rules) {
    const looked = rule.looksIn === 'any' ? Object.values(folded).join('\n') : folded[rule.looksIn];
    if (!looked.includes(fold(rule.contains))) continue;
    const because = {
      rule: rule.id,
      reason: { en: `Rule “${rule.name}”: it contains “${rule.contains}”`, ar: `قاعدة «${rule.name}»: يحتوي على «${rule.contains}»` },
    };
    if (rule.class !== undefined) found.push({ field: 'class', value: rule.class, ...because });
    if (rule.contact !== undefined) found.push({ field: 'contact', value: rule.contact, ...because });
    for (const tag of rule.tags) found.push({ field: 'tag', value: tag, ...because });
  }
  for (const { id, name } of contacts)
    if (folded.name.includes(words(name)))
      found.push({ field: 'contact', value: id, reason: { en: `The file name has “${name}” in it`, ar: `في اسم الملف «${name}»` } });
  const date = dateIn(file.name);
  if (date) {
    const reason = { en: `The file name has the date ${date.text} in it`, ar: `في اسم الملف التاريخ \u2066${date.text}\u2069` };
    if (date.day) found.push({ field: 'eventDate', value: date.day, reason });
    found.push({ field: 'period', value: date.month, reason });
  }
  return firstOfEach(found);
}

/** One value of a field, and each tag once. */
function firstOfEach(all: readonly Suggestion[]): readonly Suggestion[] {
  const taken = new Set<string>();
  return all.filter(({ field, value }) => {
    const key = field === 'tag' ? `tag ${value}` : field;
    return !taken.has(key) && taken.add(key);
  });
}

/** A name as words: “acme_invoice-03” has the word “acme”. */
export const words = (name: string): string => fold(name.replace(/[_.\-–]+/g, ' '));

const monthNames: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['january', 'jan', 'يناير', 'كانون الثاني'],
    ['february', 'feb', 'فبراير', 'شباط'],
    ['march', 'mar', 'مارس', 'اذار'],
    ['april', 'apr', 'ابريل', 'نيسان'],
    ['may', 'مايو', 'ايار'],
    ['june', 'jun', 'يونيو', 'حزيران'],
    ['july', 'jul', 'يوليو', 'تموز'],
    ['august', 'aug', 'اغسطس', 'اب'],
    ['september', 'sep', 'sept', 'سبتمبر', 'ايلول'],
    ['october', 'oct', 'اكتوبر', 'تشرين الاول'],
    ['november', 'nov', 'نوفمبر', 'تشرين الثاني'],
    ['december', 'dec', 'ديسمبر', 'كانون الاول'],
  ].flatMap((names, i) => names.map((name) => [fold(name), i + 1] as const)),
);
const monthPattern = new RegExp(
  `(?:^|[^\\p{L}])(${Object.keys(monthNames)
    .sort((a, b) => b.length - a.length)
    .join('|')})[^\\p{L}\\d]*((?:19|20)\\d\\d)(?!\\d)`,
  'u',
);

/** A date that a file name spells: whole, or a month of a year. */
export function dateIn(name: string): { readonly text: string; readonly day?: LocalDate; readonly month: Month } | undefined {
  const plain = fold(name);
  const forms: readonly (readonly [RegExp, (parts: RegExpExecArray) => string])[] = [
    [/(?<!\d)((?:19|20)\d\d)[-_. ](\d\d)[-_. ](\d\d)(?!\d)/, ([, y, m, d]) => `${y}-${m}-${d}`],
    [/(?<!\d)(\d\d)[-_. ](\d\d)[-_. ]((?:19|20)\d\d)(?!\d)/, ([, d, m, y]) => `${y}-${m}-${d}`],
    [/(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/, ([, y, m, d]) => `${y}-${m}-${d}`],
  ];
  for (const [pattern, read] of forms) {
    const parts = pattern.exec(plain);
    const day = parts && read(parts);
    if (parts && day && isLocalDate(day)) return { text: parts[0].trim(), day, month: monthOf(day) };
  }
  const month = /(?<!\d)((?:19|20)\d\d)[-_. ](0[1-9]|1[0-2])(?!\d)/.exec(plain);
  if (month) return { text: month[0].trim(), month: `${month[1]}-${month[2]}` };
  const named = monthPattern.exec(plain);
  const number = named?.[1] === undefined ? undefined : monthNames[named[1]];
  return named && number !== undefined ? { text: `${named[1]} ${named[2]}`, month: `${named[2]}-${String(number).padStart(2, '0')}` } : undefined;
}
