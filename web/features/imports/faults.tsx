import type { Output } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Scrolls } from '../../ui/scrolls.tsx';
import { importMessages } from './import-messages.ts';

interface FaultsProps {
  readonly faults: NonNullable<Output<'getImport'>['preview']>['faults'];
  readonly more: number;
}

/** What is wrong with the file, by its lines. */
export function Faults({ faults, more }: FaultsProps) {
  const t = useMessages(importMessages);
  const format = useFormat();
  return (
    <section className="stack" aria-label={t('faults')}>
      <h2>{t('faults')}</h2>
      <Scrolls>
        <table className="table stacks">
          <thead>
            <tr>
              <th scope="col" className="figure" style={{ inlineSize: 90 }}>
                {t('line')}
              </th>
              <th scope="col">{t('fault')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a line may have several faults
              <tr key={index}>
                <td className="figure">
                  {format.number(fault.line)}
                  {fault.column !== undefined && `:${format.number(fault.column)}`}
                </td>
                <td>
                  <bdi>{fault.message}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
      {more > 0 && <p className="muted">{t('moreFaults', { count: format.number(more) })}</p>}
    </section>
  );
}
