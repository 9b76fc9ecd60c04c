import { refuse } from '../../domain/kernel/decision.ts';
import type { Case, Party } from '../../domain/work/cases/case.ts';
import { seesInternal } from '../../domain/work/cases/internal-comments.ts';
import { loadContact } from '../accounting/invoicing/load-documents.ts';
import type { FirmCall, Verb } from '../platform/call.ts';
import { eventsAbout } from '../platform/trail.ts';
import { storedCaseOf, timeOf } from './case-items.ts';
import { loadCase } from './change-case.ts';
import { commentsOf } from './comments.ts';
import { workKeys } from './keys.ts';
import type { workRoutes } from './routes.ts';
import { currentSettings, settingsOf } from './settings-store.ts';
import { wireCase, wireComment, wireParty, wireTime } from './wire-case.ts';

const COMMENTS_SHOWN = 200;
const HOURS_SHOWN = 200;
const EVENTS_SHOWN = 100;

/** One case with all that was said, spent and done. */
export const getCase: Verb<typeof workRoutes.getCase> = async (call) => {
  const [stored, current] = await Promise.all([loadCase(call.table, call.params.caseId), currentSettings(call.table, call.firm, call.ports)]);
  if (!stored) return refuse('request.not_found');
  const one = stored.case;
  const [settings, comments, time, events, linked, contact] = await Promise.all([
    settingsOf(one, current, call.table, call.firm, call.ports),
    latestComments(call, one),
    timeSpentOn(call, one),
    eventsSeen(call, one),
    linkedCases(call, one),
    one.contact && loadContact(call.table, one.contact),
  ]);
  return {
    status: 200,
    body: {
      ...wireCase(call, one, settings),
      contactName: contact ? { name: contact.name, nameAr: contact.nameAr ?? null } : null,
      participants: participantsOf(one),
      linked,
      comments,
      time,
      events,
    },
    version: one.version,
  };
};

async function latestComments(call: FirmCall, one: Case) {
  const latest = [];
  for await (const { comment, from } of commentsOf(call, one, undefined)) {
    if (latest.length === COMMENTS_SHOWN) break;
    latest.push(wireComment(comment, from));
  }
  return latest.reverse();
}

/** Its own hours and those of the cases that went into it. */
async function timeSpentOn({ table }: FirmCall, one: Case) {
  const { sk: prefix } = workKeys.time({ case: '', time: '' });
  const pages = await Promise.all(
    [one.id, ...one.merged].map((id) => table.query({ pk: workKeys.time({ case: id, time: '' }).pk, prefix, descending: true, limit: HOURS_SHOWN })),
  );
  return pages.flatMap(({ items }) => items.map((item) => wireTime(timeOf(item)))).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What happened to it, newest first. That colleagues spoke among themselves is theirs to know, like what they said. */
async function eventsSeen({ table, role }: FirmCall, { id }: Case) {
  const events = await eventsAbout(table, 'case', id, EVENTS_SHOWN);
  return events.filter(({ data }) => data.internal !== true || seesInternal(role));
}

async function linkedCases({ table }: FirmCall, { links }: Case) {
  const items = await table.batchGet(links.map(({ to }) => workKeys.case({ case: to })));
  return links.flatMap(({ relation }, i) => {
    const item = items[i];
    if (!item) return [];
    const { id, number, title, state } = storedCaseOf(item).case;
    return [{ id, number, title, state, relation }];
  });
}

type Part = 'requester' | 'assignee' | 'watcher' | 'correspondent';
function participantsOf({ requester, assignee, watchers, correspondents = [] }: Case) {
  const parts = new Map<string, ReturnType<typeof wireParty> & { readonly as: Part[] }>();
  const add = (party: Party, part: Part) => {
    const key = party.id ?? party.email;
    const known = parts.get(key);
    if (known) known.as.push(part);
    else parts.set(key, { ...wireParty(party), as: [part] });
  };
  add(requester, 'requester');
  if (assignee) add(assignee, 'assignee');
  for (const watcher of watchers) add(watcher, 'watcher');
  for (const one of correspondents) add(one, 'correspondent');
  return [...parts.values()];
}
