import type { Decimal } from './decimal.ts';
import type { AccountType } from './journal.ts';

/** What a Beancount file's options change about how it is read. */
export interface BeancountOptions {
  /** The names of the five roots, each with its type. */
  readonly roots: ReadonlyMap<string, AccountType>;
  readonly booking: string;
  readonly multiplier: Decimal;
  /** Tolerances by currency; `*` is for every other one. */
  readonly defaultTolerances: ReadonlyMap<string, Decimal>;
  readonly toleranceFromCost: boolean;
  readonly allowPipe: boolean;
  /** A plugin opens accounts by itself. */
  readonly opensAccounts: boolean;
}

/** Reads the options of the whole file first: they apply to entries above them too. */
export function readOptions(text: string): BeancountOptions {
  const values = new Map<string, string>();
  const defaultTolerances = new Map<string, Decimal>();
  for (const [, name = '', value = ''] of text.matchAll(/^option\s+"([^"\n]*)"\s+"([^"\n]*)"/gm)) {
    values.set(name, value);
    const [, currency, tolerance] = /^([^:]+):(.*)$/.exec(value) ?? [];
    const decimal = tolerance === undefined ? undefined : plainDecimal(tolerance);
    if (/^(inferred_tolerance_default|default_tolerance)$/.test(name) && currency !== undefined && decimal) defaultTolerances.set(currency, decimal);
  }
  const root = (name: string, usual: string): string => values.get(`name_${name}`) ?? usual;
  return {
    roots: new Map<string, AccountType>([
      [root('assets', 'Assets'), 'asset'],
      [root('liabilities', 'Liabilities'), 'liability'],
      [root('equity', 'Equity'), 'equity'],
      [root('income', 'Income'), 'income'],
      [root('expenses', 'Expenses'), 'expense'],
    ]),
    booking: (values.get('booking_method') ?? 'STRICT').toUpperCase(),
    multiplier: plainDecimal(values.get('inferred_tolerance_multiplier') ?? values.get('tolerance_multiplier') ?? '') ?? { quantity: 5n, scale: 1 },
    defaultTolerances,
    toleranceFromCost: isTrue(values.get('infer_tolerance_from_cost')),
    allowPipe: isTrue(values.get('allow_pipe_separator')),
    opensAccounts: /^plugin\s+"beancount\.plugins\.auto(_accounts)?"/m.test(text),
  };
}

const isTrue = (value: string | undefined): boolean => value !== undefined && /^(true|on|1)$/i.test(value);

function plainDecimal(text: string): Decimal | undefined {
  const [, whole, fraction = ''] = /^(\d{1,30})(?:\.(\d{1,30}))?$/.exec(text) ?? [];
  return whole === undefined ? undefined : { quantity: BigInt(whole + fraction), scale: fraction.length };
}

/** Options that Beancount knows. The rest are about documents and display. */
export const knownOptions: ReadonlySet<string> = new Set(
  `title name_assets name_liabilities name_equity name_income name_expenses account_previous_balances account_previous_earnings
  account_previous_conversions account_current_earnings account_current_conversions account_unrealized_gains account_rounding conversion_currency
  inferred_tolerance_default inferred_tolerance_multiplier tolerance_multiplier default_tolerance tolerance infer_tolerance_from_cost use_legacy_fixed_tolerances
  documents operating_currency render_commas plugin_processing_mode long_string_maxlines experiment_explicit_tolerances booking_method
  allow_pipe_separator allow_deprecated_none_for_tags_and_links insert_pythonpath`.split(/\s+/),
);

/** Plugins that only check, or whose additions post nothing. Every other one may change entries, and is refused. */
export const harmlessPlugins: ReadonlySet<string> = new Set(
  `auto auto_accounts implicit_prices check_average_cost check_closing check_commodity check_drained close_tree coherent_cost commodity_attr
  leafonly noduplicates nounused onecommodity pedantic sellgains unique_prices mark_unverified tag_pending`
    .split(/\s+/)
    .map((name) => `beancount.plugins.${name}`),
);
