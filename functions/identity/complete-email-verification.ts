import * as z from 'zod';
import { isRefusal } from '../../domain/kernel/decision.ts';
import type { Verb } from '../platform/call.ts';
import { FirstAnswer, replayed } from './first-answer.ts';
import { IdentityStore, userWrite } from './identity-store.ts';
import { credentialWrites } from './items.ts';
import { openLink } from './open-link.ts';
import type { identityRoutes } from './routes.ts';

/** Whoever reads the mail says that the account is theirs: from now on the address always leads to it. */
export const completeEmailVerification: Verb<typeof identityRoutes.completeEmailVerification> = async (call) => {
  const store = await IdentityStore.open(call.ports);
  const first = new FirstAnswer(call);
  const before = await first.before(store.table, z.null());
  if (isRefusal(before)) return before;
  if (before) return { status: 204, body: null, ...replayed };
  const link = await openLink(store, call.body.token, 'email-verification', call.now);
  if (isRefusal(link)) return link;
  const { user, used } = link;
  const credential = await store.credential(user);
  const verifiedAt = user.verifiedAt ?? call.now;
  await store.commit([
    used,
    ...credentialWrites(user.email, credential, { ...credential, verifiedAt }),
    userWrite(user, { ...user, verifiedAt, version: user.version + 1 }),
    ...first.remember(null),
  ]);
  return { status: 204, body: null };
};
