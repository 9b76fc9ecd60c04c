import { daysBetween } from '../../../domain/kernel/dates.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import type { Happening } from '../../../domain/kernel/event.ts';
import { writeLetter } from '../../../domain/kernel/letter.ts';
import { openCase } from '../../../domain/work/cases/open-case.ts';
import type { Deadline, Occurrence } from '../../../domain/work/deadlines/deadline.ts';
import { deadlineMails } from '../../../domain/work/deadlines/mails.ts';
import { followDeadline, ring } from '../../../domain/work/deadlines/occurrences.ts';
import { type CaseKindCode, kindOf } from '../../../domain/work/kinds/case-kinds.ts';
import type { firmOf } from '../../firms/firm-items.ts';
import { loadMember, membersOf } from '../../firms/members.ts';
import { commitDue, whenDue } from '../../firms/when-due.ts';
import { loadAsset } from '../../it/assets/asset-items.ts';
import { letterWrite } from '../../platform/mail/outbox.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { caseWrites } from '../case-items.ts';
import { happened } from '../change-case.ts';
import { caseNumbers } from '../open-case.ts';
import { readQueue } from '../queue-store.ts';
import { currentSettings } from '../settings-store.ts';
import { occurrenceOf, occurrenceWrites } from './deadline-items.ts';
import { occurrenceHappened } from './happenings.ts';
import { loadDeadline, loadOccurrence } from './load-deadline.ts';

/** Owners told of a deadline that nobody has. */
const MOST_TOLD = 20;

/** A threshold of an occurrence has come, or the day on which it opens its case: told once, opened once, whatever was handed over and however often. */
export const ringOccurrence = whenDue(async (call, item) => {
  const { table, ports, firm, now, today, mint, seen } = call;
  const { deadline: id, date } = occurrenceOf(item);
  const [stored, found] = await Promise.all([loadDeadline(seen, id), loadOccurrence(seen, id, date)]);
  if (!stored || found?.state !== 'pending' || found.version !== item.v) return;
  const { deadline } = stored;
  const settings = await currentSettings(seen, firm, ports);
  // A holiday that was entered since moves the due day, and with it what was to be told.
  const before = { ...followDeadline(found, deadline, settings.calendar), version: found.version };
  const { after, threshold, opensCase } = ring(before, deadline, firm.timeZone, now);
  const told = threshold === undefined ? [] : await addressesOf(deadline, table);
  const letter = threshold === undefined ? undefined : letterFor(deadline, after, { today, firm, pagesUrl: ports.pagesUrl });
  const mails = letter ? told.map((to) => letterWrite(to, letter, { mint, now })) : [];
  const reminded: Happening[] =
    threshold === undefined ? [] : [occurrenceHappened('deadline.reminded', deadline, after, { days: threshold, told: told.length })];
  const write = (occurrence: Occurrence) => occurrenceWrites([found, deadline], [occurrence, deadline], firm.timeZone, now);

  if (!opensCase || deadline.does.type !== 'open-case') {
    await commitDue(call, { decide: () => ({ writes: [...write(after), ...mails], happenings: reminded, answer: undefined }) });
    return;
  }
  const { kind, title = deadline.title, queue = kindOf(kind).queue } = deadline.does;
  const place = (await readQueue(seen, queue)) ?? (await readQueue(seen, kindOf(kind).queue));
  const caseId = mint('case');
  const fields = await fieldsFor(kind, deadline, table);
  await commitDue(call, {
    serial: caseNumbers,
    decide: ({ last }) => {
      const act = openCase(
        { kind, title, fields, queue: place?.archived ? kindOf(kind).queue : place?.code },
        {
          id: caseId,
          number: last + 1,
          by: deadline.owner ?? deadline.createdBy,
          at: now,
          settings: settings.version,
          queues: place ? [{ ...place, archived: false }] : [],
          contact: undefined,
        },
      );
      if (isRefusal(act)) return act;
      const opened = { ...after, case: caseId };
      return {
        state: { last: last + 1 },
        writes: [...write(opened), ...caseWrites(undefined, act.case, settings, now), ...mails],
        happenings: [...reminded, happened(act), occurrenceHappened('deadline.case_opened', deadline, opened, { case: caseId })],
        answer: undefined,
      };
    },
  });
});

/** What the case is about, where the deadline is about an asset and the form asks for one. */
async function fieldsFor(kind: CaseKindCode, { link }: Deadline, table: FirmTable): Promise<Readonly<Record<string, unknown>>> {
  const { form } = kindOf(kind);
  const asset = link?.kind === 'asset' && 'asset' in form.shape ? await loadAsset(table, link.id) : undefined;
  return form.parse(asset ? { asset: `${asset.tag} ${asset.name}` } : {});
}

/** Whoever has the deadline; the owners of the firm where nobody has it, or has left. */
async function addressesOf(deadline: Deadline, table: FirmTable): Promise<readonly string[]> {
  const owner = deadline.owner && (await loadMember(table, deadline.owner.id));
  if (owner) return [owner.email];
  const members = await membersOf(table);
  return members
    .filter(({ role }) => role === 'owner')
    .map(({ email }) => email)
    .slice(0, MOST_TOLD);
}

function letterFor(
  { id, title }: Deadline,
  { dueOn }: Occurrence,
  { today, firm, pagesUrl }: { readonly today: string; readonly firm: ReturnType<typeof firmOf>; readonly pagesUrl: string },
) {
  const days = daysBetween(today, dueOn);
  const letter = days > 0 ? deadlineMails.coming : days === 0 ? deadlineMails.today : deadlineMails.overdue;
  return writeLetter(letter, firm.language, { title, firm: firm.name, dueOn, days }, [{ url: `${pagesUrl}/firms/${firm.id}/deadlines/${id}` }]);
}
