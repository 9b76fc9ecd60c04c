import type { Output } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { Chip } from '../../ui/chip.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { ComboBox } from '../../ui/combobox.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { accountTypeNames, accountTypes } from '../accounts/account-words.ts';
import { useAccountOptions } from '../accounts/use-accounts.ts';
import { importMessages } from './import-messages.ts';
import { type Options, withMember } from './import-options.ts';

type Preview = NonNullable<Output<'getImport'>['preview']>;
/** A file of thousands of accounts is mapped in the file, not here. */
const SHOWN_MAXIMUM = 300;

interface AccountOptionsProps {
  readonly accounts: Preview['accounts'];
  readonly options: Options;
  readonly onChange: (options: Options) => void;
}

/** Which account of the chart each of the file's becomes. Those whose type was only assumed come first. */
export function AccountOptions({ accounts, options, onChange }: AccountOptionsProps) {
  const t = useMessages(importMessages);
  const { language } = useLanguage();
  const own = useAccountOptions();
  if (accounts.length === 0) return null;
  const ordered = accounts.toSorted((a, b) => Number(b.typeAssumed ?? false) - Number(a.typeAssumed ?? false)).slice(0, SHOWN_MAXIMUM);
  return (
    <section className="stack" aria-label={t('accounts')}>
      <h2>{t('accounts')}</h2>
      <p className="muted">{t('accountsHint')}</p>
      <Scrolls style={{ overflow: 'visible' }}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('inFile')}</th>
              <th scope="col" style={{ inlineSize: '40%' }}>
                {t('becomes')}
              </th>
              <th scope="col" style={{ inlineSize: '20%' }}>
                {t('type')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ordered.map((account) => (
              <tr key={account.name}>
                <th scope="row">
                  <bdi>{account.name}</bdi> {account.isNew && <Chip tone="info">{t('isNew')}</Chip>}{' '}
                  {account.typeAssumed && <Chip tone="warn">{t('assumed')}</Chip>}
                </th>
                <td>
                  <ComboBox
                    label={t('ofAccount', { field: t('becomes'), name: account.name })}
                    hideLabel
                    value={options.accounts[account.name] ?? (account.code === account.name ? '' : account.code)}
                    options={own}
                    chosenText={account.code}
                    placeholder={t('asItIs')}
                    onChange={(code) => onChange({ ...options, accounts: withMember(options.accounts, account.name, code) })}
                  />
                </td>
                <td>
                  {account.isNew ? (
                    <SelectField
                      label={t('ofAccount', { field: t('type'), name: account.name })}
                      hideLabel
                      value={options.types[account.name] ?? account.type}
                      choices={accountTypes.map((type) => ({ value: type, label: accountTypeNames[type][language] }))}
                      onChange={(type) => onChange({ ...options, types: withMember(options.types, account.name, type === account.type ? '' : type) })}
                    />
                  ) : (
                    accountTypeNames[account.type][language]
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </section>
  );
}

interface CommodityOptionsProps {
  readonly commodities: Preview['commodities'];
  readonly options: Options;
  readonly onChange: ((options: Options) => void) | undefined;
}

/** What each sign of the file stands for: `$` may be USD or AUD, and only a person knows. */
export function CommodityOptions({ commodities, options, onChange }: CommodityOptionsProps) {
  const t = useMessages(importMessages);
  const format = useFormat();
  return (
    <section className="stack" aria-label={t('commodities')}>
      <h2>{t('commodities')}</h2>
      <Scrolls>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('commodity')}</th>
              <th scope="col">{t('currency')}</th>
              <th scope="col" className="figure">
                {t('digits')}
              </th>
              <th scope="col" className="figure">
                {t('withoutWorth')}
              </th>
            </tr>
          </thead>
          <tbody>
            {commodities.map((commodity) => (
              <tr key={commodity.name}>
                <th scope="row">
                  <bdi>{commodity.name || '–'}</bdi> {commodity.isNew && <Chip tone="info">{t('isNew')}</Chip>}
                </th>
                <td>
                  {onChange && commodity.name !== '' ? (
                    <TextField
                      label={t('ofAccount', { field: t('currency'), name: commodity.name })}
                      hideLabel
                      latin
                      value={options.currencies[commodity.name] ?? commodity.code}
                      onChange={(code) =>
                        onChange({ ...options, currencies: withMember(options.currencies, commodity.name, code === commodity.code ? '' : code) })
                      }
                    />
                  ) : (
                    <bdi>{commodity.code}</bdi>
                  )}
                </td>
                <td className="figure">{format.number(commodity.digits)}</td>
                <td className="figure">{commodity.withoutWorth > 0 && format.number(commodity.withoutWorth)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </section>
  );
}
