import type { Book } from '../../../domain/accounting/book.ts';
import { say, type Text } from '../../../domain/kernel/language.ts';
import type { FirmCall } from '../../platform/call.ts';
import { csv } from '../../platform/files/csv.ts';
import { CSV_TYPE, XLSX_TYPE } from '../../platform/files/file-types.ts';
import type { Sheet } from '../../platform/files/sheet.ts';
import { xlsx } from '../../platform/files/xlsx.ts';
import type { AnswerExtras } from '../../platform/http/route.ts';

export type Format = 'json' | 'csv' | 'xlsx';

/** A report as a file, in the caller's language. */
export async function reportFile(call: Pick<FirmCall, 'language'>, format: 'csv' | 'xlsx', sheet: Sheet): Promise<NonNullable<AnswerExtras['file']>> {
  const name = `${sheet.name}.${format}`;
  return format === 'csv'
    ? { type: CSV_TYPE, name, content: csv(sheet, call.language) }
    : { type: XLSX_TYPE, name, content: await xlsx(sheet, call.language) };
}

/** The answer of a report: its body, and where a file was asked for, the same as a sheet. The number at which it is exact goes along with either. */
export async function reportAnswer<B extends { readonly seq: number }>(
  call: Pick<FirmCall, 'language'>,
  format: Format,
  body: B,
  sheet: () => Sheet,
) {
  const answer = { status: 200 as const, body };
  if (format === 'json') return answer;
  return { ...answer, file: await reportFile(call, format, sheet()), headers: { 'x-book-seq': String(body.seq) } };
}

/** Whose report it is, for when, in which currency, exact at which entry: the lines under its title. */
export function reportNotes(
  call: Pick<FirmCall, 'firm'>,
  { head }: Book,
  period: { readonly asOf: string } | { readonly from: string; readonly to: string },
): readonly (Text | string)[] {
  const when = 'asOf' in period ? filled(notes.asOf, { date: period.asOf }) : filled(notes.range, period);
  return [call.firm.name, when, filled(notes.currency, { currency: head.currency, seq: head.seq })];
}

const notes = {
  asOf: { en: 'As of {date}', ar: 'كما في {date}' },
  range: { en: 'From {from} to {to}', ar: 'من {from} إلى {to}' },
  currency: { en: 'Amounts in {currency}, exact at entry number {seq}', ar: 'المبالغ بعملة {currency}، دقيقة عند القيد رقم {seq}' },
} as const satisfies Record<string, Text>;

const filled = (text: Text, values: Readonly<Record<string, string | number>>): Text => ({
  en: say(text, 'en', values),
  ar: say(text, 'ar', values),
});

/** Titles that reports share. */
export const titles = {
  code: { en: 'Code', ar: 'الرمز' },
  account: { en: 'Account', ar: 'الحساب' },
  type: { en: 'Type', ar: 'النوع' },
  opening: { en: 'Opening balance', ar: 'الرصيد الافتتاحي' },
  debit: { en: 'Debit', ar: 'مدين' },
  credit: { en: 'Credit', ar: 'دائن' },
  balance: { en: 'Balance', ar: 'الرصيد' },
  closing: { en: 'Closing balance', ar: 'الرصيد الختامي' },
  amount: { en: 'Amount', ar: 'المبلغ' },
  total: { en: 'Total', ar: 'الإجمالي' },
  currencies: { en: 'In other currencies', ar: 'بعملات أخرى' },
} as const satisfies Record<string, Text>;

export const accountTypes = {
  asset: { en: 'Asset', ar: 'أصل' },
  liability: { en: 'Liability', ar: 'التزام' },
  equity: { en: 'Equity', ar: 'حقوق ملكية' },
  income: { en: 'Income', ar: 'إيراد' },
  expense: { en: 'Expense', ar: 'مصروف' },
} as const satisfies Record<string, Text>;
