import { countries } from '../../kernel/countries.ts';
import { isEmail } from '../../kernel/email.ts';
import { type ColumnNames, readTable, type TableRow } from './csv-table.ts';
import { latinDigits } from './digits.ts';
import type { LineFault } from './journal.ts';
import { faultAt, isProblem, type Problem, problem, problemWith } from './problem.ts';

/** A row of a file of contacts: what it says, and nothing that it does not. */
export interface ContactRow {
  readonly line: number;
  readonly kind: 'customer' | 'supplier' | 'both';
  readonly name: string;
  readonly nameAr?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly taxNumber?: string;
  readonly address?: { readonly street?: string; readonly city?: string };
  readonly country?: string;
}

const columns = {
  name: ['name', 'name en', 'contact', 'contact name', 'company', 'english name', 'الاسم', 'الاسم بالإنجليزية', 'اسم جهة الاتصال'],
  nameAr: ['name ar', 'arabic name', 'name arabic', 'الاسم بالعربية', 'الاسم العربي'],
  email: ['email', 'e-mail', 'email address', 'البريد', 'البريد الإلكتروني', 'الإيميل'],
  phone: ['phone', 'mobile', 'telephone', 'tel', 'الهاتف', 'الجوال', 'رقم الجوال', 'رقم الهاتف'],
  taxNumber: ['tax number', 'vat number', 'vat', 'trn', 'tax id', 'الرقم الضريبي', 'رقم التسجيل الضريبي'],
  street: ['address', 'street', 'العنوان', 'الشارع'],
  city: ['city', 'المدينة'],
  country: ['country', 'الدولة', 'البلد'],
  kind: ['kind', 'type', 'النوع', 'نوع جهة الاتصال'],
} as const satisfies ColumnNames<string>;
type Column = keyof typeof columns;

const kinds = new Map<string, ContactRow['kind']>([
  ...['customer', 'client', 'عميل', 'زبون'].map((word) => [word, 'customer'] as const),
  ...['supplier', 'vendor', 'مورد', 'مورّد'].map((word) => [word, 'supplier'] as const),
  // A file that does not say may be of either, and a contact that is both can be used as either.
  ...['both', '', 'كلاهما', 'عميل ومورد', 'عميل و مورد'].map((word) => [word, 'both'] as const),
]);

/** Reads a file of contacts; its columns are named in English or in Arabic. */
export function readContactsCsv(text: string): { readonly rows: readonly ContactRow[]; readonly faults: readonly LineFault[] } {
  const rows: ContactRow[] = [];
  const faults: LineFault[] = [];
  for (const item of readTable(text, columns, (has) => (has('name') || has('nameAr') ? undefined : 'name'))) {
    if (item.kind === 'fault') faults.push(item.fault);
    else {
      const read = readRow(item.row);
      if (isProblem(read)) faults.push(faultAt(item.row.line, read));
      else rows.push(read);
    }
  }
  return { rows, faults };
}

function readRow({ line, cell }: TableRow<Column>): ContactRow | Problem {
  const nameAr = cell('nameAr');
  const name = cell('name') === '' ? nameAr : cell('name');
  if (name === '') return problem('import.contact_name_missing');
  const kind = kinds.get(cell('kind').toLowerCase());
  if (!kind) return problemWith('import.contact_kind_unknown', cell('kind'));
  const email = cell('email');
  if (email !== '' && !isEmail(email)) return problemWith('import.email_malformed', email);
  const phone = latinDigits(cell('phone'));
  if (phone !== '' && !isPhone(phone)) return problemWith('import.phone_malformed', phone);
  const taxNumber = latinDigits(cell('taxNumber'));
  const [street, city, country] = [cell('street'), cell('city'), cell('country')];
  if ([name, nameAr, street, city].some(({ length }) => length > LINE_LENGTH)) return problem('import.text_too_long', { limit: LINE_LENGTH });
  return {
    line,
    kind,
    name,
    ...(nameAr !== '' && { nameAr }),
    ...(email !== '' && { email }),
    ...(phone !== '' && { phone }),
    ...(taxNumber !== '' && { taxNumber }),
    ...((street !== '' || city !== '') && { address: { ...(street !== '' && { street }), ...(city !== '' && { city }) } }),
    ...(country !== '' && { country: countryCode(country) }),
  };
}

/** As long as what a person types. */
const LINE_LENGTH = 200;
const isPhone = ({ length }: string): boolean => length >= 3 && length <= 40;

/** A country by its two letters, or by its name in either language. */
const countryCode = (written: string): string => codesByName.get(plainName(written)) ?? written.toUpperCase();
const plainName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[أإآ]/g, 'ا')
    .replace(/[\u064b-\u0652]/g, '');
const codesByName = new Map<string, string>([
  ...Object.entries(countries).flatMap(([code, { name }]) => [[plainName(name.en), code] as const, [plainName(name.ar), code] as const]),
  ...['ksa', 'السعودية'].map((name) => [plainName(name), 'SA'] as const),
  ...['uae', 'الإمارات'].map((name) => [plainName(name), 'AE'] as const),
]);
