import { say } from '../../domain/kernel/language.ts';
import { writeLetter } from '../../domain/kernel/letter.ts';
import { localTimeOf } from '../../domain/work/calendars/zone.ts';
import type { Case } from '../../domain/work/cases/case.ts';
import { clocksOf, fireClocks, toldOf } from '../../domain/work/cases/case-clocks.ts';
import type { DeskSettings } from '../../domain/work/cases/desk-settings.ts';
import { clockMails, clockTitles, nobody } from '../../domain/work/cases/mails.ts';
import type { ClockFired } from '../../domain/work/clocks/clock-event.ts';
import { membersOf } from '../firms/members.ts';
import { commitDue, type DueCall, whenDue } from '../firms/when-due.ts';
import { letterWrite } from '../platform/mail/outbox.ts';
import type { Write } from '../platform/table/port.ts';
import { caseWrites } from './case-items.ts';
import { happened, loadCase } from './change-case.ts';
import { mailKeys } from './mail/keys.ts';
import { currentSettings, settingsOf } from './settings-store.ts';

/** Mails of one firing: a transaction holds no more beside the case. */
const MAX_TOLD = 40;

/** A clock of a case warns or is breached: told once in the chain of events, and by mail. Handed the same instant twice, the second finds nothing to do. */
export const ringClocks = whenDue(async (call, item, due) => {
  const { table, ports, firm, now, seen } = call;
  const stored = await loadCase(seen, String(item.id));
  if (stored?.dueAt !== due.at) return;
  const settings = await settingsOf(stored.case, await currentSettings(seen, firm, ports), table, firm, ports);
  const fired = fireClocks(stored.case, settings, now);
  // Its hours have changed since this instant was written down: it is put where it belongs now.
  const after = { ...(fired?.case ?? { ...stored.case, version: stored.case.version + 1 }), settings: settings.version };
  const mails = fired ? await mailsOf(after, fired.fired, settings, call) : [];
  await commitDue(call, {
    decide: () => ({
      writes: [...caseWrites(stored, after, settings, now), ...mails],
      happenings: (fired?.acts ?? []).map((act) => happened({ ...act, case: after })),
      answer: undefined,
    }),
  });
});

/** Mails come in the firm's language, and tell the time on its own clocks. */
async function mailsOf(
  one: Case,
  fired: readonly ClockFired[],
  settings: DeskSettings,
  { table, ports, firm, now, mint }: DueCall,
): Promise<readonly Write[]> {
  const members = await membersOf(table);
  const told = new Set(
    toldOf(
      one,
      members.map(({ user, name, role }) => ({ id: user, name, role })),
    ).map(({ id }) => id),
  );
  const off = await table.batchGet(members.filter(({ user }) => told.has(user)).map(({ user }) => mailKeys.preference({ user })));
  const silent = new Set(off.flatMap((item) => (item?.off === true ? [item.sk] : [])));
  const addresses = members.filter(({ user }) => told.has(user) && !silent.has(user)).slice(0, MAX_TOLD);
  const { language } = firm;
  const clocks = clocksOf(one, settings, now);
  return fired.flatMap((event) => {
    const at = event.type === 'breached' ? event.breachedAt : clocks.find(({ name }) => name === event.clock)?.dueAt;
    const local = localTimeOf(firm.timeZone, at ?? event.at);
    const values = {
      number: one.number,
      title: one.title,
      firm: firm.name,
      clock: say(clockTitles[event.clock], language),
      dueAt: `${local.date} ${local.time}`,
      assignee: one.assignee?.name ?? say(nobody, language),
    };
    const letter = writeLetter(clockMails[event.type], language, values, [{ url: `${ports.pagesUrl}/firms/${firm.id}/cases/${one.id}` }]);
    return addresses.map(({ email }) => letterWrite(email, letter, { mint, now }));
  });
}
