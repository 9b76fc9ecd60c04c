import type { Output } from '../../api/route-types.ts';
import type { TypedDocument } from './typed-document.ts';

/** A saved draft as the editor takes it up again. */
export function typedFrom(document: Output<'getInvoice'> | Output<'getCreditNote'>): TypedDocument {
  return {
    contact: document.contact.id,
    date: document.date,
    dueDate: document.dueDate,
    currency: document.currency,
    rate: document.rate ?? '',
    pricesInclude: document.pricesInclude,
    reference: document.reference ?? '',
    notes: document.notes ?? '',
    reason: 'reason' in document ? (document.reason ?? '') : '',
    lines: document.lines.map((line, index) => ({
      key: index + 1,
      text: line.text,
      quantity: line.quantity,
      unitPrice: line.unitPrice,
      discount: line.discount ? ('percent' in line.discount ? `${line.discount.percent}%` : line.discount.amount) : '',
      taxCode: line.taxCode,
      account: line.account,
    })),
    saved: { id: document.id, version: document.version },
  };
}
