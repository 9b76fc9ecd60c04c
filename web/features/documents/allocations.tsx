import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Cell } from '../../ui/figure.tsx';
import { DocumentLink, type DocumentRef } from '../entries/document-link.tsx';
import { documentMessages } from './document-words.ts';

interface AllocationsProps {
  readonly title: string;
  readonly allocations: readonly { readonly document: DocumentRef; readonly date: string; readonly amount: string }[];
}

/** What settles what, each a step from the other document. */
export function Allocations({ title, allocations }: AllocationsProps) {
  const t = useMessages(documentMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  if (allocations.length === 0) return null;
  return (
    <section className="card stack" aria-label={title}>
      <h2>{title}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('document')}</th>
            <th scope="col">{common('date')}</th>
            <th scope="col" className="figure">
              {t('amount')}
            </th>
          </tr>
        </thead>
        <tbody>
          {allocations.map(({ document, date, amount }) => (
            <tr key={`${document.id} ${date} ${amount}`}>
              <th scope="row">
                <DocumentLink document={document} />
              </th>
              <td>{format.date(date)}</td>
              <td className="figure">
                <Cell value={amount} zero="–" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
