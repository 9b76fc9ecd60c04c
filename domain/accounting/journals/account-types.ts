import type { AccountType } from './journal.ts';

export interface DeclaredType {
  readonly type: AccountType;
  readonly cash?: boolean;
}

/** The types that hledger's `type:` tag names, by letter or by word. Cash is an asset; conversion is equity. */
export function declaredType(written: string): DeclaredType | undefined {
  return declarable.get(written.trim().toLowerCase());
}
const declarable = new Map<string, DeclaredType>([
  ...['a', 'asset', 'assets'].map((word) => [word, { type: 'asset' }] as const),
  ...['l', 'liability', 'liabilities'].map((word) => [word, { type: 'liability' }] as const),
  ...['e', 'equity', 'v', 'conversion'].map((word) => [word, { type: 'equity' }] as const),
  ...['r', 'revenue', 'revenues', 'income', 'g', 'gain'].map((word) => [word, { type: 'income' }] as const),
  ...['x', 'expense', 'expenses'].map((word) => [word, { type: 'expense' }] as const),
  ...['c', 'cash'].map((word) => [word, { type: 'asset', cash: true }] as const),
]);

/** An account's type: as declared for it or for its nearest parent, else as its name says, in English or in Arabic. */
export function accountType(name: string, declared: ReadonlyMap<string, DeclaredType>): DeclaredType | undefined {
  for (let path = name; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf(':')))) {
    const type = declared.get(path);
    if (type) return type;
  }
  return typeByName(name);
}

/** hledger's documented patterns for English names, and the usual Arabic roots. */
function typeByName(name: string): DeclaredType | undefined {
  if (englishCash.test(name)) return { type: 'asset', cash: true };
  const english = englishRoots.find(([pattern]) => pattern.test(name));
  if (english) return { type: english[1] };
  const [root = '', ...parts] = name.split(':').map(plainArabic);
  const type = arabicRoots.get(root);
  if (!type) return undefined;
  return type === 'asset' && parts.some((part) => arabicCash.has(part)) ? { type, cash: true } : { type };
}

const englishCash = /^assets?(:.+)?:(cash|bank|che(ck|que?)(ing)?|savings?|current)(:|$)/i;
const englishRoots: readonly (readonly [RegExp, AccountType])[] = [
  [/^assets?(:|$)/i, 'asset'],
  [/^(debts?|liabilit(y|ies))(:|$)/i, 'liability'],
  [/^equity(:|$)/i, 'equity'],
  [/^(income|revenue)s?(:|$)/i, 'income'],
  [/^expenses?(:|$)/i, 'expense'],
];

/** Written without the article, and with the letters that writers confuse made one. */
const arabicRoots = new Map<string, AccountType>([
  ...['اصول', 'موجودات'].map((root) => [root, 'asset'] as const),
  ...['مطلوبات', 'خصوم', 'التزامات'].map((root) => [root, 'liability'] as const),
  ...['حقوق الملكيه', 'حقوق ملكيه', 'حقوق المساهمين', 'راس المال'].map((root) => [root, 'equity'] as const),
  ...['ايرادات', 'ايراد', 'دخل'].map((root) => [root, 'income'] as const),
  ...['مصروفات', 'مصاريف', 'نفقات'].map((root) => [root, 'expense'] as const),
]);
const arabicCash = new Set(['بنك', 'بنوك', 'نقد', 'نقديه', 'صندوق', 'خزينه', 'حساب جاري', 'حساب توفير']);

function plainArabic(part: string): string {
  return part
    .trim()
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/^ال(?!تزام)/, '');
}
