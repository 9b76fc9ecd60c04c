import { meteredProduct, type Spent } from './metered-product.ts';
import { ACCOUNTS, hledgerJournal, workload } from './workload.ts';

/** What one command costs, and how often a small firm gives it in a month. */
export interface CommandCost extends Spent {
  readonly command: string;
  readonly aMonth: number;
}

/** Entries of a month's density: two years of it are 24,000. */
const TWO_YEARS = 24_000;

/**
 * Runs each command over the metered table, the commands that people repeat for the second time: the first finds the month's rows not made yet and the
 * function knowing nothing.
 */
export async function commandCosts(): Promise<readonly CommandCost[]> {
  const { ask, spent, forget } = meteredProduct();
  const costs: CommandCost[] = [];
  const measure = async (command: string, aMonth: number, work: () => Promise<unknown>): Promise<void> => {
    costs.push({ command, aMonth, ...(await spent(work)) });
  };
  const again = async (command: string, aMonth: number, work: () => Promise<unknown>): Promise<void> => {
    await spent(work);
    await measure(command, aMonth, work);
  };

  const person = { email: 'mona@example.com', password: 'correct horse battery staple', name: 'Mona', locale: 'en' };
  let token = '';
  let firm = '';
  await measure('sign up and found a firm', 0, async () => {
    const opened = await ask('POST', '/v1/sign-up', {
      ...person,
      firm: { name: 'Blue Falcon', country: 'SA', currency: 'SAR', kind: 'business', plan: 'trial' },
    });
    token = opened.session.token;
    firm = opened.firm.id;
  });
  await again('sign in', 40, () => ask('POST', '/v1/sessions', { email: person.email, password: person.password }));

  // biome-ignore lint/suspicious/noExplicitAny: as `ask`.
  const inFirm = (method: string, path: string, body?: unknown): Promise<any> => ask(method, `/v1/firms/${firm}${path}`, body, token);
  const chart: readonly { readonly code: string; readonly role?: string; readonly type: string }[] = (await inFirm('GET', '/accounts')).data;
  const accounts = chart
    .filter(({ role }) => role !== 'fx-clearing')
    .slice(0, ACCOUNTS)
    .map(({ code }) => code);
  const work = workload(accounts);
  const withRole = (role: string): string => chart.find((account) => account.role === role)?.code ?? '';

  for (const [lines, aMonth] of [
    [2, 100],
    [3, 100],
    [10, 10],
  ] as const) {
    const [first, ...others] = accounts.slice(0, lines);
    const entry = {
      date: '2026-03-10',
      memo: 'Rent',
      lines: [{ account: first, debit: `${(lines - 1) * 100}.00` }, ...others.map((account) => ({ account, credit: '100.00' }))],
    };
    await again(`post an entry of ${lines} lines`, aMonth, () => inFirm('POST', '/entries', entry));
  }
  for (const [count, aMonth] of [
    [100, 2],
    [1_000, 0],
  ] as const) {
    await again(`post a batch of ${count.toLocaleString('en-US')} entries`, aMonth, () =>
      inFirm('POST', '/entries/batch', { entries: Array.from({ length: count }, (_, i) => work.entry(i, TWO_YEARS)) }),
    );
  }

  let contact = '';
  await again('add a customer', 10, async () => {
    contact = (await inFirm('POST', '/contacts', { kind: 'customer', name: 'Acme Trading' })).id;
  });
  const sold = { text: 'Consulting', quantity: '3', unitPrice: '250.00', taxCode: 'S' };
  let invoice = '';
  const draft = async () => {
    invoice = (await inFirm('POST', '/invoices', { contact, date: '2026-03-10', dueDate: '2026-04-09', lines: [sold, { ...sold, text: 'Travel' }] }))
      .id;
  };
  let total = '';
  const post = async () => {
    total = (await inFirm('POST', `/invoices/${invoice}/post`, {})).total;
  };
  const pay = () =>
    inFirm('POST', '/payments', {
      direction: 'in',
      contact,
      bankAccount: withRole('bank'),
      date: '2026-03-12',
      amount: total,
      allocations: [{ document: invoice, amount: total }],
    });
  for (const step of [draft, post, pay]) await spent(step);
  await measure('draft an invoice of 2 lines', 150, draft);
  await measure('post it', 150, post);
  await measure('record the payment of it', 140, pay);

  const report = () => inFirm('GET', '/reports/trial-balance?from=2025-01-01&to=2025-12-31');
  await again('trial balance of a year', 200, report);
  await measure('the same in a function that has just started', 20, async () => {
    forget();
    await report();
  });
  await again('a page of 50 entries', 1_000, () => inFirm('GET', '/entries?limit=50'));
  await again('a page of 50 invoices', 1_000, () => inFirm('GET', '/invoices?limit=50'));
  await again('an invoice with all that happened to it', 1_000, () => inFirm('GET', `/invoices/${invoice}`));
  await again('search for a name', 500, () => inFirm('GET', '/search?q=bench'));
  await measure('import a journal of 1,000 entries', 0, () =>
    inFirm('POST', '/imports?name=bench.journal&format=hledger', hledgerJournal(1_000, 'SAR').text),
  );
  return costs;
}
