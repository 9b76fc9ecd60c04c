import type { Verb } from '../platform/call.ts';
import { IdentityStore } from './identity-store.ts';
import { verificationLetter } from './letters.ts';
import { addressWrite, mailing } from './open-account.ts';
import type { identityRoutes } from './routes.ts';

/** Sends the caller another link to verify the address. One who has done so, or has had enough mails this hour, is sent none. */
export const requestEmailVerification: Verb<typeof identityRoutes.requestEmailVerification> = async (call) => {
  const store = await IdentityStore.open(call.ports);
  const user = await store.user(call.caller.user.id);
  const address = await store.address(user.email);
  const { allowed, mails } = mailing(address, call.now);
  if (user.verifiedAt === undefined && address && allowed)
    await store.commit([addressWrite(user.email, address, address.salt, mails), ...verificationLetter(user, call)]);
  return { status: 202, body: null };
};
