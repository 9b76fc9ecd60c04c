import type { CreditNote, Invoice } from '../../../domain/accounting/invoicing/document.ts';
import { type Moves, settledOn } from '../../../domain/accounting/invoicing/open-item.ts';
import type { Payment } from '../../../domain/accounting/invoicing/payment.ts';
import { ledgerOf, type OpenDocument } from '../../../domain/accounting/invoicing/settle.ts';
import { type Dated, datedPlace } from '../../platform/dated/dated.ts';
import type { FirmItem } from '../../platform/table/firm-table.ts';
import type { Value, Write } from '../../platform/table/port.ts';
import { creditNoteItem, invoiceItem, moveValues, paymentItem } from './document-items.ts';
import { invoicingKeys, NOT_SETTLED } from './keys.ts';

/** A document of any kind and state. */
export type AnyDocument =
  | { readonly kind: 'invoice'; readonly document: Invoice }
  | { readonly kind: 'credit-note'; readonly document: CreditNote }
  | { readonly kind: 'payment'; readonly document: Payment };

/**
 * What a document writes from one state to the next: itself, its place among the contact's documents, its row among the open items (which moves when it is
 * settled or due again, ADR 30), which stands on the calendar while something is due, and what its ledger moves add to the contact's balance.
 */
export function documentWrites(before: AnyDocument | undefined, after: AnyDocument): Write[] {
  const place = placeOf(after);
  const left = before && placeOf(before);
  const moved = left === undefined || left.pk !== place.pk || left.sk !== place.sk;
  return [
    { kind: 'put', item: itemOf(after) },
    ...(left && moved ? [{ kind: 'delete' as const, key: left }] : []),
    ...(moved ? [{ kind: 'put' as const, item: { ...place, v: 1 } }] : []),
    ...openItemWrites(postedOf(before), postedOf(after)),
  ];
}

/** What discarding a draft writes. */
export function discardWrites(draft: AnyDocument): Write[] {
  const { pk, sk } = itemOf(draft);
  return [
    { kind: 'delete', key: { pk, sk } },
    { kind: 'delete', key: placeOf(draft) },
  ];
}

function openItemWrites(before: OpenDocument | undefined, after: OpenDocument | undefined): Write[] {
  if (!after) return [];
  const row = openItem(after);
  const old = before && openItem(before);
  const writes: Write[] = [{ kind: 'put', item: row }];
  if (old && old.sk !== row.sk) writes.push({ kind: 'delete', key: { pk: old.pk, sk: old.sk } });
  const added = owed(after.document.moves) - owed(before?.document.moves ?? []);
  if (added !== 0n)
    writes.push({
      kind: 'update',
      key: invoicingKeys.contactBalance({ contact: after.document.contact }),
      add: { [ledgerOf(after)]: Number(added) },
    });
  return writes;
}

function openItem(open: OpenDocument): FirmItem {
  const { document, kind } = open;
  const due = dueDayOf(open);
  return {
    ...invoicingKeys.openItem({ ledger: ledgerOf(open), settledOn: settledOn(document.moves) ?? NOT_SETTLED, document: document.id }),
    kind,
    number: document.number,
    contact: document.contact,
    control: document.control,
    currency: document.currency,
    dueOn: kind === 'payment' ? document.date : document.dueOn,
    moves: moveValues(document.moves) as Value,
    ...(due && datedPlace(due)),
  };
}

/** The day on which an invoice is to be paid: on the calendar from its posting until nothing of it is due. */
function dueDayOf(any: OpenDocument): Dated | undefined {
  if (any.kind !== 'invoice') return undefined;
  const { document } = any;
  if (document.state !== 'posted' && document.state !== 'partially-paid') return undefined;
  return { on: document.dueOn, source: 'invoice-due', id: document.id, title: `${document.number} · ${document.buyer.name}` };
}

/** What a document put on the control account: every move but allocations, which only settle it against another. */
const owed = (moves: Moves): bigint => moves.reduce((sum, { kind, base }) => (kind === 'allocation' || kind === 'undone' ? sum : sum + base), 0n);

export const kindKeys = { invoice: 'INVOICE', 'credit-note': 'CREDIT-NOTE', payment: 'PAYMENT' } as const;
const placeOf = ({ kind, document }: AnyDocument) =>
  invoicingKeys.contactDocument({ contact: document.contact, kind: kindKeys[kind], date: document.date, document: document.id });

function itemOf({ kind, document }: AnyDocument): FirmItem {
  switch (kind) {
    case 'invoice':
      return invoiceItem(document);
    case 'credit-note':
      return creditNoteItem(document);
    case 'payment':
      return paymentItem(document);
    default:
      return kind satisfies never;
  }
}

function postedOf(any: AnyDocument | undefined): OpenDocument | undefined {
  if (!any) return undefined;
  switch (any.kind) {
    case 'invoice':
      return any.document.state === 'draft' ? undefined : { kind: 'invoice', document: any.document };
    case 'credit-note':
      return any.document.state === 'draft' ? undefined : { kind: 'credit-note', document: any.document };
    case 'payment':
      return any;
    default:
      return any satisfies never;
  }
}
