import { paymentStateNames } from '../../../domain/accounting/invoicing/states.ts';
import type { Verb } from '../../platform/call.ts';
import { readBook } from '../read-book.ts';
import { documentNumbers } from './contact-names.ts';
import { paymentOf } from './document-items.ts';
import { invoicingKeys } from './keys.ts';
import { listDocuments } from './list-documents.ts';
import type { invoicingRoutes } from './routes.ts';
import { wirePayment } from './wire-document.ts';

/** Payments in and out, newest first. */
export const listPayments: Verb<typeof invoicingRoutes.listPayments> = async (call) => {
  const { direction } = call.query;
  const { documents, ...page } = await listDocuments(
    call,
    call.query,
    {
      kind: 'PAYMENT',
      states: paymentStateNames,
      partition: (state) => invoicingKeys.paymentsByState({ state, date: '', document: '' }).pk,
      read: paymentOf,
    },
    (payment) => direction === undefined || payment.direction === direction,
  );
  const [{ head }, numbers] = await Promise.all([
    readBook(call),
    documentNumbers(
      call.table,
      documents.flatMap(({ document }) => document.moves.flatMap((move) => move.with ?? [])),
    ),
  ]);
  return { status: 200, body: { data: documents.map(({ document, who }) => wirePayment(document, who, head.digits, numbers)), ...page } };
};
