import type { DueHandlers } from '../../platform/due/work.ts';

export const accessDue: DueHandlers = {
  'access.expiry': async () => (await import('./expire-access.ts')).expireAccess,
  'access.review': async () => (await import('./begin-review.ts')).beginReview,
};
