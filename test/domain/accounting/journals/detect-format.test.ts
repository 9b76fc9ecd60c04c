import { expect, test } from 'vitest';
import { detectFormat } from '../../../../domain/accounting/journals/detect-format.ts';

const plain = '2025-01-01 x\n  a  1\n  b\n';
test.each([
  ['books.journal', plain, 'hledger'],
  ['books.ledger', plain, 'ledger'],
  ['books.dat', plain, 'ledger'],
  ['books.txt', plain, 'hledger'],
  ['books.ledger', `account a  ; type:A\n${plain}`, 'hledger'],
  ['books.ledger', 'commodity $1,000.00\n', 'hledger'],
  ['books.journal', `= /food/\n  (V)  1\n\n${plain}`, 'ledger'],
  ['books', `apply tag x\n${plain}`, 'ledger'],
  ['books.beancount', '; empty\n', 'beancount'],
  ['books.txt', '2025-01-01 open Assets:Bank\n', 'beancount'],
  ['books.txt', '2025-01-01 * "Acme" "x"\n  Assets:Bank  1 USD\n', 'beancount'],
  ['books.jsonl', '\ufeff{"date":"2025-01-01","lines":[]}\n', 'journal-jsonl'],
  ['books.csv', 'txn,date,payee,ref,code,account,debit,credit\n', 'journal-csv'],
  ['books.txt', 'التاريخ;البيان;الحساب;مدين;دائن\n', 'journal-csv'],
  ['opening.csv', 'account,debit,credit\n', 'opening-balances-csv'],
  ['opening.csv', '\ufeffرقم الحساب\tمدين\tدائن\n', 'opening-balances-csv'],
  ['people.csv', 'name,name_ar,email,phone\n', 'contacts-csv'],
  ['people.csv', 'الاسم,البريد الإلكتروني\n', 'contacts-csv'],
  ['bank.csv', 'line,value_date,text,amount\n', undefined],
  ['empty.csv', '', undefined],
  ['photo.png', '\u0089PNG', undefined],
])('%s with %j is %s', (name, content, format) => {
  expect(detectFormat(name, content)).toBe(format);
});
