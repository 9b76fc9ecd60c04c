import { parseDate } from '@internationalized/date';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell } from 'react-aria-components/Calendar';
import { DateInput, DatePicker, DateSegment, FieldError, Group, Label } from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { isLocalDate, type LocalDate } from '../../domain/kernel/dates.ts';
import { defineMessages, useMessages } from '../i18n/messages.ts';
import { useFault } from './field.tsx';
import { Icon } from './icons.tsx';

const messages = defineMessages({
  calendar: { en: 'Open the calendar', ar: 'فتح التقويم' },
  previous: { en: 'Previous month', ar: 'الشهر السابق' },
  next: { en: 'Next month', ar: 'الشهر التالي' },
});

interface DateFieldProps {
  readonly label: string;
  readonly value: LocalDate;
  readonly onChange: (value: LocalDate) => void;
  readonly pointer?: string;
  readonly fault?: string | undefined;
  readonly min?: LocalDate | undefined;
  readonly max?: LocalDate | undefined;
}

/** A date, typed digit by digit in either script or picked from a calendar. The value is the date itself, never an instant. */
export function DateField({ label, value, onChange, pointer, fault, min, max }: DateFieldProps) {
  const t = useMessages(messages);
  const pointed = useFault(pointer);
  const wrong = fault ?? pointed;
  return (
    <DatePicker
      className="field"
      value={isLocalDate(value) ? parseDate(value) : null}
      onChange={(next) => onChange(next?.toString() ?? '')}
      {...(min && { minValue: parseDate(min) })}
      {...(max && { maxValue: parseDate(max) })}
      isInvalid={wrong !== undefined}
      shouldForceLeadingZeros
    >
      <Label className="label">{label}</Label>
      <Group className={`input date-input ${wrong ? 'invalid' : ''}`}>
        <DateInput className="segments">{(segment) => <DateSegment segment={segment} className="segment" />}</DateInput>
        <AriaButton className="button icon" aria-label={t('calendar')}>
          <Icon name="calendar" size={16} />
        </AriaButton>
      </Group>
      {wrong && <FieldError className="fault">{wrong}</FieldError>}
      <Popover className="popover">
        <Dialog className="calendar-dialog">
          <Calendar className="calendar">
            <header>
              <AriaButton slot="previous" className="button quiet icon small" aria-label={t('previous')}>
                <Icon name="previous" size={15} />
              </AriaButton>
              <Heading level={2} />
              <AriaButton slot="next" className="button quiet icon small" aria-label={t('next')}>
                <Icon name="next" size={15} />
              </AriaButton>
            </header>
            <CalendarGrid weekdayStyle="short">
              <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
              <CalendarGridBody>{(date) => <CalendarCell date={date} className="day" />}</CalendarGridBody>
            </CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
}
