import { isRefusal, refuse } from '../../domain/kernel/decision.ts';
import type { Verb } from '../platform/call.ts';
import { TransactionCancelled } from '../platform/table/port.ts';
import { FirstAnswer, replayed } from './first-answer.ts';
import { admitGuess } from './guesses.ts';
import { IdentityStore } from './identity-store.ts';
import { arriving, findByPassword } from './open-account.ts';
import { identityRoutes } from './routes.ts';

/** Sign-ins of one person at the same instant take turns; beyond so many turns the chain tries afresh. */
const MAX_TURNS = 12;

/** Opens a session for whoever the password belongs to. An address that nobody uses takes as long as a wrong password. */
export const signIn: Verb<typeof identityRoutes.signIn> = async (call) => {
  const { email, password } = call.body;
  const store = await IdentityStore.open(call.ports);
  const first = new FirstAnswer(call);
  const before = await first.before(store.table, identityRoutes.signIn.answers[201]);
  if (isRefusal(before)) return before;
  if (before) return { status: 201, ...before, ...replayed };
  const slowed = await admitGuess(call, email, first.command);
  if (slowed) return slowed;

  const { match, digest } = await findByPassword(store, email, password, call.ports.randomBytes);
  if (!match) return refuse('credentials.wrong');
  for (let turn = 1; ; turn++) {
    const { session, writes } = await arriving(store, match, digest, first.token, call);
    try {
      await store.commit([...writes, ...first.remember(session)]);
      return { status: 201, body: session };
    } catch (thrown) {
      if (!(thrown instanceof TransactionCancelled) || turn === MAX_TURNS) throw thrown;
      // Its own twin may have been the one that was faster: then the chain finds that one's answer.
      if (call.idempotency) throw thrown;
    }
  }
};
