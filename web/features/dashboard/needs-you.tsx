import { useFirmApi } from '../../api/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import type { Href } from '../../path-builder.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Amount } from '../../ui/figure.tsx';
import { Link } from '../../ui/link.tsx';
import { nameOf } from '../contacts/name-of.ts';
import { dashboardMessages } from './dashboard-messages.ts';

interface Need {
  readonly key: string;
  readonly text: string;
  readonly amount: string;
  readonly currency: string;
  readonly on: string;
  readonly href: Href;
}

const EACH = 50;
const SHOWN = 8;

/** What waits for somebody: invoices past their day, drafts that were not posted, credit that settles nothing yet. */
export function NeedsYou() {
  const t = useMessages(dashboardMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths, may } = useFirm();
  const seesInvoices = may('invoice.read');
  const posted = useFirmApi('listInvoices', { query: { state: 'posted', limit: EACH } }, { enabled: seesInvoices });
  const partly = useFirmApi('listInvoices', { query: { state: 'partially-paid', limit: EACH } }, { enabled: seesInvoices });
  const drafts = useFirmApi('listInvoices', { query: { state: 'draft', limit: EACH } }, { enabled: seesInvoices });
  const credits = useFirmApi('listPayments', { query: { state: 'open', limit: EACH } }, { enabled: may('payment.read') });
  const late = [...(posted.data?.body.data ?? []), ...(partly.data?.body.data ?? [])]
    .filter((invoice) => invoice.overdue)
    .sort((a, b) => (a.dueDate < b.dueDate ? -1 : 1));
  const needs: readonly Need[] = [
    ...late.map((invoice) => ({
      key: invoice.id,
      text: t('overdue', { number: invoice.number ?? '', name: nameOf(invoice.contact, language) }),
      amount: invoice.due,
      currency: invoice.currency,
      on: invoice.dueDate,
      href: paths.invoice(invoice.id),
    })),
    ...(drafts.data?.body.data ?? []).map((invoice) => ({
      key: invoice.id,
      text: t('draft', { name: nameOf(invoice.contact, language) }),
      amount: invoice.total,
      currency: invoice.currency,
      on: invoice.date,
      href: paths.invoice(invoice.id),
    })),
    ...(credits.data?.body.data ?? []).map((payment) => ({
      key: payment.id,
      text: t('credit', { name: nameOf(payment.contact, language) }),
      amount: payment.unallocated,
      currency: payment.currency,
      on: payment.date,
      href: paths.payment(payment.id),
    })),
  ];
  if (posted.isPending) return null;
  return (
    <section className="card" aria-label={t('needs')}>
      <h2>{t('needs')}</h2>
      {needs.length === 0 && <p className="muted">{t('nothing')}</p>}
      {needs.length > 0 && (
        <ul className="plain-list needs">
          {needs.slice(0, SHOWN).map((need) => (
            <li key={need.key}>
              <Link href={need.href}>{need.text}</Link>
              <span className="muted">{format.date(need.on)}</span>
              <Amount value={need.amount} currency={need.currency} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
