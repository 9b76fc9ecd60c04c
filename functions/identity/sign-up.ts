import { checkFirmRequest, foundFirm } from '../../domain/firms/found-firm.ts';
import { checkPassword } from '../../domain/identity/password.ts';
import { signUp as open, type User } from '../../domain/identity/sign-up.ts';
import { isRefusal } from '../../domain/kernel/decision.ts';
import { foundBook } from '../accounting/found-book.ts';
import { foundingItems } from '../firms/firm-items.ts';
import { wireFirm } from '../firms/wire-firm.ts';
import type { Call, Verb } from '../platform/call.ts';
import { foundingWrites } from '../platform/firm-log.ts';
import { FirmTable, IDENTITY_SCOPE } from '../platform/table/firm-table.ts';
import type { Write } from '../platform/table/port.ts';
import { FirstAnswer, replayed } from './first-answer.ts';
import { admitGuess } from './guesses.ts';
import { IdentityStore, openingOf } from './identity-store.ts';
import { identityKeys } from './keys.ts';
import { verificationLetter } from './letters.ts';
import { type Arriving, accountWrites, arriving, type Found, findByPassword, firstStored, mailing } from './open-account.ts';
import { identityRoutes } from './routes.ts';
import { wireUser } from './wire-user.ts';

type Route = typeof identityRoutes.signUp;

/** Opens an account and founds a firm with its book, in one transaction. What else there is at the address shows in nothing of the answer (ADR 20). */
export const signUp: Verb<Route> = async (call) => {
  const { email, password, name, locale } = call.body;
  const store = await IdentityStore.open(call.ports);
  const first = new FirstAnswer(call);
  const before = await first.before(store.table, identityRoutes.signUp.answers[201]);
  if (isRefusal(before)) return before;
  if (before) return { status: 201, ...before, ...replayed };

  const request = checkFirmRequest(call.body.firm, '/firm');
  if (isRefusal(request)) return request;
  const weak = checkPassword(password, email, '/password');
  if (weak) return weak;

  // A password that is known at the address signs in: so trying one here counts as trying one there.
  const slowed = await admitGuess(call, email, first.command);
  if (slowed) return slowed;

  const found = await findByPassword(store, email, password, call.ports.randomBytes);
  const person = found.match
    ? await arriving(store, found.match, found.digest, first.token, call)
    : newcomer(call, found, open({ email, name, locale }, { id: call.mint('user'), now: call.now, byMail: false }), first.token);
  const { user } = person;
  const founding = foundFirm(request, {
    id: call.mint('firm'),
    now: call.now,
    language: locale,
    founder: { user: user.id, name: user.name, email: user.email },
  });
  const { firm } = founding;
  const body = { user: wireUser(user), firm: wireFirm(firm), session: person.session };

  const table = await call.ports.table([IDENTITY_SCOPE, firm.id]);
  const own: Write[] = [
    ...person.writes,
    { kind: 'put', item: { ...identityKeys.userFirm({ user: user.id, firm: firm.id }), since: call.now } },
    ...first.remember(body),
  ];
  const actor = { kind: 'user', id: user.id, name: user.name } as const;
  const theirs = [
    ...foundingItems(founding),
    ...(await foundBook(firm)),
    ...foundingWrites(firm.id, founding.happenings, { at: call.now, by: actor, mint: call.mint }),
  ];
  const firmTable = new FirmTable(table, firm.id);
  const writes = [...own.map((write) => store.table.absoluteWrite(write)), ...theirs.map((write) => firmTable.absoluteWrite(write))];
  await table.transact(writes);
  return { status: 201, body };
};

/** Somebody new at the address, as far as anybody may know: with a mail to it, unless it had enough of them this hour. */
function newcomer(call: Call<Route>, { address, digest }: Found, opened: User, token: string): Arriving {
  const user = firstStored(opened);
  const { allowed, mails } = mailing(address, call.now);
  const { session, writes } = openingOf(user, 'new', token, call);
  return { user, session, writes: [...accountWrites(user, digest, address, mails), ...writes, ...(allowed ? verificationLetter(user, call) : [])] };
}
