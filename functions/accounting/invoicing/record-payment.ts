import { recordPayment as decidePayment } from '../../../domain/accounting/invoicing/record-payment.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { Reading } from '../../platform/reading.ts';
import { entryPosted } from '../book/post-entry.ts';
import { commitPosting, postingFacts } from '../commit-posting.ts';
import { contactNames } from './contact-names.ts';
import { documentWrites } from './document-writes.ts';
import { firmSettings } from './firm-settings.ts';
import { invoicesMoved, paymentHappened } from './happenings.ts';
import { loadContact, loadOpenDocuments } from './load-documents.ts';
import type { invoicingRoutes } from './routes.ts';
import { settledWrites } from './settled-writes.ts';
import { numbersOf, wirePayment } from './wire-document.ts';

/** Records a payment: its entry, what it settles and what is left of it in one transaction. Two for the same due: one wins, the other sees what is left. */
export const recordPayment: Verb<typeof invoicingRoutes.recordPayment> = async (call) => {
  const seen = new Reading(call.table);
  const contact = await loadContact(seen, call.body.contact);
  const targets = await loadOpenDocuments(
    seen,
    (call.body.allocations ?? []).map(({ document }) => document),
  );
  const { numbering } = await firmSettings(call);
  const named = await contactNames(call.table, [call.body.contact]);
  const id = call.mint('payment');
  return commitPosting(call, {
    seen,
    decide: (book) => {
      const outcome = decidePayment(call.body, book, {
        id,
        contact,
        targets,
        numbering: numbering.invoice,
        today: call.today,
        posting: postingFacts(call),
      });
      if (isRefusal(outcome)) return outcome;
      const { payment, settled, posting } = outcome;
      return {
        posting,
        writes: [...documentWrites(undefined, { kind: 'payment', document: payment }), ...settledWrites(settled)],
        happenings: [...posting.entries.map(entryPosted), paymentHappened('payment.recorded', payment, settled), ...invoicesMoved(settled, id)],
        answer: {
          status: 201 as const,
          body: wirePayment(payment, named(payment.contact), book.head.digits, numbersOf(settled)),
          version: payment.version,
        },
      };
    },
  });
};
