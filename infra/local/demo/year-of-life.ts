import { digitsOf } from '../../../domain/kernel/currencies.ts';
import { addDays, addMonths, type LocalDate, monthAfter, monthOf } from '../../../domain/kernel/dates.ts';
import { divideRounded, formatAmount } from '../../../domain/kernel/money.ts';
import { type Chance, chance } from './chance.ts';
import type { DemoFirm } from './demo-firms.ts';
import type { PublicApi } from './public-api.ts';

interface Account {
  readonly code: string;
  readonly role?: string;
}

const MONTHS = 12;
const COST_DAYS = [1, 25, 12, 6] as const;

/** A year in the life of a small firm, up to today: capital, monthly costs, sales on account, most of them paid, some late, a few in part, one or two credited. */
export async function liveAYear(api: PublicApi, firmId: string, demo: DemoFirm, today: LocalDate): Promise<void> {
  const at = `/v1/firms/${firmId}`;
  const key = (name: string): string => `demo-${demo.key}-${name}`;
  const dice = chance([...demo.key].reduce((seed, letter) => (seed * 31 + (letter.codePointAt(0) ?? 0)) | 0, 7));
  const digits = digitsOf(demo.firm.currency) ?? 2;
  const money = (minor: bigint): string => formatAmount(minor, digits);
  const accounts = (await api.get<{ data: readonly Account[] }>(`${at}/accounts`)).data;
  const withRole = (role: string): string => accounts.find((account) => account.role === role)?.code ?? '';
  const bank = withRole('bank');
  const start: LocalDate = addMonths(`${monthOf(today)}-01`, -MONTHS);

  const capital = money(BigInt(demo.capital.amount) * 10n ** BigInt(digits));
  await api.post(
    `${at}/entries`,
    {
      date: start,
      memo: demo.capital.memo,
      lines: [
        { account: bank, debit: capital },
        { account: withRole('capital'), credit: capital },
      ],
    },
    key('capital'),
  );
  await api.post(`${at}/entries/batch`, { entries: costs() }, key('costs'));
  const customers = await Promise.all(
    demo.customers.map((customer, i) => api.post<{ id: string }>(`${at}/contacts`, { ...customer, kind: 'customer' }, key(`customer-${i}`))),
  );
  // A month at a time, as it went: what a firm did in one month waits for the month before.
  for (const month of Map.groupBy(planSales(demo, dice, start, today), ({ date }) => monthOf(date)).values()) await Promise.all(month.map(sell));
  await api.post(`${at}/periods/${monthAfter(monthOf(today), -4)}/close`, {}, key('close'));

  function costs() {
    return Array.from({ length: MONTHS + 1 }, (_, m) => monthAfter(monthOf(start), m)).flatMap((month) =>
      demo.costs.flatMap(({ account, amount, taxBasisPoints, memo }, i) => {
        const date = `${month}-${String(COST_DAYS[i % COST_DAYS.length]).padStart(2, '0')}`;
        const net = BigInt(Math.round(amount * (0.94 + dice.between(0, 12) / 100))) * 10n ** BigInt(digits);
        const tax = divideRounded(net * BigInt(taxBasisPoints), 10_000n);
        const lines = [
          { account, debit: money(net) },
          ...(tax > 0n ? [{ account: withRole('tax-input'), debit: money(tax) }] : []),
          { account: bank, credit: money(net + tax) },
        ];
        return date <= today ? [{ date, memo, lines }] : [];
      }),
    );
  }

  async function sell({ name, customer, date, lines, fate, on }: Sale): Promise<void> {
    const contact = customers[customer]?.id;
    const draft = await api.post<{ id: string }>(`${at}/invoices`, { contact, date, dueDate: addDays(date, 30), lines }, key(`invoice-${name}`));
    if (fate === 'draft') return;
    const invoice = await api.post<{ total: string }>(`${at}/invoices/${draft.id}/post`, {}, key(`post-${name}`));
    if (fate === 'credited') await api.post(`${at}/invoices/${draft.id}/credit`, { date: on }, key(`credit-${name}`));
    if (fate !== 'paid' && fate !== 'part-paid') return;
    const total = BigInt(invoice.total.replace('.', ''));
    const amount = money(fate === 'paid' ? total : total / 2n);
    await api.post(
      `${at}/payments`,
      { direction: 'in', contact, bankAccount: bank, date: on, amount, allocations: [{ document: draft.id, amount }] },
      key(`payment-${name}`),
    );
  }
}

interface Sale {
  readonly name: string;
  readonly customer: number;
  readonly date: LocalDate;
  readonly lines: readonly object[];
  readonly fate: 'draft' | 'unpaid' | 'paid' | 'part-paid' | 'credited';
  /** When it was paid or credited. */
  readonly on: LocalDate;
}

/** What is sold in a year and what becomes of it, decided beforehand: the order in which answers come changes nothing. */
function planSales(demo: DemoFirm, dice: Chance, start: LocalDate, today: LocalDate): Sale[] {
  const sales: Sale[] = [];
  for (let m = 0; m <= MONTHS; m++) {
    const days = Array.from({ length: dice.between(3, 5) }, () => dice.between(1, 28)).sort((a, b) => a - b);
    for (const [s, day] of days.entries()) {
      const date = `${monthAfter(monthOf(start), m)}-${String(day).padStart(2, '0')}`;
      const lines = Array.from({ length: dice.between(1, 3) }, () => ({
        text: dice.one(demo.goods),
        quantity: String(dice.between(1, 6)),
        unitPrice: formatAmount(BigInt(dice.between(10, 28)) * BigInt(demo.sale), 2),
        taxCode: 'S',
        ...(dice.happens(12) && { discount: { percent: '5' } }),
      }));
      const customer = dice.between(0, demo.customers.length - 1);
      const settledOn = addDays(date, dice.between(4, 70));
      const fate = fateOf(dice, date, settledOn, today);
      const on = fate === 'credited' ? [addDays(date, 3), today].sort()[0] : settledOn;
      if (date <= today) sales.push({ name: `${date.slice(0, 7)}-${s}`, customer, date, lines, fate, on: on ?? today });
    }
  }
  return sales;
}

function fateOf(dice: Chance, date: LocalDate, settledOn: LocalDate, today: LocalDate): Sale['fate'] {
  const luck = dice.between(1, 100);
  if (date > addDays(today, -6)) return luck <= 50 ? 'draft' : 'unpaid';
  if (luck <= 3) return 'credited';
  if (settledOn > today || luck <= 11) return 'unpaid';
  return luck <= 20 ? 'part-paid' : 'paid';
}
