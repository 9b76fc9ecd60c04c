import { refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { readBook } from '../read-book.ts';
import { contactNames, documentNumbers } from './contact-names.ts';
import { loadPayment } from './load-documents.ts';
import type { invoicingRoutes } from './routes.ts';
import { trailOf } from './trail.ts';
import { wirePayment } from './wire-document.ts';

/** One payment with what it settles and what happened to it. */
export const getPayment: Verb<typeof invoicingRoutes.getPayment> = async (call) => {
  const payment = await loadPayment(call.table, call.params.paymentId);
  if (!payment) return refuse('request.not_found');
  const [{ head }, named, numbers, events] = await Promise.all([
    readBook(call),
    contactNames(call.table, [payment.contact]),
    documentNumbers(
      call.table,
      payment.moves.flatMap((move) => move.with ?? []),
    ),
    trailOf(call.table, 'payment', payment.id),
  ]);
  return { status: 200, body: { ...wirePayment(payment, named(payment.contact), head.digits, numbers), events }, version: payment.version };
};
