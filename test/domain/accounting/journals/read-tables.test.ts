import { describe, expect, test } from 'vitest';
import { readContactsCsv } from '../../../../domain/accounting/journals/read-contacts-csv.ts';
import { readCsv } from '../../../../domain/accounting/journals/read-csv.ts';
import { readJournalCsv } from '../../../../domain/accounting/journals/read-journal-csv.ts';
import { readOpeningBalancesCsv } from '../../../../domain/accounting/journals/read-opening-balances-csv.ts';
import { faultLines, postingLines, readWhole } from './read-whole.ts';

describe('a CSV file', () => {
  test.each([
    [
      'commas',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons',
      'a;b\n"1;5";2,5\n',
      [
        ['a', 'b'],
        ['1;5', '2,5'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a named separator', 'sep=;\r\na,x;b\r\n', [['a,x', 'b']]],
    [
      'quotes',
      '"a ""b""","line\nbreak"\r\n"",x\r\n',
      [
        ['a "b"', 'line\nbreak'],
        ['', 'x'],
      ],
    ],
    ['a byte order mark', '\ufeffa,b\r\n', [['a', 'b']]],
    [
      'empty lines',
      'a,b\n\n1,2\n\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'cells after quotes',
      '"a",b\nc,"d"',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ])('with %s', (_title, text, rows) => {
    expect([...readCsv(text)].map((row) => ('cells' in row ? row.cells : row.problem))).toEqual(rows);
  });

  test('counts the lines inside its quotes', () => {
    expect([...readCsv('a\n"1\n2"\nb\n')].map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  test.each(['a,b\n"1,2\n', 'a,b\n"1"x,2\n'])('%j is wrong on its line', (text) => {
    expect([...readCsv(text)].at(-1)).toEqual({ line: 2, problem: 'import.text_not_closed' });
  });
});

describe('a journal in CSV', () => {
  const read = (text: string) => readWhole(readJournalCsv, text);

  test('groups its rows by entry, names accounts by code, and keeps what it does not know', () => {
    const { entries, faults, accounts } = read(
      'txn,date,payee,ref,code,account,debit,credit,branch\n1,2025-01-05,Acme,INV-1,1000,Assets:Bank,10.00,,Doha\n1,2025-01-05,Acme,INV-1,4000,Sales,,10.00,Doha\n2,2025-01-05,,,1000,Assets:Bank,,1.5,\n2,,,,5000,Expenses:Fees,1.5,,\n',
    );
    expect(faults).toEqual([]);
    expect(entries).toEqual([
      {
        line: 2,
        date: '2025-01-05',
        payee: 'Acme',
        memo: '',
        reference: 'INV-1',
        tags: { branch: 'Doha' },
        postings: [posting('1000', 1000n, 2), posting('4000', -1000n, 2)],
      },
      { line: 4, date: '2025-01-05', payee: '', memo: '', tags: {}, postings: [posting('1000', -15n, 1), posting('5000', 15n, 1)] },
    ]);
    expect([...accounts.values()]).toEqual([
      { name: '1000', label: 'Assets:Bank', type: 'asset', cash: true },
      { name: '4000', label: 'Sales' },
      { name: '5000', label: 'Expenses:Fees', type: 'expense' },
    ]);
  });
  const posting = (account: string, quantity: bigint, scale: number) => ({ account, amount: { quantity, scale, commodity: '' } });

  test('groups by date and reference where entries have no number', () => {
    const { entries } = read(
      'date,reference,description,account,amount,currency\n2025-01-05,A,x,a,1,SAR\n2025-01-05,A,x,b,-1,SAR\n2025-01-05,B,y,a,2,SAR\n2025-01-05,B,z,b,-2,SAR\n',
    );
    expect(entries.map(({ line, reference, memo }) => [line, reference, memo])).toEqual([
      [2, 'A', 'x'],
      [4, 'B', 'y'],
    ]);
    expect(entries[1]?.postings[1]?.memo).toBe('z');
    expect(read('date,account,amount\n2025-01-05,a,1\n2025-01-05,b,-1\n2025-01-05,a,2\n,b,-2\n').entries.map(postingLines)).toEqual([
      ['a 1', 'b -1'],
      ['a 2', 'b -2'],
    ]);
  });

  test('is headed in Arabic, with Arabic figures', () => {
    const { entries, faults } = read(
      'رقم القيد;التاريخ;البيان;الحساب;مدين;دائن;العملة\n١;٢٠٢٥-٠١-٠٥;مبيعات;الأصول:البنك;١٬٢٣٤٫٥٠;;SAR\n١;٢٠٢٥-٠١-٠٥;مبيعات;الإيرادات;;١٢٣٤٫٥٠;SAR\n',
    );
    expect(faults).toEqual([]);
    expect(entries.map(postingLines)).toEqual([['الأصول:البنك 1234.5 SAR', 'الإيرادات -1234.5 SAR']]);
  });

  test.each([
    ['1,234.50', '', '1234.5'],
    ['1.234,50', '', '1234.5'],
    ['(12.00)', '', '-12'],
    ['12.00-', '', '-12'],
    ['−12', '', '-12'],
    ['1 234 567', '', '1234567'],
    ["1'234.5", '', '1234.5'],
    ['1,234,567', '', '1234567'],
    ['1.250', '', '1.25'],
    ['0,500', '', '0.5'],
    ['1,000', '1,5', '1'],
    ['1,000', '1,000.50', '1000'],
    ['1.000', '2,5', '1000'],
  ])('%j beside %j is %s', (cell, beside, figure) => {
    const { entries, faults } = read(`txn\tdate\taccount\tamount\n1\t2025-01-05\ta\t${cell}\n1\t2025-01-05\tb\t${beside || 0}\n`);
    const amount = entries[0]?.postings[0]?.amount ?? faults.find(({ code }) => code === 'import.entry_unbalanced')?.values?.difference;
    const others: Record<string, number> = { '1,5': 1.5, '1,000.50': 1000.5, '2,5': 2.5 };
    expect(Number(amount)).toBe(Number(figure) + (others[beside] ?? 0));
  });

  test.each([
    ['2025-01-31', '', '2025-01-31'],
    ['2025/1/31 10:00', '', '2025-01-31'],
    ['31/01/2025', '', '2025-01-31'],
    ['01/31/2025', '', '2025-01-31'],
    ['02/03/2025', '13/01/2025', '2025-03-02'],
    ['02/03/2025', '01/13/2025', '2025-02-03'],
    ['05.05.2025', '', '2025-05-05'],
  ])('dates: %j beside %j is %s', (cell, beside, date) => {
    const rows = (n: number, on: string) => `${n},${on},a,1\n${n},${on},b,-1\n`;
    const { entries } = read(`txn,date,account,amount\n${rows(1, cell)}${beside === '' ? '' : rows(2, beside)}`);
    expect(entries[0]?.date).toBe(date);
  });

  test.each([
    ['an unbalanced entry', '1,2025-01-05,a,1,\n1,2025-01-05,b,,2\n', ['2 import.entry_unbalanced']],
    ['two dates', '1,2025-01-05,a,1,\n1,2025-01-06,b,,1\n', ['3 import.entry_scattered']],
    ['both sides', '1,2025-01-05,a,1,2\n1,2025-01-05,b,,1\n', ['2 import.debit_and_credit']],
    ['no side', '1,2025-01-05,a,,\n', ['2 import.amount_missing']],
    ['no account', '1,2025-01-05,,1,\n', ['2 import.account_missing']],
    ['no date', '1,,a,1,\n1,,b,,1\n', ['2 import.date_malformed', '3 import.date_malformed']],
    ['an ambiguous amount', '1,2025-01-05,a,"1,000",\n', ['2 import.amount_ambiguous']],
    ['an ambiguous date', '1,02/03/2025,a,1,\n1,02/03/2025,b,,1\n', ['2 import.date_ambiguous', '3 import.date_ambiguous']],
    ['a word for an amount', '1,2025-01-05,a,one,\n', ['2 import.amount_malformed']],
    ['too many cells', '1,2025-01-05,a,1,,x\n', ['2 import.row_length']],
    ['a quote that is not closed', '1,2025-01-05,"a,1,\n', ['2 import.text_not_closed']],
  ])('%s is refused by its line', (_title, rows, expected) => {
    expect(faultLines(read(`txn,date,account,debit,credit\n${rows}`).faults)).toEqual(expected);
  });

  test.each([
    ['', '1 import.file_empty'],
    ['txn,account,debit,credit\n', '1 import.column_missing'],
    ['date,account,debit\n', '1 import.column_missing'],
    ['date,account,debit,dr,credit\n', '1 import.column_twice'],
  ])('headed %j is refused', (header, fault) => {
    expect(faultLines(read(header).faults)).toEqual([fault]);
  });
});

describe('contacts in CSV', () => {
  test('are read by English columns', () => {
    expect(
      readContactsCsv(
        'Name,Name_ar,Email,Phone,Tax Number,Address,City,Country,Kind\nAcme,أكمي,a@b.co,+966 5,300000000000003,Olaya St,Riyadh,sa,Customer\nBolt,,,,,,,Kuwait,vendor\n',
      ),
    ).toEqual({
      faults: [],
      rows: [
        {
          line: 2,
          kind: 'customer',
          name: 'Acme',
          nameAr: 'أكمي',
          email: 'a@b.co',
          phone: '+966 5',
          taxNumber: '300000000000003',
          address: { street: 'Olaya St', city: 'Riyadh' },
          country: 'SA',
        },
        { line: 3, kind: 'supplier', name: 'Bolt', country: 'KW' },
      ],
    });
  });

  test('are read by Arabic columns', () => {
    expect(
      readContactsCsv(
        'الاسم بالعربية;البريد الإلكتروني;رقم الجوال;الرقم الضريبي;المدينة;الدولة;النوع\nمؤسسة النور;;٠٥٠١٢٣٤٥٦٧;٣٠٠٠٠٠٠٠٠٠٠٠٠٠٣;الرياض;السعودية;مورّد\n',
      ).rows,
    ).toEqual([
      {
        line: 2,
        kind: 'supplier',
        name: 'مؤسسة النور',
        nameAr: 'مؤسسة النور',
        phone: '0501234567',
        taxNumber: '300000000000003',
        address: { city: 'الرياض' },
        country: 'SA',
      },
    ]);
  });

  test('are refused by their lines', () => {
    expect(faultLines(readContactsCsv('name,email,kind\n,a@b.co,customer\nAcme,nobody,customer\nBolt,,friend\nCobalt,,\n').faults)).toEqual([
      '2 import.contact_name_missing',
      '3 import.email_malformed',
      '4 import.contact_kind_unknown',
    ]);
    expect(faultLines(readContactsCsv('email\na@b.co\n').faults)).toEqual(['1 import.column_missing']);
  });
});

describe('opening balances in CSV', () => {
  test('are read with the digits that they have', () => {
    expect(
      readOpeningBalancesCsv(
        'account,debit,credit,currency,amount,date\n1000,"1,500.00",,,,2025-01-01\n2000,,"1,000.00",,,\n1010,375.00,0.00,USD,100.00,\n3000,,,,,\n3100,0,0,,,\n4000,-5,,,,\n',
      ),
    ).toEqual({
      rows: [
        { line: 2, account: '1000', date: '2025-01-01', debit: '1500.00' },
        { line: 3, account: '2000', credit: '1000.00' },
        { line: 4, account: '1010', debit: '375.00', currency: 'USD', amount: '100.00' },
        { line: 7, account: '4000', credit: '5' },
      ],
      faults: [{ line: 5, code: 'import.amount_missing' }],
    });
  });

  test('may be one column of balances, headed in Arabic', () => {
    expect(readOpeningBalancesCsv('رقم الحساب,الرصيد\n١٠٠٠,٥٠٠٫٢٥\n2000,(500.25)\n').rows).toEqual([
      { line: 2, account: '١٠٠٠', debit: '500.25' },
      { line: 3, account: '2000', credit: '500.25' },
    ]);
  });
});
