import { fromDayNumber } from '../../kernel/dates.ts';
import { type Language, say, type Text } from '../../kernel/language.ts';
import { DAY_MINUTES, type Minute } from '../calendars/minute.ts';
import { weekdayOf } from '../calendars/open-hours.ts';
import type { OpenStretch } from '../calendars/open-stretches.ts';
import { offsetSpanAt, timeOfMinute } from '../calendars/zone.ts';
import { type CaseState, caseStates } from '../kinds/states.ts';

/** A stretch of time with one reason. `inSum` tells many of them as one. */
export interface Piece extends Pick<OpenStretch, 'from' | 'to' | 'holiday'> {
  readonly what: 'open' | 'closed' | 'paused' | 'holiday';
  readonly minutes: number;
  readonly inSum: boolean;
}

/** What a line of an explanation is made of. */
export interface Reason extends Piece {
  readonly total: number;
  readonly target: number;
  readonly expected: boolean;
  readonly state: CaseState;
  readonly zone: string;
}

/** One line, in both languages: `Fri 2024-01-05 14:00–16:00: open, +120 = 120 of 240 minutes.` Times are those of the wall clock where the calendar is. */
export function whyText(reason: Reason): Text {
  const { from, to, zone, minutes, total, target, state, holiday } = reason;
  const shift = offsetSpanAt(zone, to - 1).offset - offsetSpanAt(zone, from).offset;
  const write = (language: Language): string => {
    const when = whenText(zone, from, to, language);
    const values = {
      when,
      minutes,
      total,
      target,
      over: total - target,
      state: caseStates[state][language],
      holiday: holiday?.name[language] ?? '',
      shift: Math.abs(shift),
    };
    const told = say(sentenceFor(reason), language, values);
    return shift === 0 ? told : `${told} ${say(shift > 0 ? sentences.forward : sentences.back, language, values)}`;
  };
  return { en: write('en'), ar: write('ar') };
}

function sentenceFor({ what, inSum, total, target, expected, holiday }: Reason): Text {
  switch (what) {
    case 'closed':
      return holiday ? sentences.closedEarly : sentences.closed;
    case 'holiday':
      return sentences.holiday;
    case 'paused':
      return inSum ? sentences.pausedInSum : sentences.paused;
    case 'open':
      if (inSum) return sentences.openInSum;
      if (total > target) return sentences.over;
      if (expected) return sentences.expected;
      return holiday ? sentences.shortDay : sentences.open;
  }
}

const sentences = {
  open: { en: '{when}: open, +{minutes} = {total} of {target} minutes.', ar: '{when}: وقت عمل، +{minutes} = {total} من {target} دقيقة.' },
  shortDay: {
    en: '{when}: open (short day: {holiday}), +{minutes} = {total} of {target} minutes.',
    ar: '{when}: وقت عمل (دوام قصير: {holiday})، +{minutes} = {total} من {target} دقيقة.',
  },
  expected: {
    en: '{when}: open, still to come, +{minutes} = {total} of {target} minutes.',
    ar: '{when}: وقت عمل لم يأتِ بعد، +{minutes} = {total} من {target} دقيقة.',
  },
  over: {
    en: '{when}: open, +{minutes} = {total} minutes, {over} past the target of {target}.',
    ar: '{when}: وقت عمل، +{minutes} = {total} دقيقة، بتجاوز {over} عن المهلة {target}.',
  },
  openInSum: {
    en: '{when}: in sum +{minutes} open = {total} of {target} minutes.',
    ar: '{when}: إجمالًا +{minutes} من وقت العمل = {total} من {target} دقيقة.',
  },
  paused: {
    en: '{when}: stands still ({state}), {minutes} open minutes not counted.',
    ar: '{when}: المؤقت متوقف ({state})، {minutes} دقيقة عمل لا تُحتسب.',
  },
  pausedInSum: {
    en: '{when}: stands still ({state}), in sum {minutes} open minutes not counted.',
    ar: '{when}: المؤقت متوقف ({state})، إجمالًا {minutes} دقيقة عمل لا تُحتسب.',
  },
  closedEarly: { en: '{when}: closed (short day: {holiday}).', ar: '{when}: خارج وقت العمل (دوام قصير: {holiday}).' },
  closed: { en: '{when}: closed.', ar: '{when}: خارج وقت العمل.' },
  holiday: { en: '{when}: holiday ({holiday}).', ar: '{when}: عطلة ({holiday}).' },
  sameDay: { en: '{day} {date} {from}–{to}', ar: '{day} {date} من {from} إلى {to}' },
  days: { en: '{day} {date} {from} – {lastDay} {lastDate} {to}', ar: 'من {day} {date} {from} إلى {lastDay} {lastDate} {to}' },
  forward: { en: 'The clocks went forward by {shift} minutes.', ar: 'قُدّمت الساعة {shift} دقيقة.' },
  back: { en: 'The clocks went back by {shift} minutes.', ar: 'أُخّرت الساعة {shift} دقيقة.' },
} as const satisfies Record<string, Text>;

const dayNames: readonly Text[] = [
  { en: 'Mon', ar: 'الاثنين' },
  { en: 'Tue', ar: 'الثلاثاء' },
  { en: 'Wed', ar: 'الأربعاء' },
  { en: 'Thu', ar: 'الخميس' },
  { en: 'Fri', ar: 'الجمعة' },
  { en: 'Sat', ar: 'السبت' },
  { en: 'Sun', ar: 'الأحد' },
];

/** The time of the wall clock from minute to minute. A stretch that ends at midnight ends at 24:00 of its last day. */
function whenText(zone: string, from: Minute, to: Minute, language: Language): string {
  const start = localOf(from + offsetSpanAt(zone, from).offset);
  const last = localOf(to - 1 + offsetSpanAt(zone, to - 1).offset);
  const values = {
    day: dayNames[weekdayOf(start.day)]?.[language] ?? '',
    date: fromDayNumber(start.day),
    from: timeOfMinute(start.minute),
    lastDay: dayNames[weekdayOf(last.day)]?.[language] ?? '',
    lastDate: fromDayNumber(last.day),
    to: timeOfMinute(last.minute + 1),
  };
  return say(start.day === last.day ? sentences.sameDay : sentences.days, language, values);
}

function localOf(local: number): { readonly day: number; readonly minute: number } {
  const day = Math.floor(local / DAY_MINUTES);
  return { day, minute: local - day * DAY_MINUTES };
}
