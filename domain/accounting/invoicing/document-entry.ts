import { type Outcome, refuse } from '../../kernel/decision.ts';
import type { BookHead, Dimensions, DocumentRef, EntryDraft, Line } from '../book.ts';
import type { ChartOfAccounts } from '../chart-of-accounts.ts';
import { dimensionsKey } from '../post.ts';
import type { Body } from './document.ts';
import { parseRate, worthInBook, worthOfParts } from './exchange.ts';
import { percentOf } from './percent.ts';

/** What a document comes to in the book's currency. */
export function worthOf({ rate, digits }: Pick<Body, 'rate' | 'digits'>, amount: bigint, head: BookHead): bigint {
  const parsed = rate === undefined ? undefined : parseRate(rate);
  return parsed === undefined ? amount : worthInBook(amount, parsed, digits, head.digits);
}

/**
 * The entry of an invoice: debit the customer once, credit income per account and dimension, credit the tax of each code. A credit note is its mirror.
 * One receivable leg, so that the customer's statement shows one line per document. Amounts of nothing are left out.
 */
export function documentEntry(
  body: Body,
  document: DocumentRef & { readonly number: string },
  who: string,
  head: BookHead,
  chart: ChartOfAccounts,
  base = worthOf(body, body.gross, head),
): Outcome<{ entry: EntryDraft; control: string; base: bigint }> {
  const control = chart.accountWithRole('receivable');
  if (!control) return refuse('account.role_missing', { role: 'receivable' });
  const output = chart.accountWithRole('tax-output');
  if (!output && body.tax !== 0n) return refuse('account.role_missing', { role: 'tax-output' });
  const parts = [
    ...incomeParts(body),
    ...body.taxes.map(({ taxCode, rateBasisPoints, tax }) => ({
      account: output?.code ?? '',
      amount: tax,
      memo: `${taxCode} ${percentOf(rateBasisPoints)}%`,
    })),
  ];
  const sign = document.kind === 'credit-note' ? -1n : 1n;
  const worth = worthOfParts(
    parts.map(({ amount }) => amount),
    base,
    (amount) => worthOf(body, amount, head),
  );
  const foreign = (amount: bigint) => (body.rate === undefined ? undefined : { foreign: { currency: body.currency, amount } });
  const lines: Line[] = [
    { account: control.code, amount: sign * base, ...foreign(sign * body.gross), contact: body.contact },
    ...parts.flatMap(({ amount, ...part }, i): Line[] =>
      amount === 0n && worth[i] === 0n ? [] : [{ ...part, amount: -sign * (worth[i] ?? 0n), ...foreign(-sign * amount) }],
    ),
  ];
  return {
    entry: { date: body.date, memo: `${document.number} ${who}`, ...(body.reference && { reference: body.reference }), lines, document },
    control: control.code,
    base: sign * base,
  };
}

function incomeParts({ lines }: Body): { account: string; amount: bigint; dimensions?: Dimensions }[] {
  const parts = new Map<string, { account: string; amount: bigint; dimensions?: Dimensions }>();
  for (const { account, dimensions, net } of lines) {
    const id = `${account}#${dimensionsKey(dimensions)}`;
    const part = parts.get(id) ?? { account, amount: 0n, ...(dimensions && { dimensions }) };
    parts.set(id, { ...part, amount: part.amount + net });
  }
  return [...parts.values()];
}
