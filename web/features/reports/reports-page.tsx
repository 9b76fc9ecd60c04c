import { useMessages } from '../../i18n/messages.ts';
import type { ReportName } from '../../path-builder.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Link } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { reportMessages } from './report-messages.ts';

const reports = [
  ['trialBalance', 'trial-balance'],
  ['profitAndLoss', 'profit-and-loss'],
  ['balanceSheet', 'balance-sheet'],
  ['cashFlow', 'cash-flow'],
  ['generalLedger', 'general-ledger'],
  ['agedReceivables', 'aged-receivables'],
  ['agedPayables', 'aged-payables'],
  ['customerStatement', 'customer-statement'],
] as const satisfies readonly (readonly [string, ReportName])[];

export default function ReportsPage() {
  const t = useMessages(reportMessages);
  const { paths } = useFirm();
  return (
    <Page title={t('title')}>
      <p className="muted">{t('lead')}</p>
      <div className="tiles">
        {reports.map(([key, name]) => (
          <Link key={key} href={paths.report(name)} className="card figure-card">
            <span className="strong">{t(key)}</span>
            <span className="muted">{t(`${key}Lead`)}</span>
          </Link>
        ))}
      </div>
    </Page>
  );
}
