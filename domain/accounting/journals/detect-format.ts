import { readCsv } from './read-csv.ts';

export type JournalFormat = 'hledger' | 'ledger' | 'beancount' | 'journal-csv' | 'journal-jsonl' | 'contacts-csv' | 'opening-balances-csv';

/** What kind of file this is, by its name and its first lines; undefined where nothing tells. */
export function detectFormat(name: string, content: string): JournalFormat | undefined {
  const extension = /\.([a-z0-9]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  const start = content.replace(/^\ufeff/, '').slice(0, SNIFFED);
  if (start.trim() === '') return undefined;
  if (/^\s*\{/.test(start)) return 'journal-jsonl';
  if (extension === 'beancount' || extension === 'bean' || isBeancount(start)) return 'beancount';
  if (['csv', 'tsv', 'tab', 'ssv'].includes(extension)) return tableFormat(start);
  const plain = isPlainText(start);
  if (['hledger', 'journal', 'j'].includes(extension)) return plain ? plainFormat(start, 'hledger') : tableFormat(start);
  if (['ledger', 'dat', 'lgr', 'ldg'].includes(extension)) return plain ? plainFormat(start, 'ledger') : tableFormat(start);
  return plain ? plainFormat(start, 'hledger') : tableFormat(start);
}

const SNIFFED = 20_000;

const isBeancount = (text: string): boolean =>
  /^\d{4}[-/]\d{1,2}[-/]\d{1,2}\s+(open|close|pad|balance|commodity|price|note|event|query|custom|document|txn)\s/m.test(text) ||
  /^(option|plugin)\s+"/m.test(text) ||
  /^\d{4}-\d{2}-\d{2}\s+[*!]\s+"/m.test(text);

/** An entry or a directive that stands alone on its line. */
const isPlainText = (text: string): boolean =>
  /^[0-9٠-٩]{1,4}[-/.][0-9٠-٩]{1,2}([-/.][0-9٠-٩]{1,2})?(=\S+)?(\s[^\n]*)?\r?\n[ \t]+\S/m.test(text) ||
  /^(account|commodity|alias|apply|decimal-mark|payee|tag|include|comment|bucket|year|[YDPN])\s/m.test(text);

/** What only one of the two tools writes; the other's name is believed where nothing shows. */
function plainFormat(text: string, usual: 'hledger' | 'ledger'): 'hledger' | 'ledger' {
  if (
    /^account\s[^\n]*;[^\n]{0,200}type:/m.test(text) ||
    /^decimal-mark\s/m.test(text) ||
    /^commodity\s+[^\n;]*\d/m.test(text) ||
    /^[ \t]+[^;\n]{0,300}\s(==\*?|=\*)\s*\S/m.test(text)
  )
    return 'hledger';
  if (
    /^=\s*(\/|expr\s)/m.test(text) ||
    /^(apply\s+tag|end\s+tag|end\s+apply\s+tag|bucket\s|A\s|N\s|capture\s|define\s)/m.test(text) ||
    /^[|%]/m.test(text)
  )
    return 'ledger';
  return usual;
}

function tableFormat(text: string): JournalFormat | undefined {
  let header: readonly string[] = [];
  let rows = 0;
  for (const row of readCsv(text)) {
    if ('problem' in row) continue;
    if (rows++ > 0) break;
    header = row.cells.map((cell) => cell.trim().toLowerCase());
  }
  const has = (...names: string[]): boolean => header.some((cell) => names.includes(cell.replace(/[_-]/g, ' ')));
  if (header.length < 2) return undefined;
  const account = has('account', 'code', 'account code', 'account name', 'الحساب', 'رقم الحساب', 'اسم الحساب', 'رمز الحساب');
  const moved = has('debit', 'credit', 'amount', 'balance', 'dr', 'cr', 'مدين', 'دائن', 'المبلغ', 'الرصيد');
  const entry = has(
    'txn',
    'transaction',
    'entry',
    'entry id',
    'payee',
    'description',
    'memo',
    'narration',
    'ref',
    'reference',
    'رقم القيد',
    'البيان',
    'المرجع',
  );
  const dated = has('date', 'posting date', 'التاريخ', 'تاريخ');
  if (account && moved) return dated || entry ? 'journal-csv' : 'opening-balances-csv';
  const contact = has(
    'name',
    'name ar',
    'email',
    'phone',
    'tax number',
    'vat number',
    'الاسم',
    'الاسم بالعربية',
    'البريد الإلكتروني',
    'الرقم الضريبي',
    'الهاتف',
  );
  return contact ? 'contacts-csv' : undefined;
}
