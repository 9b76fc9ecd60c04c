import { addDays } from '../../../domain/kernel/dates.ts';
import { refuse } from '../../../domain/kernel/decision.ts';
import type { Language } from '../../../domain/kernel/language.ts';
import { datedSources } from '../../../domain/work/deadlines/dated-sources.ts';
import { firmOf, memberOf } from '../../firms/firm-items.ts';
import { sameDigest } from '../../identity/tokens.ts';
import { firmKey, memberKey } from '../../platform/auth/keys.ts';
import type { Verb } from '../../platform/call.ts';
import type { Dated } from '../../platform/dated/dated.ts';
import { todayIn } from '../../platform/http/today.ts';
import { FirmTable } from '../../platform/table/firm-table.ts';
import { readClasses } from '../../records/filing/class-store.ts';
import { feedDigest, feedKeyOf, readFeedAddress } from './calendar-feed.ts';
import { datedBetween, mayBeSeen } from './dated-days.ts';
import type { deadlinesRoutes } from './routes.ts';

/** What a calendar program is given: the last quarter and the coming year. */
const BEHIND_DAYS = 92;
const AHEAD_DAYS = 400;
const MOST_EVENTS = 3000;
const REFRESH_SECONDS = 3600;

/**
 * A calendar by its secret address, for programs that have no session. It is looked up within the firm that the address names, and shows what that
 * person’s role may see at this moment; an address that was shut, or whose person has left, is answered like one that never was.
 */
export const readCalendarFeed: Verb<typeof deadlinesRoutes.readCalendarFeed> = async ({ params, ports, now }) => {
  const address = readFeedAddress(params.feed);
  if (!address) return refuse('request.not_found');
  const table = new FirmTable(await ports.table([address.firm]), address.firm);
  const [feed, member, firmItem] = await table.batchGet([feedKeyOf(address.user), memberKey(address.user), firmKey]);
  const isRight = feed !== undefined && sameDigest(feedDigest(address.secret), String(feed.digest));
  if (!feed || !isRight || !member || !firmItem) return refuse('request.not_found');
  const { role } = memberOf(member);
  const firm = firmOf(firmItem);
  const today = todayIn(firm.timeZone, now);
  const looking = { role, user: address.user, classes: await readClasses(table, firm.country) };
  const days: Dated[] = [];
  for await (const { value } of datedBetween(table, addDays(today, -BEHIND_DAYS), addDays(today, AHEAD_DAYS))) {
    if (days.length === MOST_EVENTS) break;
    if (mayBeSeen(value, looking)) days.push(value);
  }
  const language: Language = feed.language === 'ar' ? 'ar' : 'en';
  const content = await iCalendar(days, { firm: { id: firm.id, name: firm.name }, language, now, pagesUrl: ports.pagesUrl });
  return {
    status: 200,
    body: '',
    headers: { 'cache-control': 'private, no-cache', 'content-disposition': 'inline; filename="diwan.ics"' },
    file: { type: 'text/calendar; charset=utf-8', name: 'diwan.ics', content },
  };
};

interface FeedFacts {
  readonly firm: { readonly id: string; readonly name: string };
  readonly language: Language;
  readonly now: string;
  readonly pagesUrl: string;
}

/** RFC 5545, all-day dates. The name of a day's event never changes, so that a program knows it again when its date moves. */
async function iCalendar(days: readonly Dated[], { firm, language, now, pagesUrl }: FeedFacts): Promise<string> {
  const { default: ical, ICalCalendarMethod, ICalEventTransparency } = await import('ical-generator');
  const calendar = ical({
    name: firm.name,
    prodId: { company: 'Diwan', product: 'Calendar', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  });
  for (const { on, source, id, part, title, done } of days) {
    calendar.createEvent({
      id: `${source}.${id}${part === undefined ? '' : `.${part}`}@${firm.id}.diwan`,
      start: midnight(on),
      end: midnight(addDays(on, 1)),
      allDay: true,
      stamp: new Date(now),
      // RFC 5545, 3.1: no control character stands in a text, and a program that meets one may throw the whole calendar away.
      summary: `${done ? '✓ ' : ''}${title.replace(/\p{Cc}+/gu, ' ')} (${datedSources[source].title[language]})`,
      url: `${pagesUrl}/firms/${firm.id}/calendar?month=${on.slice(0, 7)}`,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString()}\r\n`.replace(/(\r\n)+$/, '\r\n');
}

const midnight = (date: string): Date => new Date(`${date}T00:00:00.000Z`);
