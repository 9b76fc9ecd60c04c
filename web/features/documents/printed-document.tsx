import { profileFor } from '../../../domain/firms/country-profiles.ts';
import { countries, isCountry } from '../../../domain/kernel/countries.ts';
import type { Language, Text } from '../../../domain/kernel/language.ts';
import type { Output } from '../../api/route-types.ts';
import { formatIn } from '../../i18n/format.ts';
import { localeOf } from '../../i18n/language.tsx';
import './printed-document.css';
import { basisPointsOf } from './typed-document.ts';

type Document = Output<'getInvoice'> | Output<'getCreditNote'>;
type Firm = Output<'getFirm'>;
interface Side {
  readonly name: string;
  readonly nameAr?: string | null | undefined;
  readonly taxNumber?: string | null | undefined;
  readonly address?: Readonly<Record<string, string | undefined>> | null | undefined;
  readonly country: string;
}

const words = {
  taxInvoice: { en: 'Tax invoice', ar: 'فاتورة ضريبية' },
  invoice: { en: 'Invoice', ar: 'فاتورة' },
  creditNote: { en: 'Credit note', ar: 'إشعار دائن' },
  number: { en: 'Number', ar: 'الرقم' },
  date: { en: 'Date of issue', ar: 'تاريخ الإصدار' },
  dueDate: { en: 'Payment due', ar: 'تاريخ الاستحقاق' },
  reference: { en: 'Reference', ar: 'المرجع' },
  seller: { en: 'Seller', ar: 'البائع' },
  buyer: { en: 'Buyer', ar: 'المشتري' },
  item: { en: 'Description', ar: 'الوصف' },
  quantity: { en: 'Qty', ar: 'الكمية' },
  price: { en: 'Price', ar: 'السعر' },
  rate: { en: 'Tax', ar: 'الضريبة' },
  amount: { en: 'Amount', ar: 'المبلغ' },
  net: { en: 'Net', ar: 'الصافي' },
  total: { en: 'Total', ar: 'الإجمالي' },
  due: { en: 'Still due', ar: 'المتبقي' },
  draft: { en: 'DRAFT – not an invoice', ar: 'مسودة – ليست فاتورة' },
} as const satisfies Record<string, Text>;

interface PrintedDocumentProps {
  readonly document: Document;
  readonly firm: Firm;
  /** The language of what is sent to the customer. */
  readonly customerLanguage?: Language | undefined;
}

/** The firm's language first, and both where Arabic has a reader: who reads it need not be who wrote it. */
export function PrintedDocument({ document, firm, customerLanguage }: PrintedDocumentProps) {
  const first: Language = firm.language;
  const direction = directionOf(first);
  const bilingual = [first, customerLanguage, profileFor(firm.country).language].includes('ar');
  const second: Language = first === 'ar' ? 'en' : 'ar';
  const format = formatIn(localeOf(first));
  const taxed = document.taxes.some((tax) => tax.tax !== '' && Number(tax.taxRate) > 0);
  const isInvoice = 'paid' in document;
  const seller: Side = document.seller ?? { name: firm.name, taxNumber: firm.taxNumber, address: firm.address, country: firm.country };
  const title = isInvoice ? (taxed && seller.taxNumber ? words.taxInvoice : words.invoice) : words.creditNote;
  const buyer: Side = document.buyer ?? { name: document.contact.name, nameAr: document.contact.nameAr, country: firm.country };
  const percent = (rate: string) => format.percent(basisPointsOf(rate) ?? 0);
  const both = (text: Text) => (
    <span className="both" dir={direction}>
      <bdi lang={first}>{text[first]}</bdi>
      {bilingual && ' '}
      {bilingual && <bdi lang={second}>{text[second]}</bdi>}
    </span>
  );
  return (
    <article className="sheet" lang={first} dir={direction}>
      {document.state === 'draft' && <p className="stamp">{both(words.draft)}</p>}
      <header>
        <div>
          <h2>
            <bdi>{seller.name}</bdi>
          </h2>
          <Lines side={seller} language={first} taxName={profileFor(firm.country).taxNumber?.name} />
        </div>
        <h2>{both(title)}</h2>
      </header>
      <div className="facts">
        <section>
          <h3>{both(words.buyer)}</h3>
          <p className="strong">
            <bdi>{first === 'ar' ? (buyer.nameAr ?? buyer.name) : buyer.name}</bdi>
          </p>
          <Lines side={buyer} language={first} taxName={profileFor(buyer.country).taxNumber?.name} />
        </section>
        <dl className="pairs">
          <dt>{both(words.number)}</dt>
          <dd className="figure-inline">{document.number ?? '–'}</dd>
          <dt>{both(words.date)}</dt>
          <dd>
            <bdi>{format.date(document.date)}</bdi>
          </dd>
          {isInvoice && <dt>{both(words.dueDate)}</dt>}
          {isInvoice && (
            <dd>
              <bdi>{format.date(document.dueDate)}</bdi>
            </dd>
          )}
          {document.reference && <dt>{both(words.reference)}</dt>}
          {document.reference && (
            <dd>
              <bdi>{document.reference}</bdi>
            </dd>
          )}
        </dl>
      </div>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{both(words.item)}</th>
            {(['quantity', 'price', 'rate', 'amount'] as const).map((column) => (
              <th key={column} scope="col" className="figure">
                {both(words[column])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {document.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: printed once
            <tr key={index}>
              <th scope="row">
                <bdi>{line.text}</bdi>
              </th>
              <td className="figure">{format.amount(line.quantity)}</td>
              <td className="figure">{format.amount(line.unitPrice)}</td>
              <td className="figure">{percent(line.taxRate)}</td>
              <td className="figure">{format.amount(document.pricesInclude ? line.total : line.net)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="totals keep">
        <dt>{both(words.net)}</dt>
        <dd className="figure">{format.amount(document.net)}</dd>
        {document.taxes.map((tax) => (
          <div key={`${tax.taxCode} ${tax.taxRate}`} style={{ display: 'contents' }}>
            <dt>
              {both(profileFor(firm.country).taxName)} <bdi>{percent(tax.taxRate)}</bdi>
            </dt>
            <dd className="figure">{format.amount(tax.tax)}</dd>
          </div>
        ))}
        <dt className="grand">
          {both(words.total)} <bdi>{document.currency}</bdi>
        </dt>
        <dd className="figure grand">{format.amount(document.total)}</dd>
        {isInvoice && document.due !== document.total && <dt>{both(words.due)}</dt>}
        {isInvoice && document.due !== document.total && <dd className="figure">{format.amount(document.due)}</dd>}
      </dl>
      {document.notes && (
        <p>
          <bdi>{document.notes}</bdi>
        </p>
      )}
      {firm.invoicing.footer && (
        <footer>
          <bdi>{firm.invoicing.footer}</bdi>
        </footer>
      )}
    </article>
  );
}

const directionOf = (language: Language) => (language === 'ar' ? 'rtl' : 'ltr');

function Lines({ side, language, taxName }: { readonly side: Side; readonly language: Language; readonly taxName: Text | undefined }) {
  const address = side.address ?? {};
  const parts = [address.street, address.building, address.district, address.city, address.region, address.postalCode].filter(Boolean);
  const country = isCountry(side.country) ? countries[side.country].name[language] : side.country;
  return (
    <>
      {parts.length > 0 && (
        <p>
          <bdi>{parts.join(language === 'ar' ? '، ' : ', ')}</bdi>
        </p>
      )}
      <p>{country}</p>
      {side.taxNumber && (
        <p>
          {taxName?.[language]} <span className="figure-inline">{side.taxNumber}</span>
        </p>
      )}
    </>
  );
}
