import { formatAmount } from '../../../domain/kernel/money.ts';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { sumOf } from '../../i18n/amounts.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Amount, Cell } from '../../ui/figure.tsx';
import { Link } from '../../ui/link.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { useAccountNames } from '../accounts/use-accounts.ts';
import { entryMessages } from './entry-messages.ts';

type Line = Output<'getEntry'>['lines'][number];

/** The lines of a posted entry; each account opens its ledger. */
export function EntryTable({ lines }: { readonly lines: readonly Line[] }) {
  const t = useMessages(entryMessages);
  const format = useFormat();
  const { digits, paths } = useFirm();
  const nameOf = useAccountNames();
  const dimensions = useFirmApi('listDimensions', {});
  const dimensionName = (kind: string, code: string) =>
    dimensions.data?.body.data.find((value) => value.kind === kind && value.code === code)?.name ?? code;
  const total = (side: 'debit' | 'credit') =>
    format.amount(
      formatAmount(
        sumOf(
          lines.map((line) => line[side] ?? '0'),
          digits,
        ),
        digits,
      ),
    );
  return (
    <Scrolls>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('account')}</th>
            <th scope="col">{t('lineMemo')}</th>
            <th scope="col" className="figure">
              {t('debit')}
            </th>
            <th scope="col" className="figure">
              {t('credit')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a posted entry never move
            <tr key={index}>
              <th scope="row">
                <Link href={paths.ledger(line.account)}>
                  <bdi>{line.account}</bdi> <bdi>{nameOf(line.account)}</bdi>
                </Link>
              </th>
              <td>
                <bdi>{line.memo}</bdi>{' '}
                {Object.entries(line.dimensions ?? {}).map(([kind, code]) => (
                  <span key={kind} className="chip">
                    <bdi>{dimensionName(kind, String(code))}</bdi>
                  </span>
                ))}{' '}
                {line.foreign && (
                  <span className="muted">
                    <Amount value={line.foreign.amount} /> <bdi>{line.foreign.currency}</bdi>
                  </span>
                )}
              </td>
              <td className="figure">
                <Cell value={line.debit} />
              </td>
              <td className="figure">
                <Cell value={line.credit} />
              </td>
            </tr>
          ))}
          <tr className="sum">
            <th scope="row" colSpan={2}>
              {t('totals')}
            </th>
            <td className="figure">{total('debit')}</td>
            <td className="figure">{total('credit')}</td>
          </tr>
        </tbody>
      </table>
    </Scrolls>
  );
}
