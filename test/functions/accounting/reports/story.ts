import { account, type books, sent } from './books.ts';

const { cash, bank, receivable, equipment, depreciated, payable, tax, capital, sales } = account;
const RUH = { dimensions: { branch: 'RUH' } };
const JED = { dimensions: { branch: 'JED', project: 'P1' } };

/** A firm's first fifteen months, small enough to check by hand. */
export async function tellStory({ done, postAll }: Awaited<ReturnType<typeof books>>): Promise<void> {
  for (const [kind, code, name] of [
    ['branch', 'RUH', 'Riyadh'],
    ['branch', 'JED', 'Jeddah'],
    ['project', 'P1', 'Tower'],
  ]) {
    await done('POST', '/dimensions', { kind, code, name });
  }
  await postAll([
    sent('2025-01-05', 'The owner puts money in', [bank, 100_000], [capital, -100_000]),
    sent('2025-02-10', 'Laptops', [equipment, 12_000], [bank, -12_000]),
    sent('2025-06-15', 'Services to Falcon', [receivable, 46_000], [sales, -40_000, RUH], [tax, -6000]),
    sent('2025-07-01', 'Falcon pays', [bank, 46_000], [receivable, -46_000]),
    sent('2025-08-01', 'From the bank to the till', [cash, 5000], [bank, -5000]),
    sent('2025-09-30', 'Rent', ['5301', 9000, RUH], ['5301', 3000, JED], [bank, -12_000]),
    sent('2025-12-31', 'Depreciation', ['5401', 2000], [depreciated, -2000]),
    sent('2026-01-20', 'Goods sold to Nakheel', [receivable, 23_000], [sales, -20_000, JED], [tax, -3000]),
    sent('2026-01-20', 'What the goods cost', ['5101', 8000, JED], [payable, -8000]),
    sent('2026-02-03', 'Dollars bought', [bank, 3750, { usd: '1000.00' }], [bank, -3750]),
    sent('2026-02-14', 'Paid in dollars', ['5303', 375, { usd: '100.00', dimensions: { branch: 'RUH' } }], [bank, -375, { usd: '100.00' }]),
    sent('2026-03-01', '=HYPERLINK("http://evil.test")', ['5307', 750, RUH], [cash, -750]),
    sent('2026-03-10', 'Nakheel pays a part', [bank, 11_500], [receivable, -11_500]),
    sent('2026-03-10', 'The loan, half for a van', ['1221', 30_000], [bank, 30_000], ['2211', -60_000]),
  ]);
}

/** Closes 2025, as an owner does: every month, then the year. */
export async function close2025({ done }: Awaited<ReturnType<typeof books>>): Promise<void> {
  await done('POST', '/periods/2025-11/close');
  await done('POST', '/years/2025/close');
}
