import { settledBy } from '../../../domain/accounting/invoicing/undo-allocations.ts';
import { voidPayment as decideVoid } from '../../../domain/accounting/invoicing/void-payment.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { Reading } from '../../platform/reading.ts';
import { entryPosted } from '../book/post-entry.ts';
import { commitPosting, postingFacts } from '../commit-posting.ts';
import { contactNames } from './contact-names.ts';
import { documentWrites } from './document-writes.ts';
import { entryOfDocument, reversalMark } from './entry-of-document.ts';
import { invoicesMoved, paymentHappened } from './happenings.ts';
import { loadOpenDocuments, loadPayment } from './load-documents.ts';
import type { invoicingRoutes } from './routes.ts';
import { settledWrites } from './settled-writes.ts';
import { numbersOf, wirePayment } from './wire-document.ts';

/** Voids a payment: what it settled is due again from that date on. */
export const voidPayment: Verb<typeof invoicingRoutes.voidPayment> = async (call) => {
  const seen = new Reading(call.table);
  const before = await loadPayment(seen, call.params.paymentId);
  if (!before) return refuse('request.not_found');
  const targets = await loadOpenDocuments(seen, settledBy(before.id, before.moves));
  const entry = await entryOfDocument(call.table, before.entry);
  const named = await contactNames(call.table, [before.contact]);
  return commitPosting(call, {
    seen,
    decide: (book) => {
      const outcome = decideVoid(before, entry, targets, call.body?.date ?? call.today, book, postingFacts(call));
      if (isRefusal(outcome)) return outcome;
      const { payment, settled, posting } = outcome;
      return {
        posting,
        writes: [
          ...documentWrites({ kind: 'payment', document: before }, { kind: 'payment', document: payment }),
          ...settledWrites(settled),
          ...reversalMark(entry, posting),
        ],
        happenings: [...posting.entries.map(entryPosted), paymentHappened('payment.voided', payment, settled), ...invoicesMoved(settled, payment.id)],
        answer: {
          status: 200 as const,
          body: wirePayment(payment, named(payment.contact), book.head.digits, numbersOf(settled)),
          version: payment.version,
        },
      };
    },
  });
};
