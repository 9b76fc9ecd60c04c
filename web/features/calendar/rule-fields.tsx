import type { ReactNode } from 'react';
import { weekdays } from '../../../domain/firms/country-profiles.ts';
import { dayOf, isLocalDate, type LocalDate } from '../../../domain/kernel/dates.ts';
import { dayNames } from '../../../domain/work/deadlines/rule-words.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { defineMessages, useMessages } from '../../i18n/messages.ts';
import { CheckField, SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { calendarMessages } from './calendar-messages.ts';
import { dayChoices, endChoices, placeInMonth, type RuleChoice, repeats } from './rule-choice.ts';

interface RuleFieldsProps {
  readonly choice: RuleChoice;
  readonly firstOn: LocalDate;
  readonly onChange: (choice: RuleChoice) => void;
  /** What to do in months that lack the day: asked where it matters. */
  readonly children: ReactNode;
}

const placeMessages = defineMessages({
  first: { en: 'first', ar: 'أول' },
  second: { en: 'second', ar: 'ثاني' },
  third: { en: 'third', ar: 'ثالث' },
  fourth: { en: 'fourth', ar: 'رابع' },
  last: { en: 'last', ar: 'آخر' },
});
const placeNames = ['first', 'second', 'third', 'fourth'] as const;
const endWords = { never: 'never', until: 'untilDate', count: 'afterCount' } as const;
const SHORTEST_MONTH = 28;

/** How it repeats, in plain choices; whoever knows RFC 5545 may write the rule. */
export function RuleFields({ choice, firstOn, onChange, children }: RuleFieldsProps) {
  const t = useMessages(calendarMessages);
  const place = useMessages(placeMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const set = (change: Partial<RuleChoice>) => onChange({ ...choice, ...change });
  const { repeat } = choice;
  const isPlain = repeat !== 'once' && repeat !== 'custom';
  const date = isLocalDate(firstOn) ? firstOn : '2026-01-01';
  const { day, nth } = placeInMonth(date);
  const dayWords = {
    same: t('sameDay', { day: format.number(dayOf(date)) }),
    last: t('lastDay'),
    weekday: t('sameWeekday', {
      place: place(placeNames[nth - 1] ?? 'last'),
      weekday: language === 'ar' ? dayNames[day].ar.replace(/^ال/, '') : dayNames[day].en,
    }),
  };
  const mayLack = dayOf(date) > SHORTEST_MONTH && (repeat === 'yearly' || (repeat === 'monthly' && choice.on === 'same') || repeat === 'custom');
  return (
    <>
      <div className="columns">
        <SelectField
          label={t('repeats')}
          value={repeat}
          onChange={(next) => set({ repeat: next })}
          choices={repeats.map((one) => ({ value: one, label: t(one) }))}
        />
        {isPlain && (
          <TextField
            label={t('everySo')}
            latin
            inputMode="numeric"
            value={choice.interval}
            onChange={(interval) => set({ interval })}
            pointer="/rule"
          />
        )}
        {repeat === 'custom' && (
          <TextField
            label={t('rule')}
            latin
            value={choice.custom}
            onChange={(custom) => set({ custom })}
            pointer="/rule"
            placeholder="FREQ=MONTHLY;BYMONTHDAY=31"
            autoComplete="off"
          />
        )}
        {repeat === 'monthly' && (
          <SelectField
            label={t('onWhich')}
            value={choice.on}
            onChange={(on) => set({ on })}
            choices={dayChoices.map((one) => ({ value: one, label: dayWords[one] }))}
          />
        )}
        {mayLack && children}
        {isPlain && (
          <SelectField
            label={t('ends')}
            value={choice.ends}
            onChange={(ends) => set({ ends })}
            choices={endChoices.map((one) => ({ value: one, label: t(endWords[one]) }))}
          />
        )}
        {isPlain && choice.ends === 'until' && <DateField label={t('until')} value={choice.until} onChange={(until) => set({ until })} />}
        {isPlain && choice.ends === 'count' && (
          <TextField label={t('times')} latin inputMode="numeric" value={choice.count} onChange={(count) => set({ count })} />
        )}
      </div>
      {repeat === 'weekly' && (
        <fieldset>
          <legend className="label">{t('weekdays')}</legend>
          <div className="weekday-choices">
            {weekdays.map((one) => (
              <CheckField
                key={one}
                label={dayNames[one][language]}
                checked={choice.days.includes(one)}
                onChange={(checked) => set({ days: weekdays.filter((each) => (each === one ? checked : choice.days.includes(each))) })}
              />
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}
