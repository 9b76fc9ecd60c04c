import { isCurrency } from '../../kernel/currencies.ts';
import { addDays, type LocalDate } from '../../kernel/dates.ts';
import { type Fault, type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import { formatAmount, MAX_MINOR, parseAmount } from '../../kernel/money.ts';
import type { BookHead, Dimensions } from '../book.ts';
import type { ChartOfAccounts } from '../chart-of-accounts.ts';
import { computeTax, type TaxableLine, type TaxRounding } from '../tax/compute-tax.ts';
import { rateOn, type TaxCode } from '../tax/tax-codes.ts';
import type { Contact } from './contact.ts';
import type { Body, DocumentLine, SentDiscount } from './document.ts';
import { parseDecimal, parseRate, worthInBook } from './exchange.ts';

/** A document as a caller sends it: quantities, prices and rates are decimal strings. */
export interface SentDocument {
  readonly contact: string;
  readonly date?: LocalDate | undefined;
  readonly dueDate?: LocalDate | undefined;
  readonly currency?: string | undefined;
  readonly rate?: string | undefined;
  readonly pricesInclude?: boolean | undefined;
  readonly series?: string | undefined;
  readonly lines: readonly SentLine[];
  readonly notes?: string | undefined;
  readonly reference?: string | undefined;
}
export interface SentLine {
  readonly text: string;
  readonly item?: string | undefined;
  readonly quantity?: string | undefined;
  readonly unitPrice: string;
  readonly discount?: SentDiscount | undefined;
  readonly taxCode: string;
  readonly account?: string | undefined;
  readonly dimensions?:
    | { readonly branch?: string | undefined; readonly project?: string | undefined; readonly costCentre?: string | undefined }
    | undefined;
}

export interface DraftFacts {
  /** The contact that was named, if there is one. */
  readonly contact: Contact | undefined;
  readonly head: BookHead;
  readonly chart: ChartOfAccounts;
  readonly taxCodes: readonly TaxCode[];
  readonly rounding: TaxRounding;
  readonly today: LocalDate;
  /** Where a line goes that names no account. */
  readonly defaultAccount: string | undefined;
}

/** Quantities and prices have up to this many decimals: fuel is sold at 0.6125 a litre, services by the sixth of an hour. */
export const QUANTITY_SCALE = 6;
export const PRICE_SCALE = 6;
/** A percentage has up to four decimals; the tax computation counts hundredths of a percent. */
const PERCENT_SCALE = 4;

/**
 * Reads what an invoice or credit note says and works out its totals, with the rates in force on its date.
 * Refusals in order: the contact, the currency and its rate, every fault of the dates and lines together, the total.
 */
export function readDraft(sent: SentDocument, facts: DraftFacts): Outcome<Body> {
  const { contact, head, today } = facts;
  if (!contact) return refuseAt('/contact', 'contact.unknown', { contact: sent.contact });
  if (contact.archived) return refuseAt('/contact', 'contact.archived', { contact: contact.name });
  if (contact.kind === 'supplier') return refuseAt('/contact', 'contact.not_customer', { contact: contact.name });
  const currency = sent.currency ?? contact.currency ?? head.currency;
  const digits = facts.chart.digitsOf(currency);
  if (digits === undefined || !(isCurrency(currency) || currency === head.currency)) return refuseAt('/currency', 'currency.unknown', { currency });
  const rate = currency === head.currency ? undefined : sent.rate === undefined ? undefined : parseRate(sent.rate);
  if (currency === head.currency && sent.rate !== undefined) return refuseAt('/rate', 'rate.unwanted');
  if (currency !== head.currency && rate === undefined)
    return refuseAt(
      '/rate',
      sent.rate === undefined ? 'rate.missing' : 'decimal.malformed',
      sent.rate === undefined ? { currency, bookCurrency: head.currency } : { value: sent.rate, decimals: 12, example: '3.75' },
    );

  const faults: Fault[] = [];
  const date = sent.date ?? today;
  const dueOn = sent.dueDate ?? addDays(date, contact.paymentTermsDays);
  if (dueOn < date) faults.push({ pointer: '/dueDate', code: 'document.due_early', values: { date } });
  const read = sent.lines.map((line, i) => readLine(line, `/lines/${i}`, date, digits, facts, faults));
  if (faults.length > 0) return refuse('request.invalid', undefined, faults);

  const pricesInclude = sent.pricesInclude ?? false;
  const computed = computeTax({ lines: read.map(({ taxable }) => taxable), pricesInclude, rounding: facts.rounding, digits });
  const lines = read.map(({ line, taxable }, i): DocumentLine => {
    const { listed = 0n, discount = 0n, net = 0n, tax = 0n, gross = 0n } = computed.lines[i] ?? {};
    if (size(discount) > size(listed)) faults.push({ pointer: `/lines/${i}/discount`, code: 'discount.too_large' });
    if (size(listed) > MAX_MINOR || size(gross) > MAX_MINOR) faults.push({ pointer: `/lines/${i}`, code: 'amount.too_large' });
    return { ...line, rateBasisPoints: taxable.rateBasisPoints, listed, discounted: discount, net, tax, gross };
  });
  if (faults.length > 0) return refuse('request.invalid', undefined, faults);
  if (computed.gross <= 0n) return refuse('document.nothing');
  const worth = rate === undefined ? computed.gross : worthInBook(computed.gross, rate, digits, head.digits);
  if (worth === 0n) return refuse('document.nothing');
  if (computed.gross > MAX_MINOR || worth > MAX_MINOR) return refuse('amount.too_large');

  return {
    contact: contact.id,
    date,
    dueOn,
    currency,
    digits,
    ...(sent.rate !== undefined && { rate: sent.rate }),
    pricesInclude,
    rounding: facts.rounding,
    lines,
    taxes: computed.taxes,
    net: computed.net,
    tax: computed.tax,
    gross: computed.gross,
    ...(sent.series !== undefined && { series: sent.series }),
    ...(sent.notes && { notes: sent.notes }),
    ...(sent.reference && { reference: sent.reference }),
  };
}

type EnteredLine = Omit<DocumentLine, 'rateBasisPoints' | 'listed' | 'discounted' | 'net' | 'tax' | 'gross'>;

function readLine(
  sent: SentLine,
  at: string,
  date: LocalDate,
  digits: number,
  facts: DraftFacts,
  faults: Fault[],
): { line: EnteredLine; taxable: TaxableLine } {
  const quantity = readDecimal(sent.quantity ?? '1', QUANTITY_SCALE, `${at}/quantity`, '1.5', faults);
  if (quantity <= 0n) faults.push({ pointer: `${at}/quantity`, code: 'amount.negative' });
  const unitPrice = readDecimal(sent.unitPrice, PRICE_SCALE, `${at}/unitPrice`, '99.95', faults);
  const discount = sent.discount && readDiscount(sent.discount, `${at}/discount`, digits, faults);
  const code = facts.taxCodes.find((one) => one.code === sent.taxCode);
  const rateBasisPoints = code && rateOn(code, date);
  if (!code) faults.push({ pointer: `${at}/taxCode`, code: 'tax_code.unknown', values: { taxCode: sent.taxCode } });
  else if (rateBasisPoints === undefined)
    faults.push({ pointer: `${at}/taxCode`, code: 'tax_code.no_rate', values: { taxCode: sent.taxCode, date } });
  const account = readAccount(sent.account, `${at}/account`, facts, faults);
  const dimensions = readDimensions(sent.dimensions, `${at}/dimensions`, facts.chart, faults);
  return {
    line: {
      text: sent.text,
      ...(sent.item && { item: sent.item }),
      quantity: sent.quantity ?? '1',
      unitPrice: sent.unitPrice,
      ...(sent.discount && { discount: sent.discount }),
      taxCode: sent.taxCode,
      account,
      ...(dimensions && { dimensions }),
    },
    taxable: {
      quantity: { value: quantity, scale: QUANTITY_SCALE },
      unitPrice: { value: unitPrice, scale: PRICE_SCALE },
      ...(discount && { discount }),
      taxCode: sent.taxCode,
      rateBasisPoints: rateBasisPoints ?? 0,
    },
  };
}

function readDecimal(text: string, scale: number, pointer: string, example: string, faults: Fault[]): bigint {
  const value = parseDecimal(text, scale);
  if (value === undefined) faults.push({ pointer, code: 'decimal.malformed', values: { value: text, decimals: scale, example } });
  return value ?? 1n;
}

function readDiscount(sent: SentDiscount, at: string, digits: number, faults: Fault[]): TaxableLine['discount'] {
  if ('amount' in sent) {
    const amount = parseAmount(sent.amount, digits);
    if (typeof amount === 'bigint' && amount >= 0n) return { amount };
    faults.push({
      pointer: `${at}/amount`,
      code: typeof amount === 'bigint' ? 'amount.negative' : amount,
      values: { amount: sent.amount, digits, example: formatAmount(1000n, digits), currency: '' },
    });
    return undefined;
  }
  const percent = readDecimal(sent.percent, PERCENT_SCALE, `${at}/percent`, '12.5', faults);
  if (percent < 0n) faults.push({ pointer: `${at}/percent`, code: 'amount.negative' });
  if (percent > 100n * 10n ** BigInt(PERCENT_SCALE)) faults.push({ pointer: `${at}/percent`, code: 'discount.too_large' });
  // One correctly rounded division, so that the number prints as the decimal that was sent.
  return { percentBasisPoints: Number(percent) / 10 ** (PERCENT_SCALE - 2) };
}

/** The account of a line: any active one but those whose balance the documents themselves keep. */
function readAccount(sent: string | undefined, pointer: string, { chart, defaultAccount }: DraftFacts, faults: Fault[]): string {
  const code = sent ?? defaultAccount;
  if (code === undefined) {
    faults.push({ pointer, code: 'account.role_missing', values: { role: 'sales' } });
    return '';
  }
  const account = chart.accounts.get(code);
  if (!account) faults.push({ pointer, code: 'account.unknown', values: { account: code } });
  else if (account.archived) faults.push({ pointer, code: 'account.archived', values: { account: code } });
  else if (account.role === 'receivable' || account.role === 'payable')
    faults.push({ pointer, code: 'account.is_control', values: { account: code } });
  return code;
}

function readDimensions(sent: SentLine['dimensions'], at: string, chart: ChartOfAccounts, faults: Fault[]): Dimensions | undefined {
  const given = Object.entries(sent ?? {}).filter((pair): pair is [keyof Dimensions, string] => pair[1] !== undefined);
  for (const [kind, value] of given) {
    const known = chart.dimension(kind, value);
    if (!known || known.archived) faults.push({ pointer: `${at}/${kind}`, code: 'dimension.unknown', values: { kind, value } });
  }
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}

const size = (amount: bigint): bigint => (amount < 0n ? -amount : amount);
