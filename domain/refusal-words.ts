import { creditNoteStates, invoiceStates } from './accounting/invoicing/states.ts';
import { roles } from './firms/permissions.ts';
import { grantStates } from './it/access/access.ts';
import { assetStates } from './it/assets/asset-states.ts';
import { handOverStates } from './it/assets/hand-over.ts';
import { articleStates } from './it/knowledge/article.ts';
import { licenceStates } from './it/licences/licence.ts';
import { serviceStates } from './it/services/service.ts';
import type { Refusal } from './kernel/decision.ts';
import { type Language, say, type Text } from './kernel/language.ts';
import { disposalStates } from './records/retention/dispose.ts';
import { type RefusalCode, refusalRow } from './refusals.ts';
import { requestStates } from './work/decisions/request.ts';
import { caseKinds } from './work/kinds/case-kinds.ts';
import { caseStates } from './work/kinds/states.ts';

type Words = Readonly<Record<string, Text>>;

const grantActs = {
  approve: { en: 'approve', ar: 'اعتماد' },
  grant: { en: 'put in place', ar: 'تنفيذ' },
  revoke: { en: 'take back', ar: 'سحب' },
} as const satisfies Words;

/** How an asset gets to a state that nobody sets by hand. */
const assetMoves = {
  'hand-over': { en: 'by a hand-over', ar: 'بمحضر تسليم' },
  return: { en: 'by a return', ar: 'بمحضر استلام' },
} as const satisfies Words;

const importStates = {
  uploading: { en: 'waiting for its file', ar: 'بانتظار الملف' },
  checking: { en: 'being checked', ar: 'قيد الفحص' },
  ready: { en: 'ready to start', ar: 'جاهز للبدء' },
  refused: { en: 'refused', ar: 'مرفوض' },
  running: { en: 'running', ar: 'جارٍ' },
  done: { en: 'done', ar: 'مكتمل' },
  discarded: { en: 'discarded', ar: 'ملغى' },
} as const satisfies Words;

const kindNames: Words = Object.fromEntries(Object.entries(caseKinds).map(([code, { name }]) => [code, name]));

/** What the codes that a refusal is filled with are called, by the first word of its own code: an asset's `lost` is not a licence's. */
const wordsOf: Readonly<Record<string, Words>> = {
  case: { ...roles, ...caseStates },
  queue: kindNames,
  deadline: kindNames,
  decision: requestStates,
  asset: { ...assetMoves, ...assetStates },
  hand_over: handOverStates,
  access: { ...grantActs, ...grantStates },
  article: articleStates,
  licence: licenceStates,
  service: serviceStates,
  disposal: disposalStates,
  invoice: invoiceStates,
  credit_note: creditNoteStates,
  allocation: { ...creditNoteStates, ...invoiceStates },
  import: importStates,
};

/** The placeholders that hold codes of ours; in the others people's own words stand as they are. */
const coded: ReadonlySet<string> = new Set(['state', 'from', 'to', 'allowed', 'roles', 'kind', 'kinds', 'act']);

/** What happened, in a sentence of the reader's language. */
export const sayRefusal = (code: RefusalCode, values: Refusal['values'], language: Language): string =>
  say(refusalRow(code).say, language, valuesInWords(code, values, language));

/** The values of a refusal as a person reads them: states, roles and kinds by name, one or a list of them. */
export function valuesInWords(code: string, values: Refusal['values'], language: Language): Refusal['values'] {
  const words = wordsOf[code.split('.')[0] ?? ''];
  if (!values || !words) return values;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, coded.has(name) ? inWords(String(value), words, language) : value]));
}

const inWords = (value: string, words: Words, language: Language): string =>
  value
    .split(', ')
    .map((each) => each.replace(/[a-z][a-z-]*/g, (code) => (Object.hasOwn(words, code) ? midSentence(words[code]?.[language] ?? code) : code)))
    .join(language === 'ar' ? '، ' : ', ');

/** A name begins small inside a sentence, unless it is an abbreviation. */
const midSentence = (name: string): string => (/^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name);
