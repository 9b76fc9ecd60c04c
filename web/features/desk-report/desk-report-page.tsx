import { useState } from 'react';
import { addDays, isLocalDate } from '../../../domain/kernel/dates.ts';
import { reportGroupNames, reportGroups } from '../../../domain/work/reports/desk-report.ts';
import { saveFile } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import { inFirm, useFirmApi } from '../../api/queries.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { oneOf, useSearchState } from '../../shell/search-state.ts';
import { Button } from '../../ui/button.tsx';
import { StackedBar } from '../../ui/charts/stacked-bar.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { deskReportMessages } from './desk-report-messages.ts';
import { ReportLines } from './report-lines.tsx';

const SEARCH = { by: '', from: '', to: '' };
const USUAL_DAYS = 30;
/** From fresh to stale. */
const ages = [
  { word: 'under1', color: '#2f7d4f' },
  { word: 'to3', color: '#7aa93c' },
  { word: 'to7', color: '#d19a1c' },
  { word: 'to30', color: '#c8642a' },
  { word: 'over30', color: '#a32d2d' },
] as const;

/** How the desk does: what came, what was resolved and how well, and how old the rest is. */
export default function DeskReportPage() {
  const t = useMessages(deskReportMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { id, paths, today } = useFirm();
  const [search, setSearch] = useSearchState(SEARCH);
  const [failed, setFailed] = useState<ProblemError>();
  const [saving, setSaving] = useState<string>();
  const by = oneOf(reportGroupNames, search.by) ?? 'queue';
  const to = isLocalDate(search.to) ? search.to : today();
  const from = isLocalDate(search.from) ? search.from : addDays(to, 1 - USUAL_DAYS);
  const query = { by, from, to };
  const read = useFirmApi('readDeskReport', { query });
  const report = read.data?.body;
  const save = async (kind: 'csv' | 'xlsx') => {
    setFailed(undefined);
    setSaving(kind);
    try {
      await saveFile('readDeskReport', inFirm(id, { query: { ...query, format: kind } }), `desk-report.${kind}`);
    } catch (cause) {
      if (cause instanceof ProblemError) setFailed(cause);
      else throw cause;
    } finally {
      setSaving(undefined);
    }
  };
  const open = report?.total.backlog.reduce((sum, count) => sum + count, 0) ?? 0;
  return (
    <Page
      title={t('title')}
      up={{ href: paths.cases(), label: common('back') }}
      actions={(['csv', 'xlsx'] as const).map((kind) => (
        <Button key={kind} icon="download" busy={saving === kind} onClick={() => void save(kind)}>
          {t(kind)}
        </Button>
      ))}
    >
      <OnlyFor permission="desk.report">
        <div className="filters no-print">
          <SelectField
            label={t('by')}
            value={by}
            onChange={(next) => setSearch({ by: next })}
            choices={reportGroupNames.map((value) => ({ value, label: reportGroups[value][language] }))}
          />
          <DateField label={t('from')} value={from} onChange={(next) => setSearch({ from: next })} max={to} />
          <DateField label={t('to')} value={to} onChange={(next) => setSearch({ to: next })} min={from} />
        </div>
        <Problem problem={read.error ?? failed} retry={() => void read.refetch()} />
        {read.isPending && <Skeleton lines={6} height={40} />}
        {report?.lines.length === 0 && <EmptyState title={t('nothing')} />}
        {report && report.lines.length > 0 && (
          <>
            <ReportLines report={report} />
            {open > 0 && (
              <section className="card" aria-label={t('backlog')}>
                <h2>{t('backlog')}</h2>
                <StackedBar
                  title={t('backlog')}
                  parts={ages.map(({ word, color }, i) => {
                    const value = report.total.backlog[i] ?? 0;
                    return {
                      key: word,
                      name: t(word),
                      value,
                      text: format.number(value),
                      color,
                      share: format.percent(Math.round((value * 10_000) / open)),
                    };
                  })}
                />
              </section>
            )}
          </>
        )}
      </OnlyFor>
    </Page>
  );
}
