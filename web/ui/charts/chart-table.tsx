import { defineMessages, useMessages } from '../../i18n/messages.ts';

const messages = defineMessages({
  figures: { en: 'The figures', ar: 'الأرقام' },
});

interface ChartTableProps {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly name: string; readonly cells: readonly string[] }[];
}

/** What a chart shows, as figures: for whoever cannot see it, and whoever wants them exact. */
export function ChartTable({ title, heads, rows }: ChartTableProps) {
  const t = useMessages(messages);
  return (
    <details className="no-print">
      <summary>{t('figures')}</summary>
      <table className="table" aria-label={title}>
        <thead>
          <tr>
            <td />
            {heads.map((head) => (
              <th key={head} scope="col" className="figure">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              {row.cells.map((cell, index) => (
                <td key={heads[index]} className="figure">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
