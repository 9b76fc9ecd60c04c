import { useParams } from '@tanstack/react-router';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useSearchState } from '../../shell/search-state.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/choice-fields.tsx';
import { Amount } from '../../ui/figure.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { LedgerHead, LedgerLines } from '../reports/ledger-table.tsx';
import { DimensionFilters, RangeFilter } from '../reports/report-filters.tsx';
import { ReportFrame } from '../reports/report-frame.tsx';
import { reportMessages } from '../reports/report-messages.ts';
import { useReportState } from '../reports/report-state.ts';
import { useReportPages } from '../reports/use-report-pages.ts';
import { useAccountNames } from './use-accounts.ts';

const SEARCH = { closing: '' };

/** One account line by line: what every figure about it opens. */
export default function AccountLedgerPage() {
  const t = useMessages(reportMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { code = '' } = useParams({ strict: false }) as { code?: string };
  const state = useReportState();
  const [search, setSearch] = useSearchState(SEARCH);
  const nameOf = useAccountNames();
  const { from, to } = state.range;
  const closing = search.closing === 'exclude' ? ('exclude' as const) : ('include' as const);
  const input = { params: { code }, query: { from, to, closing, ...state.dimensions } };
  const read = useReportPages('accountLedger', input);
  const [first] = read.pages;
  const lines = read.pages.flatMap((page) => page.rows);
  return (
    <ReportFrame
      title={t('ledgerOf', { code, name: first?.name[language] ?? nameOf(code) })}
      about={`${format.date(from)} – ${format.date(to)}`}
      seq={first?.seq}
      problem={read.problem}
      retry={read.retry}
      file={{ name: 'accountLedger', input, as: `ledger-${code}` }}
      empty={false}
      filters={
        <>
          <RangeFilter state={state} />
          <DimensionFilters state={state} />
          <CheckField label={t('closingIncluded')} checked={closing === 'include'} onChange={(on) => setSearch({ closing: on ? '' : 'exclude' })} />
        </>
      }
    >
      {first && (
        <>
          {first.currencies && first.currencies.length > 0 && (
            <p>
              {first.currencies.map((held) => (
                <span key={held.currency} className="chip">
                  <Amount value={held.balance} />
                  &nbsp;<bdi>{held.currency}</bdi>
                </span>
              ))}
            </p>
          )}
          <Scrolls>
            <table className="table">
              <LedgerHead />
              <tbody>
                <tr className="section">
                  <th scope="row" colSpan={6}>
                    {t('opening')}
                  </th>
                  <td className="figure">
                    <Amount value={first.totals.opening} />
                  </td>
                </tr>
                <LedgerLines lines={lines} />
                <tr className="grand">
                  <th scope="row" colSpan={4}>
                    {t('closing')}
                  </th>
                  <td className="figure">
                    <Amount value={first.totals.debit} />
                  </td>
                  <td className="figure">
                    <Amount value={first.totals.credit} />
                  </td>
                  <td className="figure">
                    <Amount value={first.totals.closing} />
                  </td>
                </tr>
              </tbody>
            </table>
          </Scrolls>
          {read.hasMore && (
            <div>
              <Button busy={read.loadingMore} onClick={read.loadMore}>
                {t('more')}
              </Button>
            </div>
          )}
        </>
      )}
    </ReportFrame>
  );
}
