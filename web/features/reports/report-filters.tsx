import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { type DimensionKind, useDimensions } from '../dimensions/use-dimensions.ts';
import { presetNames, presetOf, presetRange } from './ranges.ts';
import { reportMessages } from './report-messages.ts';
import { comparisons, type ReportState } from './report-state.ts';

/** From one day to another, by name or by date. */
export function RangeFilter({ state }: { readonly state: ReportState }) {
  const t = useMessages(reportMessages);
  const { today, fiscalYearStart } = useFirm();
  const preset = presetOf(state.range, today(), fiscalYearStart);
  return (
    <>
      <SelectField
        label={t('range')}
        value={preset ?? ''}
        onChange={(next) => next !== '' && state.set(presetRange(next, today(), fiscalYearStart))}
        choices={[...(preset ? [] : [{ value: '' as const, label: t('custom') }]), ...presetNames.map((value) => ({ value, label: t(value) }))]}
      />
      <DateField label={t('from')} value={state.range.from} onChange={(from) => state.set({ from })} max={state.range.to} />
      <DateField label={t('to')} value={state.range.to} onChange={(to) => state.set({ to })} min={state.range.from} />
    </>
  );
}

export function DayFilter({ state }: { readonly state: ReportState }) {
  const t = useMessages(reportMessages);
  return <DateField label={t('asOf')} value={state.asOf} onChange={(asOf) => state.set({ asOf })} />;
}

export function CompareFilter({ state }: { readonly state: ReportState }) {
  const t = useMessages(reportMessages);
  return (
    <SelectField
      label={t('compare')}
      value={state.compare ?? ''}
      onChange={(compare) => state.set({ compare })}
      choices={[{ value: '' as const, label: t('noCompare') }, ...comparisons.map((value) => ({ value, label: t(value) }))]}
    />
  );
}

/** One branch, project or cost centre alone; only the kinds that the firm uses are offered. */
export function DimensionFilters({ state }: { readonly state: ReportState }) {
  const t = useMessages(reportMessages);
  const dimensions = useDimensions();
  const all = { branch: '', project: '', costCentre: '', ...state.dimensions };
  return (
    <>
      {dimensions.kinds.map((kind) => (
        <SelectField
          key={kind}
          label={t(kind)}
          value={all[kind]}
          onChange={(value) => state.set({ [kind]: value })}
          choices={[{ value: '', label: '–' }, ...dimensions.of(kind).map((value) => ({ value: value.code, label: value.name }))]}
        />
      ))}
    </>
  );
}

/** Columns side by side: one for each value of a dimension. */
export function ByFilter({ state }: { readonly state: ReportState }) {
  const t = useMessages(reportMessages);
  const { kinds } = useDimensions();
  if (kinds.length === 0) return null;
  return (
    <SelectField<DimensionKind | ''>
      label={t('by')}
      value={state.by ?? ''}
      onChange={(by) => state.set({ by })}
      choices={[{ value: '', label: t('noBy') }, ...kinds.map((value) => ({ value, label: t(value) }))]}
    />
  );
}
