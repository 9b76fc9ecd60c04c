import type { LocalDate } from '../../kernel/dates.ts';
import type { Text } from '../../kernel/language.ts';
import type { KeptRecord } from '../filing/record.ts';
import { type Hold, holdsOn } from './hold.ts';
import { isOver, type Schedule, triggers } from './schedule.ts';

/** Why a record is still kept and until when, in sentences that a person reads. */
export function explainRetention(record: KeptRecord, holds: readonly Hold[], today: LocalDate): readonly Text[] {
  if (record.state === 'disposed') return [disposedText(record), ...groundText(record)];
  const on = holdsOn(record, holds);
  const lines: Text[] = [...groundText(record)];
  if (record.awaits !== undefined)
    lines.push({
      en: `It has no end yet: its class counts from ${triggers[record.awaits].en}, which is not known. It is kept until that date is entered.`,
      ar: `لا نهاية لحفظه بعد: فئته تُحسب من ${triggers[record.awaits].ar}، وهو غير معلوم. يُحفظ إلى أن يُدخل هذا التاريخ.`,
    });
  for (const { matter, placed } of on)
    lines.push({
      en: `It is on hold for “${matter}”, placed by ${placed.by.name} on ${placed.at.slice(0, 10)}. While any hold lasts it is not disposed of.`,
      ar: `عليه حجز حفظ لأجل «${matter}» وضعه ${placed.by.name} بتاريخ ${asWritten(placed.at.slice(0, 10))}. ولا يُتلف ما دام عليه أي حجز.`,
    });
  const [first, ...others] = record.versions;
  if (first)
    lines.push(
      others.length === 0
        ? { en: 'It has one version.', ar: 'له نسخة واحدة.' }
        : {
            en: `It has ${record.versions.length} versions; all of them are kept as long.`,
            ar: `عدد نسخه ${record.versions.length}، وتُحفظ كلها المدة نفسها.`,
          },
    );
  if (on.length === 0 && isOver(record, today))
    lines.push({ en: 'Its time is over: two people together may dispose of it.', ar: 'انتهت مدته: يمكن إتلافه بقرار من شخصين معًا.' });
  return lines;
}

function groundText({ retainUntil, ground }: KeptRecord): readonly Text[] {
  if (retainUntil === undefined || !ground) return [];
  const { from, schedule, source, className } = ground;
  return [
    {
      en: `It is kept until ${retainUntil}, because “${className.en}” are kept ${lengthText(schedule).en} from ${triggers[schedule.trigger].en} (${from}).`,
      ar: `يُحفظ حتى ${asWritten(retainUntil)} لأن «${className.ar}» تُحفظ ${lengthText(schedule).ar} من ${triggers[schedule.trigger].ar} (${asWritten(from)}).`,
    },
    { en: `The rule: ${source.en}.`, ar: `القاعدة: ${source.ar}.` },
  ];
}

const disposedText = (record: Extract<KeptRecord, { state: 'disposed' }>): Text => ({
  en: `It was disposed of on ${record.disposedAt.slice(0, 10)}: put forward by ${record.proposed.by.name}, approved by ${record.approved.by.name}. Its digests are kept.`,
  ar: `أُتلف بتاريخ ${asWritten(record.disposedAt.slice(0, 10))}: اقترحه ${record.proposed.by.name} واعتمده ${record.approved.by.name}. وبصماته الرقمية محفوظة.`,
});

/** A date in an Arabic sentence keeps the order of its parts. */
const asWritten = (date: LocalDate): string => `\u2066${date}\u2069`;

/** A length of time as people say it: years where they are whole. */
export function lengthText({ months }: Pick<Schedule, 'months'>): Text {
  const whole = months % 12 === 0;
  const count = whole ? months / 12 : months;
  return {
    en: `${count} ${whole ? 'year' : 'month'}${count === 1 ? '' : 's'}`,
    ar: whole ? arabicCount(count, yearWords) : arabicCount(count, monthWords),
  };
}

const yearWords = ['سنة واحدة', 'سنتين', 'سنوات', 'سنة'] as const;
const monthWords = ['شهرًا واحدًا', 'شهرين', 'أشهر', 'شهرًا'] as const;
function arabicCount(count: number, [one, two, few, many]: readonly [string, string, string, string]): string {
  if (count === 1) return one;
  if (count === 2) return two;
  const rest = count % 100;
  return `${count} ${rest >= 3 && rest <= 10 ? few : many}`;
}
