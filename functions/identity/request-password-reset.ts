import type { Verb } from '../platform/call.ts';
import type { Write } from '../platform/table/port.ts';
import { IdentityStore } from './identity-store.ts';
import { identityKeys } from './keys.ts';
import type { identityRoutes } from './routes.ts';
import { PASSWORD_RESET } from './send-password-reset.ts';

/**
 * Only notes what was asked. Whose address it is, if anybody's, is looked up after the answer has gone: so the answer cannot tell,
 * nor can the time that it takes.
 */
export const requestPasswordReset: Verb<typeof identityRoutes.requestPasswordReset> = async (call) => {
  const store = await IdentityStore.open(call.ports);
  const note: Write = {
    kind: 'put',
    item: { ...identityKeys.resetRequest({ request: call.mint('request') }), email: call.body.email, due: { at: call.now, handler: PASSWORD_RESET } },
  };
  await store.commit([note]);
  return { status: 202, body: null };
};
