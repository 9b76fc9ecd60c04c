import { allocate } from '../../../domain/accounting/invoicing/allocate.ts';
import { paymentWithMoves } from '../../../domain/accounting/invoicing/payment.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { Reading } from '../../platform/reading.ts';
import { entryPosted } from '../book/post-entry.ts';
import { commitPosting, postingFacts } from '../commit-posting.ts';
import { contactNames, documentNumbers } from './contact-names.ts';
import { documentWrites } from './document-writes.ts';
import { invoicesMoved, paymentHappened } from './happenings.ts';
import { loadOpenDocuments, loadPayment } from './load-documents.ts';
import type { invoicingRoutes } from './routes.ts';
import { settledWrites } from './settled-writes.ts';
import { numbersOf, wirePayment } from './wire-document.ts';

/** Allocates what is left of a payment. */
export const allocatePayment: Verb<typeof invoicingRoutes.allocatePayment> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadPayment(seen, call.params.paymentId);
  if (!before) return refuse('request.not_found');
  if (before.state === 'void') return refuse('payment.void');
  const targets = await loadOpenDocuments(
    seen,
    call.body.allocations.map(({ document }) => document),
  );
  const named = await contactNames(call.table, [before.contact]);
  const numbers = await documentNumbers(
    call.table,
    before.moves.flatMap((move) => move.with ?? []),
  );
  return commitPosting(call, {
    seen,
    decide: (book) => {
      const { id, number } = before;
      const outcome = allocate(
        before,
        { kind: 'payment', id, number },
        call.body.allocations,
        targets,
        call.body.date ?? call.today,
        book,
        postingFacts(call),
      );
      if (isRefusal(outcome)) return outcome;
      const { moves, settled, posting } = outcome;
      const payment = paymentWithMoves(before, moves);
      return {
        posting,
        writes: [...documentWrites({ kind: 'payment', document: before }, { kind: 'payment', document: payment }), ...settledWrites(settled)],
        happenings: [...posting.entries.map(entryPosted), paymentHappened('payment.allocated', payment, settled), ...invoicesMoved(settled, id)],
        answer: {
          status: 200 as const,
          body: wirePayment(payment, named(payment.contact), book.head.digits, numbersOf(settled, numbers)),
          version: payment.version,
        },
      };
    },
  });
};
