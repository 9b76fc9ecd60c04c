import { type Weekday, weekdays } from '../../../domain/firms/country-profiles.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { settingsMessages } from './desk-settings-messages.ts';
import type { PartProps, WorkSettings } from './desk-settings-page.tsx';
import { readHours, writeHours } from './hours-text.ts';

interface TypedWeek {
  readonly from: string;
  readonly hours: Readonly<Record<string, string>>;
}
interface TypedHoliday {
  readonly from: string;
  readonly to: string;
  readonly en: string;
  readonly ar: string;
  readonly hours: string;
}

const typedWeek = ({ from, hours }: WorkSettings['calendar']['weeks'][number]): TypedWeek => ({
  from,
  hours: Object.fromEntries(weekdays.map((day) => [day, writeHours(hours[day])])),
});
const typedHoliday = (holiday: WorkSettings['calendar']['holidays'][number]): TypedHoliday => ({
  from: 'date' in holiday ? holiday.date : holiday.from,
  to: 'date' in holiday ? holiday.date : holiday.to,
  en: holiday.name.en,
  ar: holiday.name.ar,
  hours: writeHours(holiday.hours),
});

/** When the desk is open: its weeks, each from a date on, and the days that are not like the others. */
export function HoursPart({ settings, etag }: PartProps) {
  const t = useMessages(settingsMessages);
  const common = useMessages(commonMessages);
  const { locale } = useLanguage();
  const firm = useFirm();
  const say = useToast();
  const { calendar } = settings;
  const draft = useDraft(firm.owner, `desk/hours/${settings.version}`, () => ({
    zone: calendar.timeZone,
    always: calendar.alwaysOpen,
    weeks: calendar.weeks.map(typedWeek),
    holidays: calendar.holidays.map(typedHoliday),
  }));
  const change = useFirmSubmit('changeWorkSettings', { keeper: draft });
  const { value, set } = draft;
  const dayNames = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const dayName = (day: Weekday) => dayNames.format(new Date(Date.UTC(2024, 0, 1 + ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(day))));
  const faultOf = (text: string) => (readHours(text) === undefined ? t('badHours') : undefined);
  const texts = [...value.weeks.flatMap(({ hours }) => Object.values(hours)), ...value.holidays.map(({ hours }) => hours)];
  const obstacle = !value.always && texts.some((text) => readHours(text) === undefined) ? t('badHours') : undefined;
  const setWeek = (at: number, week: Partial<TypedWeek>) =>
    set((before) => ({ ...before, weeks: before.weeks.map((each, i) => (i === at ? { ...each, ...week } : each)) }));
  const setHoliday = (at: number, holiday: Partial<TypedHoliday>) =>
    set((before) => ({ ...before, holidays: before.holidays.map((each, i) => (i === at ? { ...each, ...holiday } : each)) }));
  const send = async () => {
    if (obstacle !== undefined) return;
    const weeks = value.weeks.map(({ from, hours }) => ({
      from,
      hours: Object.fromEntries(
        weekdays.flatMap((day) => {
          const read = readHours(hours[day] ?? '') ?? [];
          return read.length > 0 ? [[day, read]] : [];
        }),
      ),
    }));
    const holidays = value.holidays.map(({ from, to, en, ar, hours }) => {
      const short = readHours(hours) ?? [];
      const named = { name: { en: en.trim() || ar.trim(), ar: ar.trim() || en.trim() }, ...(short.length > 0 && { hours: short }) };
      return to === '' || to === from ? { date: from, ...named } : { from, to, ...named };
    });
    const hours = value.always ? { alwaysOpen: true, weeks: [], holidays: [] } : { alwaysOpen: false, weeks, holidays };
    const answer = await change.send({ body: { calendar: { timeZone: value.zone.trim(), ...hours } } }, etag);
    if (!answer) return;
    draft.discard();
    say(t('savedRefold'));
  };
  return (
    <Form problem={change.problem} onSubmit={() => void send()} draft={draft} label={t('hours')}>
      <section className="card stack">
        <div className="columns">
          <TextField label={t('zone')} latin value={value.zone} onChange={(zone) => set({ zone })} pointer="/calendar/timeZone" />
        </div>
        <CheckField label={t('always')} checked={value.always} onChange={(always) => set({ always })} />
      </section>
      {!value.always && (
        <>
          <section className="card stack" aria-label={t('weeks')}>
            <h2>{t('weeks')}</h2>
            <p className="muted">{t('weeksHint')}</p>
            {value.weeks.map((week, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are in order, and their dates are being typed
              <fieldset key={i} className="stack">
                <legend>{i === 0 ? t('firstWeek') : t('week', { date: week.from })}</legend>
                <div className="columns">
                  {i > 0 && (
                    <DateField
                      label={t('weekFrom')}
                      value={week.from}
                      onChange={(from) => setWeek(i, { from })}
                      pointer={`/calendar/weeks/${i}/from`}
                    />
                  )}
                  {weekdays.map((day) => (
                    <TextField
                      key={day}
                      label={dayName(day)}
                      latin
                      value={week.hours[day] ?? ''}
                      onChange={(text) => setWeek(i, { hours: { ...week.hours, [day]: text } })}
                      fault={faultOf(week.hours[day] ?? '')}
                      pointer={`/calendar/weeks/${i}/hours/${day}`}
                    />
                  ))}
                </div>
                {i > 0 && (
                  <div>
                    <Button size="small" onClick={() => set((before) => ({ ...before, weeks: before.weeks.filter((_, j) => j !== i) }))}>
                      {t('removeWeek')}
                    </Button>
                  </div>
                )}
              </fieldset>
            ))}
            <div>
              <Button
                size="small"
                icon="plus"
                onClick={() =>
                  set((before) => ({ ...before, weeks: [...before.weeks, { from: firm.today(), hours: before.weeks.at(-1)?.hours ?? {} }] }))
                }
              >
                {t('addWeek')}
              </Button>
            </div>
          </section>
          <section className="card stack" aria-label={t('holidays')}>
            <h2>{t('holidays')}</h2>
            {value.holidays.length === 0 && <p className="muted">{t('noHolidays')}</p>}
            {value.holidays.map((holiday, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are in order, and their names are being typed
              <fieldset key={i} className="columns">
                <legend className="visually-hidden">{holiday.en || holiday.ar || holiday.from}</legend>
                <DateField
                  label={t('from')}
                  value={holiday.from}
                  onChange={(from) => setHoliday(i, { from })}
                  pointer={`/calendar/holidays/${i}/from`}
                />
                <DateField label={t('to')} value={holiday.to} onChange={(to) => setHoliday(i, { to })} pointer={`/calendar/holidays/${i}/to`} />
                <TextField
                  label={common('englishName')}
                  value={holiday.en}
                  onChange={(en) => setHoliday(i, { en })}
                  pointer={`/calendar/holidays/${i}/name/en`}
                />
                <TextField
                  label={common('arabicName')}
                  value={holiday.ar}
                  onChange={(ar) => setHoliday(i, { ar })}
                  pointer={`/calendar/holidays/${i}/name/ar`}
                />
                <TextField
                  label={t('shortHours')}
                  latin
                  optional
                  value={holiday.hours}
                  onChange={(hours) => setHoliday(i, { hours })}
                  fault={faultOf(holiday.hours)}
                  pointer={`/calendar/holidays/${i}/hours`}
                />
                <div>
                  <Button
                    size="small"
                    aria-label={t('removeHoliday', { name: holiday.en || holiday.ar || holiday.from })}
                    onClick={() => set((before) => ({ ...before, holidays: before.holidays.filter((_, j) => j !== i) }))}
                  >
                    {common('remove')}
                  </Button>
                </div>
              </fieldset>
            ))}
            <div>
              <Button
                size="small"
                icon="plus"
                onClick={() =>
                  set((before) => ({
                    ...before,
                    holidays: [...before.holidays, { from: firm.today(), to: firm.today(), en: '', ar: '', hours: '' }],
                  }))
                }
              >
                {t('addHoliday')}
              </Button>
            </div>
          </section>
        </>
      )}
      <div className="row">
        <Button type="submit" kind="primary" reason={obstacle} busy={change.pending}>
          {common('save')}
        </Button>
      </div>
    </Form>
  );
}
