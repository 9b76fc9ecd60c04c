import type { Output } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Amount } from '../../ui/figure.tsx';
import { Link } from '../../ui/link.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { LedgerHead, LedgerLines } from './ledger-table.tsx';
import { DimensionFilters, RangeFilter } from './report-filters.tsx';
import { ReportFrame } from './report-frame.tsx';
import { reportMessages } from './report-messages.ts';
import { useReportState } from './report-state.ts';
import { useReportPages } from './use-report-pages.ts';

type Account = Output<'generalLedger'>['rows'][number];

export default function GeneralLedgerPage() {
  const t = useMessages(reportMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths } = useFirm();
  const state = useReportState('thisMonth');
  const { from, to } = state.range;
  const input = { query: { from, to, ...state.dimensions } };
  const read = useReportPages('generalLedger', input);
  const [first] = read.pages;
  const accounts = joined(read.pages.flatMap((page) => page.rows));
  return (
    <ReportFrame
      title={t('generalLedger')}
      about={`${format.date(from)} – ${format.date(to)}`}
      seq={first?.seq}
      problem={read.problem}
      retry={read.retry}
      file={{ name: 'generalLedger', input, as: 'general-ledger' }}
      empty={accounts.length === 0}
      filters={
        <>
          <RangeFilter state={state} />
          <DimensionFilters state={state} />
        </>
      }
    >
      <Scrolls>
        <table className="table">
          <LedgerHead />
          {accounts.map((account) => (
            <tbody key={account.account}>
              <tr className="section">
                <th scope="rowgroup" colSpan={6}>
                  <Link href={paths.ledger(account.account, { from: account.from, to: account.to, ...state.dimensions })}>
                    <bdi>{account.account}</bdi> <bdi>{account.name[language]}</bdi>
                  </Link>
                </th>
                <td className="figure">
                  <Amount value={account.opening} />
                </td>
              </tr>
              <LedgerLines lines={account.lines} />
              <tr className="sum">
                <th scope="row" colSpan={4}>
                  {t('closing')}
                </th>
                <td className="figure">
                  <Amount value={account.debit} />
                </td>
                <td className="figure">
                  <Amount value={account.credit} />
                </td>
                <td className="figure">
                  <Amount value={account.closing} />
                </td>
              </tr>
            </tbody>
          ))}
        </table>
      </Scrolls>
      {read.hasMore && (
        <div>
          <Button busy={read.loadingMore} onClick={read.loadMore}>
            {t('more')}
          </Button>
        </div>
      )}
    </ReportFrame>
  );
}

/** An account whose lines run over the end of a page is one account again. */
function joined(rows: readonly Account[]): readonly Account[] {
  const accounts: Account[] = [];
  for (const row of rows) {
    const before = accounts.at(-1);
    if (row.continued && before?.account === row.account) accounts[accounts.length - 1] = { ...before, lines: [...before.lines, ...row.lines] };
    else accounts.push(row);
  }
  return accounts;
}
