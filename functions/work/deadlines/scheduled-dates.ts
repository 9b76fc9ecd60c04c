import { addMonths, type LocalDate } from '../../../domain/kernel/dates.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import type { Deadline } from '../../../domain/work/deadlines/deadline.ts';
import { writeRule } from '../../../domain/work/deadlines/rule.ts';
import { ruleOf } from '../../../domain/work/deadlines/set-deadline.ts';

/** How far a rule is looked through for its next date: 29 February comes again after eight years at most, every tenth year’s after forty. */
const LOOK_AHEAD_MONTHS = 12 * 41;

/** The scheduled dates of a deadline after one, in order, as many as are asked for. Dates pass through no time zone: the library is given midnights of UTC alone. */
export async function scheduledDates(
  deadline: Pick<Deadline, 'firstOn' | 'rule' | 'monthEnd'>,
  after: LocalDate,
  count: number,
): Promise<readonly LocalDate[]> {
  const rule = ruleOf(deadline);
  if (isRefusal(rule)) throw new Error(`a stored rule is refused: ${rule.refused}`);
  const { firstOn } = deadline;
  if (!rule) return firstOn > after ? [firstOn] : [];
  const { RRule } = await library();
  const start = after < firstOn ? firstOn : after;
  const horizon = addMonths(start, LOOK_AHEAD_MONTHS);
  const until = rule.until !== undefined && rule.until < horizon ? rule.until : horizon;
  const { until: _, ...options } = RRule.parseString(writeRule(rule));
  const dates = new RRule({ ...options, dtstart: midnight(firstOn), until: midnight(until) });
  return dates
    .between(midnight(after), midnight(until), true, (date, found) => dateOf(date) <= after || found < count + 1)
    .map(dateOf)
    .filter((date) => date > after)
    .slice(0, count);
}

const midnight = (date: LocalDate): Date => new Date(`${date}T00:00:00.000Z`);
const dateOf = (date: Date): LocalDate => date.toISOString().slice(0, 10);

/** Node gives the library’s one export, a bundler its names. */
async function library(): Promise<Pick<typeof import('rrule'), 'RRule'>> {
  const loaded = await import('rrule');
  return 'RRule' in loaded ? loaded : (loaded as { readonly default: Pick<typeof import('rrule'), 'RRule'> }).default;
}
