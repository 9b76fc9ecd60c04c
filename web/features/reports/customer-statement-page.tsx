import { useFirmApi } from '../../api/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { useSearchState } from '../../shell/search-state.ts';
import { Chip } from '../../ui/chip.tsx';
import { Amount, Cell } from '../../ui/figure.tsx';
import { Link } from '../../ui/link.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ContactBox } from '../contacts/contact-box.tsx';
import { contactMessages } from '../contacts/contact-messages.ts';
import { nameOf } from '../contacts/name-of.ts';
import { DocumentLink } from '../entries/document-link.tsx';
import { RangeFilter } from './report-filters.tsx';
import { ReportFrame } from './report-frame.tsx';
import { reportMessages } from './report-messages.ts';
import { useReportState } from './report-state.ts';

const SEARCH = { contact: '' };

/** What a customer was billed and paid, in order, with the balance after each. */
export default function CustomerStatementPage() {
  const t = useMessages(reportMessages);
  const words = useMessages(contactMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths } = useFirm();
  const state = useReportState();
  const [{ contact }, setSearch] = useSearchState(SEARCH);
  const { from, to } = state.range;
  const read = useFirmApi('contactStatement', { params: { contactId: contact }, query: { from, to } }, { enabled: contact !== '' });
  const report = contact === '' ? undefined : read.data?.body;
  const about = [report && nameOf(report.contact, language), `${format.date(from)} – ${format.date(to)}`].filter(Boolean).join(' · ');
  const filters = (
    <>
      <ContactBox label={t('customer')} value={contact} onChange={(next) => setSearch({ contact: next })} />
      <RangeFilter state={state} />
    </>
  );
  return (
    <ReportFrame
      title={t('customerStatement')}
      about={about}
      seq={contact === '' ? 0 : report?.seq}
      problem={read.error ?? undefined}
      retry={() => void read.refetch()}
      empty={false}
      filters={filters}
    >
      {contact === '' && <EmptyState title={t('chooseCustomer')} />}
      {report && (
        <Scrolls>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('date')}</th>
                <th scope="col">{t('document')}</th>
                <th scope="col">{words('due')}</th>
                {(['debit', 'credit', 'balance'] as const).map((column) => (
                  <th key={column} scope="col" className="figure">
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr className="section">
                <th scope="row" colSpan={5}>
                  {words('opening')}
                </th>
                <td className="figure">
                  <Amount value={report.opening} />
                </td>
              </tr>
              {report.rows.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a document may move more than once on one day
                <tr key={index}>
                  <td>{format.date(row.date)}</td>
                  <th scope="row">
                    {row.kind === 'entry' ? (
                      <Link href={paths.entry(row.id)}>{row.number ?? words('entry')}</Link>
                    ) : (
                      <DocumentLink document={{ kind: row.kind, id: row.id, number: row.number }} />
                    )}{' '}
                    {row.move !== 'document' && <Chip>{row.move === 'void' ? words('voided') : words('exchange')}</Chip>}{' '}
                    {row.reference && <bdi className="muted">{row.reference}</bdi>}
                  </th>
                  <td>{row.dueDate && format.date(row.dueDate)}</td>
                  <td className="figure">
                    <Cell value={row.debit} />
                  </td>
                  <td className="figure">
                    <Cell value={row.credit} />
                  </td>
                  <td className="figure">
                    <Cell value={row.balance} zero="0" />
                  </td>
                </tr>
              ))}
              <tr className="grand">
                <th scope="row" colSpan={3}>
                  {words('closing')} <bdi>{report.currency}</bdi>
                </th>
                <td className="figure">
                  <Amount value={report.totals.debit} />
                </td>
                <td className="figure">
                  <Amount value={report.totals.credit} />
                </td>
                <td className="figure">
                  <Amount value={report.totals.closing} />
                </td>
              </tr>
            </tbody>
          </table>
        </Scrolls>
      )}
    </ReportFrame>
  );
}
