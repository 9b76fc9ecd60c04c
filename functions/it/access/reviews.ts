import {
  answerReview as decideAnswer,
  startReview as decideStart,
  nextReviewOn,
  type Review,
  type System,
  stepGrant,
} from '../../../domain/it/access/access.ts';
import { isRefusal, refuse, refuseAt } from '../../../domain/kernel/decision.ts';
import type { Happening } from '../../../domain/kernel/event.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { pageOf } from '../../platform/lists/page-of.ts';
import { personOf } from '../../platform/person.ts';
import type { Write } from '../../platform/table/port.ts';
import {
  aboutGrant,
  aboutReview,
  grantWrites,
  loadGrant,
  loadReview,
  loadSystem,
  reviewWrites,
  systemWrites,
  wireReview,
  wireReviewSummary,
} from './access-items.ts';
import { grantsOn } from './grants.ts';
import { accessKeys } from './keys.ts';
import type { accessRoutes } from './routes.ts';

/** The system while a review of it runs; once it is done, its next review stands in its calendar. */
export function systemUnder(system: System, review: Review, today: string): System {
  const { review: _, ...free } = system;
  return review.state === 'done'
    ? { ...free, reviewOn: nextReviewOn(system, today), version: system.version + 1 }
    : { ...free, review: review.id, reviewOn: review.dueOn, version: system.version + 1 };
}

/** Puts all access to a system before its owner. */
export const startReview: Verb<typeof accessRoutes.startReview> = async (call) => {
  const seen = new Reading(call.table);
  const system = await loadSystem(seen, call.body.system);
  if (!system || system.archived) return refuseAt('/system', 'system.unknown');
  const review = decideStart(system, await grantsOn(call.table, system.id), { id: call.mint('accessReview'), at: call.now, today: call.today });
  if (isRefusal(review)) return review;
  return commit(call, {
    seen,
    decide: () => ({
      writes: [
        ...reviewWrites(undefined, review),
        ...systemWrites(system, systemUnder(system, review, call.today), { timeZone: call.firm.timeZone, now: call.now }),
      ],
      happenings: [aboutReview('access_review.started', review, { lines: review.lines.length })],
      answer: { status: 201 as const, body: wireReview(review, call.today), version: 1 },
    }),
  });
};

/** Keeps or takes back one line; taking back revokes the access in the same commit. */
export const answerReview: Verb<typeof accessRoutes.answerReview> = async (call) => {
  const seen = new Reading(call.table);
  const { reviewId, grantId } = call.params;
  const before = await loadReview(seen, reviewId);
  if (!before) return refuse('request.not_found');
  const { decision, note } = call.body;
  const by = personOf(call);
  const isFirmOwner = call.role === 'owner';
  const after = decideAnswer(before, { grant: grantId, decision, note, by, at: call.now, isFirmOwner });
  if (isRefusal(after)) return after;
  const [grant, system] = await Promise.all([loadGrant(seen, grantId), loadSystem(seen, before.system)]);
  if (!grant || !system) return refuse('request.not_found');
  const writes: Write[] = reviewWrites(before, after);
  const happenings: Happening[] = [aboutReview('access_review.answered', after, { grant: grantId, holder: grant.holder, decision, note })];
  if (decision === 'revoked' && grant.state !== 'revoked') {
    const revoked = stepGrant(grant, 'revoke', system, { by, at: call.now, note, isFirmOwner });
    if (isRefusal(revoked)) return revoked;
    writes.push(...grantWrites(grant, revoked, call.firm));
    happenings.push(aboutGrant('access.revoked', revoked));
  }
  if (after.state === 'done') {
    writes.push(...systemWrites(system, systemUnder(system, after, call.today), { timeZone: call.firm.timeZone, now: call.now }));
    happenings.push(aboutReview('access_review.done', after));
  }
  return commit(call, {
    seen,
    decide: () => ({ writes, happenings, answer: { status: 200 as const, body: wireReview(after, call.today), version: after.version } }),
  });
};

export const listReviews: Verb<typeof accessRoutes.listReviews> = async (call) => {
  const { state, system } = call.query;
  const page = await pageOf<Review>(
    call,
    { index: 'gsi1', pk: accessKeys.reviews({ review: '' }).pk, descending: true },
    (one) => (state === undefined || one.state === state) && (system === undefined || one.system === system),
  );
  return { status: 200, body: { ...page, data: page.data.map((one) => wireReviewSummary(one, call.today)) } };
};

export const getReview: Verb<typeof accessRoutes.getReview> = async ({ table, params, today }) => {
  const one = await loadReview(table, params.reviewId);
  return one ? { status: 200, body: wireReview(one, today), version: one.version } : refuse('request.not_found');
};
