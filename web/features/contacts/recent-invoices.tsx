import { useFirmApi } from '../../api/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Cell } from '../../ui/figure.tsx';
import { Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { invoiceMessages } from '../invoices/invoice-messages.ts';
import { StateChip } from '../invoices/state-chip.tsx';

const SHOWN = 10;

export function RecentInvoices({ contactId }: { readonly contactId: string }) {
  const t = useMessages(invoiceMessages);
  const format = useFormat();
  const { paths } = useFirm();
  const invoices = useFirmApi('listInvoices', { query: { contact: contactId, limit: SHOWN } });
  const rows = invoices.data?.body.data ?? [];
  return (
    <section className="stack" aria-label={t('title')}>
      <div className="row spread">
        <h2>{t('title')}</h2>
        <Link href={paths.invoices({ contact: contactId })}>{t('seeAll')}</Link>
      </div>
      <Problem problem={invoices.error ?? undefined} retry={() => void invoices.refetch()} />
      {invoices.isPending && <Skeleton lines={3} height={40} />}
      {invoices.data && rows.length === 0 && <p className="muted">{t('none')}</p>}
      {rows.length > 0 && (
        <Scrolls>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('number')}</th>
                <th scope="col">{t('date')}</th>
                <th scope="col">{t('state')}</th>
                <th scope="col" className="figure">
                  {t('total')}
                </th>
                <th scope="col" className="figure">
                  {t('due')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((invoice) => (
                <tr key={invoice.id}>
                  <th scope="row">
                    <Link href={paths.invoice(invoice.id)}>
                      <bdi>{invoice.number ?? t('draft')}</bdi>
                    </Link>
                  </th>
                  <td>{format.date(invoice.date)}</td>
                  <td>
                    <StateChip state={invoice.state} overdue={invoice.overdue} />
                  </td>
                  <td className="figure">
                    <Cell value={invoice.total} zero="–" />
                  </td>
                  <td className="figure">
                    <Cell value={invoice.due} zero="–" />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
    </section>
  );
}
