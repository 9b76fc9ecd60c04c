import { useParams } from '@tanstack/react-router';
import { countries, isCountry } from '../../../domain/kernel/countries.ts';
import { useFirmApi } from '../../api/queries.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Amount } from '../../ui/figure.tsx';
import { ButtonLink, Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Pairs } from '../../ui/pairs.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { LinkedRecords } from '../records/linked-records.tsx';
import type { Contact } from './contact-form.tsx';
import { contactMessages } from './contact-messages.ts';
import { nameOf } from './name-of.ts';
import { RecentInvoices } from './recent-invoices.tsx';

/** A customer at a glance: what is owed, the latest documents, how to reach them. */
export default function ContactPage() {
  const t = useMessages(contactMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const { contactId = '' } = useParams({ strict: false }) as { contactId?: string };
  const { paths, currency, may } = useFirm();
  const read = useFirmApi('getContact', { params: { contactId } });
  const archive = useFirmSubmit('archiveContact');
  const restore = useFirmSubmit('restoreContact');
  const mayWrite = useReason('contact.write');
  const contact = read.data?.body;
  if (!contact) {
    return (
      <Page title={t('title')} up={{ href: paths.contacts(), label: t('title') }}>
        {read.error ? <Problem problem={read.error} retry={() => void read.refetch()} /> : <Skeleton lines={4} height={60} />}
      </Page>
    );
  }
  return (
    <Page
      title={nameOf(contact, language)}
      up={{ href: paths.contacts(), label: t('title') }}
      aside={contact.archived && <Chip>{t('archived')}</Chip>}
      actions={
        <>
          {mayWrite === undefined && <ButtonLink href={paths.editContact(contact.id)}>{common('edit')}</ButtonLink>}
          {contact.archived ? (
            <Button reason={mayWrite} busy={restore.pending} onClick={() => void restore.send({ params: { contactId } })}>
              {t('restore')}
            </Button>
          ) : (
            <Button reason={mayWrite} busy={archive.pending} onClick={() => void archive.send({ params: { contactId } })}>
              {t('archive')}
            </Button>
          )}
          {may('payment.record') && <ButtonLink href={paths.newPayment({ contact: contact.id })}>{t('newPayment')}</ButtonLink>}
          {may('invoice.draft') && !contact.archived && (
            <ButtonLink kind="primary" icon="plus" href={paths.newInvoice({ contact: contact.id })}>
              {t('newInvoice')}
            </ButtonLink>
          )}
        </>
      }
    >
      <Problem problem={archive.problem ?? restore.problem} />
      <div className="cards">
        <Link className="card figure-card" href={paths.report('customer-statement', { contact: contact.id })}>
          <span className="muted">{t('balance')}</span>
          <span className="value">
            <Amount value={contact.balance.receivable} currency={currency} />
          </span>
          <span className="muted">{t('statement')}</span>
        </Link>
        {contact.kind !== 'customer' && (
          <div className="card figure-card">
            <span className="muted">{t('payable')}</span>
            <span className="value">
              <Amount value={contact.balance.payable} currency={currency} />
            </span>
          </div>
        )}
        <Details contact={contact} />
      </div>
      <RecentInvoices contactId={contact.id} />
      <LinkedRecords of={{ kind: 'contact', id: contact.id }} contact={contact.id} />
    </Page>
  );
}

function Details({ contact }: { readonly contact: Contact }) {
  const t = useMessages(contactMessages);
  const { language } = useLanguage();
  const address = [
    contact.address?.street,
    contact.address?.district,
    contact.address?.city,
    contact.address?.region,
    contact.address?.postalCode,
    isCountry(contact.country) ? countries[contact.country].name[language] : contact.country,
  ].filter(Boolean);
  const rows = [
    [t('email'), contact.email],
    [t('phone'), contact.phone && <span className="figure-inline">{contact.phone}</span>],
    [t('taxNumber'), contact.taxNumber && <span className="figure-inline">{contact.taxNumber}</span>],
    [t('address'), address.join(language === 'ar' ? '، ' : ', ')],
    [t('terms'), t('termsOf', { days: contact.paymentTermsDays })],
  ] as const;
  return <Pairs label={t('details')} rows={rows} />;
}
