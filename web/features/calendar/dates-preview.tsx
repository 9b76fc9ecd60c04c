import { useQuery } from '@tanstack/react-query';
import { isLocalDate, type LocalDate } from '../../../domain/kernel/dates.ts';
import type { ShiftPolicy } from '../../../domain/work/deadlines/deadline.ts';
import type { MonthEnd } from '../../../domain/work/deadlines/rule.ts';
import { call } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import type { Output } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { usePaused } from '../../shell/use-paused.ts';
import { calendarMessages } from './calendar-messages.ts';

interface DatesPreviewProps {
  readonly firstOn: LocalDate;
  readonly rule: string | undefined;
  readonly monthEnd: MonthEnd;
  readonly shift: ShiftPolicy;
}

const SHOWN = 6;

/** The rule in words and the dates that it comes to, while it is still being chosen. */
export function DatesPreview({ firstOn, rule, monthEnd, shift }: DatesPreviewProps) {
  const t = useMessages(calendarMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { id } = useFirm();
  const asked = usePaused(JSON.stringify({ firstOn, rule: rule ?? null, monthEnd, shift, count: SHOWN }));
  const read = useQuery<Output<'previewDeadline'>, ProblemError>({
    queryKey: ['firm', id, 'previewDeadline', asked],
    queryFn: async ({ signal }) => (await call('previewDeadline', { params: { firmId: id }, body: JSON.parse(asked) }, { signal })).body,
    enabled: isLocalDate(firstOn) && rule !== '',
    placeholderData: (before) => before,
  });
  const preview = read.data;
  const fault = read.error instanceof ProblemError ? (read.error.errors[0]?.message ?? read.error.title) : undefined;
  return (
    <div role="status">
      <p className="label">
        {t('preview')}
        {preview && !fault && <span className="muted">{` – ${preview.ruleWords[language]}`}</span>}
      </p>
      {fault && <p className="fault">{fault}</p>}
      {preview && !fault && (
        <ul className="next-dates">
          {preview.dates.map(({ date, dueOn }) => (
            <li key={date} className="chip">
              {date === dueOn ? format.date(date) : t('movedFrom', { due: format.date(dueOn), date: format.date(date) })}
            </li>
          ))}
          {preview.ends && rule !== undefined && <li className="muted">{t('thenEnds')}</li>}
        </ul>
      )}
    </div>
  );
}
