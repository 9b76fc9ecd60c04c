import type { RowOf } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Link } from '../../ui/link.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { HandOverChip } from './asset-chip.tsx';
import { itMessages } from './it-messages.ts';

/** What changed hands, newest first; each opens its receipt. */
export function HandOverTable({ rows, empty }: { readonly rows: readonly RowOf<'listHandOvers'>[]; readonly empty: string }) {
  const t = useMessages(itMessages);
  const format = useFormat();
  const { paths } = useFirm();
  if (rows.length === 0) return <p className="muted">{empty}</p>;
  return (
    <Scrolls label={t('handOvers')}>
      <table className="table stacks">
        <caption className="visually-hidden">{t('handOvers')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('receipt')}</th>
            <th scope="col">{t('things')}</th>
            <th scope="col">{t('custodian')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('issuedAt')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link href={paths.handOver(row.id)}>{row.kind === 'return' ? t('return') : t('handOver')}</Link>
              </th>
              <td>
                <bdi>{row.assets.map(({ tag, name }) => `${name} (${tag})`).join(' · ')}</bdi>
              </td>
              <td>
                <bdi>{row.holder.name}</bdi>
              </td>
              <td>
                <HandOverChip state={row.state} />
              </td>
              <td>{format.instant(row.issuedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}
