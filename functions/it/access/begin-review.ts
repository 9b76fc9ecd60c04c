import { startReview } from '../../../domain/it/access/access.ts';
import { reviewMail } from '../../../domain/it/access/mails.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import { commitDue, whenDue } from '../../firms/when-due.ts';
import { tell } from '../mails.ts';
import { aboutReview, loadSystem, reviewWrites, systemWrites } from './access-items.ts';
import { grantsOn } from './grants.ts';
import { systemUnder } from './reviews.ts';

/** The day of a review has come: it begins by itself, and the owner of the system is told. */
export const beginReview = whenDue(async (call, item) => {
  const { table, firm, now, today, mint, seen } = call;
  const id = String(item.id);
  const system = await loadSystem(seen, id);
  if (!system || system.review !== undefined || system.archived || system.reviewOn > today) return;
  const review = startReview(system, await grantsOn(table, id), { id: mint('accessReview'), at: now, today });
  if (isRefusal(review)) throw new Error(`no review of ${id}: ${review.refused}`);
  const values = { system: system.name, lines: review.lines.length, dueOn: review.dueOn };
  const mails = review.state === 'done' ? [] : await tell(call, { users: [system.owner.id] }, reviewMail, values, `/access-reviews/${review.id}`);
  await commitDue(call, {
    decide: () => ({
      writes: [
        ...reviewWrites(undefined, review),
        ...systemWrites(system, systemUnder(system, review, today), { timeZone: firm.timeZone, now }),
        ...mails,
      ],
      happenings: [aboutReview('access_review.started', review, { lines: review.lines.length })],
      answer: undefined,
    }),
  });
});
