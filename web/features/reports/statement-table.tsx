import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import type { Href } from '../../path-builder.ts';
import { Scrolls } from '../../ui/scrolls.tsx';
import { FigureCell } from './figure-cell.tsx';
import { reportMessages } from './report-messages.ts';

export interface StatementRow {
  readonly key: string;
  readonly code?: string;
  readonly name: string;
  readonly amounts: readonly string[];
  /** What a figure is made of, by column. */
  readonly href?: (column: number) => Href | undefined;
}
export interface StatementPart {
  readonly key: string;
  /** With rows: a section. Without: a figure between sections. */
  readonly title: string;
  readonly rows?: readonly StatementRow[];
  readonly amounts: readonly string[];
  readonly grand?: boolean;
}

interface StatementTableProps {
  readonly columns: readonly ReactNode[];
  readonly parts: readonly StatementPart[];
}

/** A statement as it is printed: sections with their rows and what they come to, and figures between them. */
export function StatementTable({ columns, parts }: StatementTableProps) {
  const t = useMessages(reportMessages);
  const { direction } = useLanguage();
  return (
    <Scrolls>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('account')}</th>
            {columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by place
              <th key={index} scope="col" className="figure">
                <span dir={direction}>{column}</span>
              </th>
            ))}
          </tr>
        </thead>
        {parts.map((part) =>
          part.rows ? part.rows.length > 0 && <Section key={part.key} part={part} columns={columns.length} /> : <Figure key={part.key} part={part} />,
        )}
      </table>
    </Scrolls>
  );
}

function Section({ part, columns }: { readonly part: StatementPart; readonly columns: number }) {
  const t = useMessages(reportMessages);
  return (
    <tbody>
      <tr className="section">
        <th scope="rowgroup" colSpan={columns + 1}>
          {part.title}
        </th>
      </tr>
      {part.rows?.map((row) => (
        <tr key={row.key}>
          <th scope="row" className="indent">
            {row.code && <bdi className="muted">{row.code}</bdi>} <bdi>{row.name}</bdi>
          </th>
          {row.amounts.map((amount, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by place
            <FigureCell key={column} value={amount} href={row.href?.(column)} />
          ))}
        </tr>
      ))}
      <tr className="sum">
        <th scope="row">{t('totalOf', { section: part.title })}</th>
        {part.amounts.map((amount, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by place
          <FigureCell key={column} value={amount} />
        ))}
      </tr>
    </tbody>
  );
}

function Figure({ part }: { readonly part: StatementPart }) {
  return (
    <tbody>
      <tr className={part.grand ? 'grand' : 'sum'}>
        <th scope="row">{part.title}</th>
        {part.amounts.map((amount, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by place
          <FigureCell key={column} value={amount} />
        ))}
      </tr>
    </tbody>
  );
}
