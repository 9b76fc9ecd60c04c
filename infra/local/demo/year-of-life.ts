import { addDays, addMonths, monthAfter, monthOf } from '../../../domain/kernel/dates.ts';
import { digitsOf } from '../../../domain/kernel/currencies.ts';
import { divideRounded, formatAmount } from '../../../domain/kernel/money.ts';
import { type Chance, chance } from './chance.ts';
import type { DemoFirm } from './demo-firms.ts';
import type { PublicApi } from './public-api.ts';

interface Account {
  readonly code: string;
  readonly role?: string;
}
interface Invoice {
  readonly id: string;
  readonly total: string;
}

const MONTHS = 12;

/** A year in the life of a small firm, up to today: capital, monthly costs, sales on account, most of them paid, some late, a few in part, one credited. */
export async function liveAYear(api: PublicApi, firmId: string, demo: DemoFirm, today: string): Promise<void> {
  const at = `/v1/firms/${firmId}`;
  const key = (name: string): string => `demo-${demo.key}-${name}`;
  const dice = chance(seedOf(demo.key));
  const digits = digitsOf(demo.firm.currency) ?? 2;
  const money = (minor: bigint): string => formatAmount(minor, digits);
  const accounts = (await api.get<{ data: readonly Account[] }>(`${at}/accounts`)).data;
  const withRole = (role: string): string => accounts.find((account) => account.role === role)?.code ?? '';
  const bank = withRole('bank');

  const start = addMonths(`${monthOf(today)}-01`, -MONTHS);
  const capital = money(BigInt(demo.capital.amount) * 10n ** BigInt(digits));
  await api.post(`${at}/entries`, { date: start, memo: demo.capital.memo, lines: [{ account: bank, debit: capital }, { account: withRole('capital'), credit: capital }] }, key('capital'));
  const customers: string[] = [];
  for (const [i, customer] of demo.customers.entries()) customers.push((await api.post<{ id: string }>(`${at}/contacts`, { ...customer, kind: 'customer' }, key(`customer-${i}`))).id);

  for (let m = 0; m < MONTHS + 1; m++) {
    const month = monthAfter(monthOf(start), m);
    const day = (of: number): string => `${month}-${String(of).padStart(2, '0')}`;
    const entries = demo.costs.filter(({ amount }) => amount > 0).map((cost, i) => costEntry(cost, [day(1), day(25), day(12), day(6)][i % 4] ?? day(1)));
    const due = entries.filter(({ date }) => date <= today);
    if (due.length > 0) await api.post(`${at}/entries/batch`, { entries: due }, key(`costs-${month}`));
    const sales = dice.between(4, 7);
    for (let s = 0; s < sales; s++) await sell(day(dice.between(1, 28)), `${month}-${s}`);
  }
  const closing = monthAfter(monthOf(today), -3);
  await api.post(`${at}/periods/${closing}/close`, {}, key('close')).catch(() => undefined);

  function costEntry({ account, amount, taxBasisPoints, memo }: DemoFirm['costs'][number], date: string) {
    const net = BigInt(Math.round(amount * (0.94 + dice.between(0, 12) / 100))) * 10n ** BigInt(digits);
    const tax = divideRounded(net * BigInt(taxBasisPoints), 10_000n);
    return {
      date,
      memo,
      lines: [{ account, debit: money(net) }, ...(tax > 0n ? [{ account: withRole('tax-input'), debit: money(tax) }] : []), { account: bank, credit: money(net + tax) }],
    };
  }

  async function sell(date: string, name: string): Promise<void> {
    if (date > today) return;
    const lines = Array.from({ length: dice.between(1, 3) }, () => ({
      text: dice.one(demo.goods),
      quantity: String(dice.between(1, 6)),
      unitPrice: formatAmount(BigInt(dice.between(15, 60)) * BigInt(demo.sale), 2),
      taxCode: 'S',
      ...(dice.happens(12) && { discount: { percent: '5' } }),
    }));
    const draft = await api.post<{ id: string }>(`${at}/invoices`, { contact: dice.one(customers), date, dueDate: addDays(date, 30), lines }, key(`invoice-${name}`));
    const isFresh = date > addDays(today, -6);
    if (isFresh && dice.happens(50)) return;
    const invoice = await api.post<Invoice>(`${at}/invoices/${draft.id}/post`, {}, key(`post-${name}`));
    if (dice.happens(3)) return void (await api.post(`${at}/invoices/${invoice.id}/credit`, { date: addDays(date, 3) <= today ? addDays(date, 3) : today }, key(`credit-${name}`)));
    await settle(invoice, date, name, dice);
  }

  async function settle(invoice: Invoice, date: string, name: string, odds: Chance): Promise<void> {
    const paidOn = addDays(date, odds.between(4, 75));
    if (paidOn > today || odds.happens(8)) return;
    const contact = (await api.get<{ contact: { id: string } }>(`${at}/invoices/${invoice.id}`)).contact.id;
    const total = BigInt(invoice.total.replace('.', ''));
    const amount = money(odds.happens(10) ? total / 2n : total);
    await api.post(`${at}/payments`, { direction: 'in', contact, bankAccount: bank, date: paidOn, amount, allocations: [{ document: invoice.id, amount }] }, key(`payment-${name}`));
  }
}

const seedOf = (key: string): number => [...key].reduce((seed, letter) => (seed * 31 + (letter.codePointAt(0) ?? 0)) | 0, 7);
