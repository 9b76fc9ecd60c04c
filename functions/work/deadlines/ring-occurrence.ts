import { daysBetween } from '../../../domain/kernel/dates.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import type { Happening } from '../../../domain/kernel/event.ts';
import { writeLetter } from '../../../domain/kernel/letter.ts';
import { openCase } from '../../../domain/work/cases/open-case.ts';
import type { Deadline, Occurrence } from '../../../domain/work/deadlines/deadline.ts';
import { deadlineMails } from '../../../domain/work/deadlines/mails.ts';
import { followDeadline, ring } from '../../../domain/work/deadlines/occurrences.ts';
import { type CaseKindCode, kindOf } from '../../../domain/work/kinds/case-kinds.ts';
import { firmOf } from '../../firms/firm-items.ts';
import { loadMember, membersOf } from '../../firms/members.ts';
import { loadAsset } from '../../it/assets/asset-items.ts';
import { firmKey } from '../../platform/auth/keys.ts';
import { viewOf } from '../../platform/due/work.ts';
import { firmLog } from '../../platform/firm-log.ts';
import { untilSettled } from '../../platform/http/retry.ts';
import { todayIn } from '../../platform/http/today.ts';
import { letterWrite } from '../../platform/mail/outbox.ts';
import { mintAt } from '../../platform/mint.ts';
import type { DueHandler, Ports } from '../../platform/ports.ts';
import { Reading } from '../../platform/reading.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import type { Item } from '../../platform/table/port.ts';
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
export const ringOccurrence: DueHandler = async (due, item, ports) => {
  const { table } = await viewOf(due, ports);
  const { deadline, date } = occurrenceOf(item);
  const outcome = await untilSettled(
    () => ringAt(deadline, date, item, table, ports),
    () => undefined,
  );
  if (isRefusal(outcome)) throw new Error(`${date} of ${deadline} keeps moving`);
};

async function ringAt(id: string, date: string, item: Item, table: FirmTable, ports: Ports): Promise<void> {
  const seen = new Reading(table);
  const [stored, found, firmItem] = await Promise.all([loadDeadline(seen, id), loadOccurrence(seen, id, date), table.get(firmKey)]);
  if (!stored || !firmItem || found?.state !== 'pending' || found.version !== item.v) return;
  const { deadline } = stored;
  const firm = firmOf(firmItem);
  const now = ports.clock.now();
  const settings = await currentSettings(seen, firm, ports);
  // A holiday that was entered since moves the due day, and with it what was to be told.
  const before = { ...followDeadline(found, deadline, settings.calendar), version: found.version };
  const { after, threshold, opensCase } = ring(before, deadline, firm.timeZone, now);
  const mint = mintAt(now, ports);
  const today = todayIn(firm.timeZone, now);
  const told = threshold === undefined ? [] : await addressesOf(deadline, table);
  const letter = threshold === undefined ? undefined : letterFor(deadline, after, { today, firm, pagesUrl: ports.pagesUrl });
  const mails = letter ? told.map((to) => letterWrite(to, letter, { mint, now })) : [];
  const reminded: Happening[] =
    threshold === undefined ? [] : [occurrenceHappened('deadline.reminded', deadline, after, { days: threshold, told: told.length })];
  const call = { ports, now, mint, actor: { kind: 'system' as const, name: 'clock' } };
  const log = firmLog(ports, firm.id, table);
  const write = (occurrence: Occurrence) => occurrenceWrites([found, deadline], [occurrence, deadline], firm.timeZone, now);

  if (!opensCase || deadline.does.type !== 'open-case') {
    await log.submit({ call, seen, decide: () => ({ writes: [...write(after), ...mails], happenings: reminded, answer: undefined }) });
    return;
  }
  const { kind, title = deadline.title, queue = kindOf(kind).queue } = deadline.does;
  const place = (await readQueue(seen, queue)) ?? (await readQueue(seen, kindOf(kind).queue));
  const caseId = mint('case');
  const fields = await fieldsFor(kind, deadline, table);
  await log.submit({
    call,
    seen,
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
}

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
