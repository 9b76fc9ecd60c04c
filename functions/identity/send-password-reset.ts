import { mintAt } from '../platform/mint.ts';
import type { DueHandler } from '../platform/ports.ts';
import { email } from '../platform/wire.ts';
import { IdentityStore } from './identity-store.ts';
import { resetLetter } from './letters.ts';
import { addressWrite, mailing } from './open-account.ts';

export const PASSWORD_RESET = 'identity.password-reset';

/** Writes to whoever signed up with an address that a new password was asked for. Nobody: nothing is sent. */
export const sendPasswordReset: DueHandler = async (due, item, ports) => {
  const store = await IdentityStore.open(ports);
  const asked = email.parse(item.email);
  const now = ports.clock.now();
  const address = await store.address(asked);
  const { allowed, mails } = mailing(address, now);
  const users = address && allowed ? await Promise.all((await store.candidates(asked)).map(({ user }) => store.user(user))) : [];
  await store.commit([
    // Gone: somebody else has sent it.
    { kind: 'delete', key: { pk: item.pk, sk: due.sk }, when: { exists: true } },
    ...(address && users.length > 0
      ? [addressWrite(asked, address, address.salt, mails), ...resetLetter(users, { now, mint: mintAt(now, ports), ports })]
      : []),
  ]);
};
