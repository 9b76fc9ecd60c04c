import type { SentDeadline } from '../../../domain/work/deadlines/deadline.ts';
import type { DeadlineFacts } from '../../../domain/work/deadlines/set-deadline.ts';
import { loadContact } from '../../accounting/invoicing/load-documents.ts';
import { loadMember } from '../../firms/members.ts';
import { loadAsset } from '../../it/assets/asset-items.ts';
import type { FirmCall } from '../../platform/call.ts';
import { personOf } from '../../platform/person.ts';
import type { Reading } from '../../platform/reading.ts';
import { loadCase } from '../change-case.ts';
import { readQueue } from '../queue-store.ts';
import { currentSettings } from '../settings-store.ts';
import type { ScheduleFacts } from './schedule.ts';

/** What a decision about a deadline rests on: who is named, which queue, whether what it is linked to is there. */
export async function deadlineFacts(call: FirmCall, sent: Partial<SentDeadline>, seen: Reading): Promise<DeadlineFacts> {
  const queue = sent.does?.type === 'open-case' ? sent.does.queue : undefined;
  const [owner, found, isLinkKnown] = await Promise.all([
    typeof sent.owner === 'string' ? loadMember(seen, sent.owner) : undefined,
    queue === undefined ? undefined : readQueue(seen, queue),
    linkIsKnown(sent.link, seen),
  ]);
  return {
    by: personOf(call),
    at: call.now,
    today: call.today,
    owner: owner && { id: owner.user, name: owner.name },
    queues: found ? [found] : [],
    isLinkKnown,
  };
}

async function linkIsKnown(link: SentDeadline['link'], seen: Reading): Promise<boolean> {
  switch (link?.kind) {
    case 'contact':
      return (await loadContact(seen, link.id)) !== undefined;
    case 'case':
      return (await loadCase(seen, link.id)) !== undefined;
    case 'asset':
      return (await loadAsset(seen, link.id)) !== undefined;
    default:
      // A record is looked for where it is opened: whoever may not see it finds nothing there.
      return true;
  }
}

/** The hours under which dates are shifted: the commit is conditional on them. */
export async function scheduleFacts(call: FirmCall, seen: Reading): Promise<ScheduleFacts> {
  const { calendar } = await currentSettings(seen, call.firm, call.ports);
  return { calendar, timeZone: call.firm.timeZone, now: call.now, today: call.today };
}
