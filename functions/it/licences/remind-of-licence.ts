import { dueOn, type Licence, lastTerm, reminded, renewLicence, seatLimit, successorOf } from '../../../domain/it/licences/licence.ts';
import { renewalMail } from '../../../domain/it/licences/mails.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import { commitDue, whenDue } from '../../firms/when-due.ts';
import { tell } from '../mails.ts';
import { aboutLicence, licenceWrites, loadLicence, seatSerial } from './licence-items.ts';

/** A day of a licence has come: its keepers are reminded, it renews itself, or it ends. Handed the same day twice, the second finds nothing to do. */
export const remindOfLicence = whenDue(async (call, item) => {
  const { table, ports, firm, now, today } = call;
  const id = String(item.id);
  const before = await loadLicence(call.seen, id);
  if (!before) return;
  const due = dueOn(before, today);
  const timing = { today, now, timeZone: firm.timeZone };
  const mails = async (after: Licence, days: number, held: number) =>
    tell(
      call,
      { permission: 'licence.manage' },
      renewalMail,
      { product: after.product, days, endsOn: lastTerm(after).endsOn ?? '', held, seats: seatLimit(after, today) },
      `/licences/${id}`,
    );
  const heldNow = await seatSerial(id).load(table, ports, undefined);
  const told = due?.kind === 'remind' ? reminded(before, due.skipped) : undefined;
  const letters = told && due?.kind === 'remind' ? await mails(told, due.days, heldNow.held) : [];
  await commitDue(call, {
    serial: seatSerial(id),
    decide: ({ held }) => {
      if (told && due?.kind === 'remind')
        return {
          writes: [...licenceWrites(before, told, timing), ...letters],
          happenings: [aboutLicence('licence.reminded', told, { days: due.days, endsOn: lastTerm(told).endsOn ?? null })],
          answer: undefined,
        };
      const successor = due?.kind === 'renew' ? successorOf(lastTerm(before)) : undefined;
      const renewed = successor && renewLicence(before, { ...successor, seats: Math.max(successor.seats, held) }, held, now);
      if (renewed && !isRefusal(renewed))
        return {
          writes: licenceWrites(before, renewed, timing),
          happenings: [aboutLicence('licence.renewed', renewed, { seats: lastTerm(renewed).seats, endsOn: lastTerm(renewed).endsOn ?? null })],
          answer: undefined,
        };
      // Its day has moved: it is put where it belongs. An end is told once, and nothing is due after it.
      const after = { ...before, version: before.version + 1 };
      const ended = due !== undefined;
      return {
        writes: licenceWrites(before, after, { ...timing, ended }),
        happenings: ended ? [aboutLicence('licence.expired', after, { endsOn: lastTerm(after).endsOn ?? null })] : [],
        answer: undefined,
      };
    },
  });
});
