import { addDays, daysBetween } from '../../../domain/kernel/dates.ts';
import { refuse } from '../../../domain/kernel/decision.ts';
import type { Text } from '../../../domain/kernel/language.ts';
import { instantOfLocal } from '../../../domain/work/calendars/zone.ts';
import { ageBounds, deskReport, type ReportLine, reportGroups } from '../../../domain/work/reports/desk-report.ts';
import { repeatedIncidents } from '../../../domain/work/reports/repeated-incidents.ts';
import { reportFile } from '../../accounting/reports/report-file.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import type { Sheet, SheetColumn } from '../../platform/files/sheet.ts';
import { lineNames } from './line-names.ts';
import { MAX_FACTS, readFacts, readOpened } from './read-facts.ts';
import type { reportsRoutes } from './routes.ts';

const MAX_DAYS = 366;
const USUAL_DAYS = 30;

const startOf = ({ firm }: Pick<FirmCall, 'firm'>, date: string): string => instantOfLocal(firm.timeZone, { date, time: '00:00' });

/** The report of the desk: volume, breaches, first contact, and the age of what is open. */
export const readDeskReport: Verb<typeof reportsRoutes.readDeskReport> = async (call) => {
  const { table, today, now, firm } = call;
  const { by, format, to = today, from = addDays(to, 1 - USUAL_DAYS) } = call.query;
  const days = daysBetween(from, to) + 1;
  if (days < 1 || days > MAX_DAYS) return refuse('desk_report.range', { days: MAX_DAYS });
  const stretch = { from: startOf(call, from), until: startOf(call, addDays(to, 1)) };
  const facts = await readFacts(table, stretch);
  if (!facts) return refuse('desk_report.too_much', { maximum: MAX_FACTS });
  const { lines, total } = deskReport(facts, by, { ...stretch, now });
  const names = await lineNames(table, by, lines);
  const nameOf = ({ key }: ReportLine): Text | null => (key === null ? null : (names.get(key) ?? { en: key, ar: key }));
  const body = { by, from, to, asOf: now, lines: lines.map((line) => wireLine(line, nameOf(line))), total: wireLine(total, null) };
  if (format === 'json') return { status: 200, body };
  const sheet: Sheet = {
    name: 'desk-report',
    title: { en: 'Report of the desk', ar: 'تقرير مكتب الخدمة' },
    notes: [firm.name, { en: `From ${from} to ${to}`, ar: `من ${from} إلى ${to}` }],
    columns: [{ title: reportGroups[by], kind: 'text' }, ...columns],
    rows: [
      ...lines.map((line) => ({ cells: [nameOf(line) ?? none, ...figuresOf(line)] })),
      { cells: [{ en: 'Total', ar: 'الإجمالي' }, ...figuresOf(total)], look: 'total' as const },
    ],
  };
  return { status: 200, body, file: await reportFile(call, format, sheet) };
};

const none: Text = { en: 'None', ar: 'بلا' };

const wireLine = ({ key, name: _, backlog, ...figures }: ReportLine, name: Text | null) => ({
  key,
  name: name && { ...name },
  ...figures,
  backlog: [...backlog],
});

const count = (en: string, ar: string): SheetColumn => ({ title: { en, ar }, kind: 'count' });
const [oneDay, threeDays, week, month] = ageBounds;
const columns: readonly SheetColumn[] = [
  count('Opened', 'فُتحت'),
  count('Resolved', 'حُلّت'),
  count('With a broken promise', 'تجاوزت المهلة'),
  count('Resolved at first contact', 'حُلّت من أول تواصل'),
  count('Median minutes to first response', 'وسيط دقائق الاستجابة الأولى'),
  count('Median minutes to resolution', 'وسيط دقائق الحل'),
  count(`Open, under ${oneDay} day`, 'مفتوحة، أقل من يوم'),
  count(`Open, ${oneDay} to ${threeDays} days`, `مفتوحة، من يوم إلى ${threeDays} أيام`),
  count(`Open, ${threeDays} to ${week} days`, `مفتوحة، من ${threeDays} إلى ${week} أيام`),
  count(`Open, ${week} to ${month} days`, `مفتوحة، من ${week} إلى ${month} يومًا`),
  count(`Open, over ${month} days`, `مفتوحة، أكثر من ${month} يومًا`),
];
const figuresOf = (line: ReportLine) => [
  line.opened,
  line.resolved,
  line.breached,
  line.firstContact,
  line.medianResponseMinutes,
  line.medianResolutionMinutes,
  ...line.backlog,
];

/** Incidents of the same device or service that came again and again: what a problem record is opened for. */
export const listRepeatedIncidents: Verb<typeof reportsRoutes.listRepeatedIncidents> = async (call) => {
  const from = startOf(call, addDays(call.today, 1 - call.query.days));
  const facts = await readOpened(call.table, from, call.now);
  if (!facts) return refuse('desk_report.too_much', { maximum: MAX_FACTS });
  const found = repeatedIncidents(facts.filter(({ openedAt }) => openedAt >= from));
  return {
    status: 200,
    body: {
      data: found.slice(0, SHOWN_GROUPS).map(({ of, name, incidents }) => ({
        of,
        name,
        count: incidents.length,
        incidents: incidents.slice(0, SHOWN_INCIDENTS).map(({ id, number, title, state, openedAt }) => ({ id, number, title, state, openedAt })),
      })),
    },
  };
};
const SHOWN_GROUPS = 20;
const SHOWN_INCIDENTS = 20;
