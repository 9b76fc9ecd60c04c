import type { Output } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Cell } from '../../ui/figure.tsx';
import { Link } from '../../ui/link.tsx';
import { DocumentLink } from '../entries/document-link.tsx';
import { reportMessages } from './report-messages.ts';

type Line = Output<'accountLedger'>['rows'][number];

/** The head of a ledger's columns, for one account or for many. */
export function LedgerHead() {
  const t = useMessages(reportMessages);
  return (
    <thead>
      <tr>
        <th scope="col">{t('date')}</th>
        <th scope="col">{t('entry')}</th>
        <th scope="col">{t('memo')}</th>
        <th scope="col">{t('document')}</th>
        {(['debit', 'credit', 'balance'] as const).map((column) => (
          <th key={column} scope="col" className="figure">
            {t(column)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Lines of an account: each opens its entry, and its document where it has one. */
export function LedgerLines({ lines }: { readonly lines: readonly Line[] }) {
  const format = useFormat();
  const { paths } = useFirm();
  return lines.map((line) => (
    <tr key={`${line.seq} ${line.line}`}>
      <td>{format.date(line.date)}</td>
      <td>
        <Link href={paths.entry(line.entry)}>{format.number(line.seq)}</Link>
      </td>
      <td>
        <bdi>{line.memo}</bdi>
      </td>
      <td>{line.document ? <DocumentLink document={line.document} /> : <bdi>{line.reference}</bdi>}</td>
      <td className="figure">
        <Cell value={line.debit} />
      </td>
      <td className="figure">
        <Cell value={line.credit} />
      </td>
      <td className="figure">
        <Cell value={line.balance} zero="0" />
      </td>
    </tr>
  ));
}
