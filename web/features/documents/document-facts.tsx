import type { Output } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Link } from '../../ui/link.tsx';
import { nameOf } from '../contacts/name-of.ts';
import { documentMessages } from './document-words.ts';

type Document = Output<'getInvoice'> | Output<'getCreditNote'>;

/** For whom, when, and where it stands in the book. */
export function DocumentFacts({ document }: { readonly document: Document }) {
  const t = useMessages(documentMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths, may, currency } = useFirm();
  const isInvoice = 'paid' in document;
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [
      t('customer'),
      <Link key="customer" href={paths.contact(document.contact.id)}>
        <bdi>{nameOf(document.contact, language)}</bdi>
      </Link>,
    ],
    [t('date'), format.date(document.date)],
    [t('dueDate'), isInvoice && format.date(document.dueDate)],
    [t('reference'), document.reference && <bdi>{document.reference}</bdi>],
    [t('reason'), 'reason' in document && document.reason && <bdi>{document.reason}</bdi>],
    [t('rate'), document.rate && <span className="figure-inline">{`${document.rate} ${currency}/${document.currency}`}</span>],
    [
      t('entry'),
      document.entry &&
        (may('entry.read') ? (
          <Link key="entry" href={paths.entry(document.entry.id)}>
            {t('entryNumber', { seq: format.number(document.entry.seq) })}
          </Link>
        ) : (
          t('entryNumber', { seq: format.number(document.entry.seq) })
        )),
    ],
    [t('notes'), document.notes && <bdi>{document.notes}</bdi>],
  ];
  return (
    <dl className="card pairs">
      {rows.map(
        ([label, value]) =>
          value && (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
