import { formatAmount } from '../../../domain/kernel/money.ts';
import { minorOf } from '../../i18n/amounts.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { AmountField } from '../../ui/amount-field.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { ComboBox } from '../../ui/combobox.tsx';
import { lineKeys } from '../../ui/line-keys.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useAccountOptions } from '../accounts/use-accounts.ts';
import { type DimensionKind, useDimensions } from '../dimensions/use-dimensions.ts';
import { emptyLine, nextKey, placesOf, runningOf, type TypedLine } from './entry-draft.ts';
import { entryMessages } from './entry-messages.ts';

interface EntryLinesProps {
  readonly lines: readonly TypedLine[];
  readonly onChange: (lines: readonly TypedLine[]) => void;
  readonly least?: number;
}

/** The lines of an entry, written by keyboard alone: the account by code or name, a side, and the rest only where it is needed. */
export function EntryLines({ lines, onChange, least = 2 }: EntryLinesProps) {
  const t = useMessages(entryMessages);
  const { digits } = useFirm();
  const accounts = useAccountOptions();
  const dimensions = useDimensions();
  const places = placesOf(lines);
  const { difference } = runningOf(lines, digits);

  const change = (key: number, part: Partial<TypedLine>) => onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const add = () => {
    const before = lines.at(-1);
    onChange([
      ...lines,
      { ...emptyLine(nextKey(lines)), branch: before?.branch ?? '', project: before?.project ?? '', costCentre: before?.costCentre ?? '' },
    ]);
  };
  const fill = (line: TypedLine) => {
    // What is missing once this line's own amount is set aside.
    const without = difference - (minorOf(line.debit, digits) ?? 0n) + (minorOf(line.credit, digits) ?? 0n);
    if (without > 0n) change(line.key, { debit: '', credit: formatAmount(without, digits) });
    else if (without < 0n) change(line.key, { debit: formatAmount(-without, digits), credit: '' });
  };

  return (
    <div>
      <table className="lines" onKeyDown={lineKeys({ add })}>
        <thead>
          <tr>
            <th scope="col" style={{ inlineSize: '30%' }}>
              {t('account')}
            </th>
            <th scope="col" className="figure" style={{ inlineSize: '14%' }}>
              {t('debit')}
            </th>
            <th scope="col" className="figure" style={{ inlineSize: '14%' }}>
              {t('credit')}
            </th>
            <th scope="col">{t('lineMemo')}</th>
            {dimensions.kinds.map((kind) => (
              <th key={kind} scope="col">
                {t(kind)}
              </th>
            ))}
            <td style={{ inlineSize: 36 }} />
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => {
            const at = places.get(line.key);
            const pointer = (member: string) => (at === undefined ? {} : { pointer: `/lines/${at}/${member}` });
            const named = (field: Parameters<typeof t>[0] & ('account' | 'debit' | 'credit' | 'lineMemo' | DimensionKind)) =>
              t('ofLine', { field: t(field), line: index + 1 });
            return (
              <tr key={line.key}>
                <td>
                  <ComboBox
                    label={named('account')}
                    hideLabel
                    value={line.account}
                    options={accounts}
                    onChange={(account) => change(line.key, { account })}
                    {...pointer('account')}
                  />
                </td>
                {(['debit', 'credit'] as const).map((side) => (
                  <td key={side}>
                    <AmountField
                      label={named(side)}
                      hideLabel
                      digits={digits}
                      value={line[side]}
                      onChange={(amount) =>
                        change(
                          line.key,
                          side === 'debit'
                            ? { debit: amount, ...(minorOf(amount, digits) !== undefined && { credit: '' }) }
                            : { credit: amount, ...(minorOf(amount, digits) !== undefined && { debit: '' }) },
                        )
                      }
                      onKeyDown={(event) => {
                        if (
                          event.key === 'Enter' &&
                          !event.ctrlKey &&
                          !event.metaKey &&
                          side === 'debit' &&
                          minorOf(line.debit, digits) !== undefined
                        ) {
                          // A line has one side: after a debit comes its memo.
                          const memo = event.currentTarget.closest('td')?.nextElementSibling?.nextElementSibling?.querySelector('input');
                          if (!memo) return;
                          event.preventDefault();
                          memo.focus();
                          return;
                        }
                        if (event.key !== '=') return;
                        event.preventDefault();
                        fill(line);
                      }}
                      {...pointer(side)}
                    />
                  </td>
                ))}
                <td>
                  <TextField
                    label={named('lineMemo')}
                    hideLabel
                    value={line.memo}
                    onChange={(memo) => change(line.key, { memo })}
                    maxLength={200}
                    {...pointer('memo')}
                  />
                </td>
                {dimensions.kinds.map((kind) => (
                  <td key={kind}>
                    <SelectField
                      label={named(kind)}
                      hideLabel
                      value={line[kind]}
                      onChange={(value) => change(line.key, { [kind]: value })}
                      choices={[{ value: '', label: '–' }, ...dimensions.of(kind).map((each) => ({ value: each.code, label: each.name }))]}
                      {...pointer(`dimensions/${kind}`)}
                    />
                  </td>
                ))}
                <td>
                  {lines.length > least && (
                    <Button
                      kind="quiet"
                      icon="close"
                      aria-label={t('removeLine', { line: index + 1 })}
                      onClick={() => onChange(lines.filter((each) => each.key !== line.key))}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Button icon="plus" onClick={add}>
        {t('addLine')}
      </Button>
    </div>
  );
}
