import { type Outcome, refuse, refuseAt } from '../kernel/decision.ts';
import type { Happening } from '../kernel/event.ts';
import { readTaxNumber } from './country-profiles.ts';
import { type FirmProfile, isTimeZone } from './firm.ts';

type Settings = Pick<FirmProfile, 'name' | 'language' | 'timeZone' | 'fiscalYearStart'>;

/** What an owner may change. A member left out stays as it is; `null` clears what may be empty. */
export type FirmChange = { readonly [K in keyof Settings]?: Settings[K] | undefined } & {
  readonly taxNumber?: string | null | undefined;
  readonly address?: FirmProfile['address'] | null | undefined;
  readonly invoicing?:
    | {
        readonly numbering?:
          | { readonly [D in keyof FirmProfile['invoicing']['numbering']]?: FirmProfile['invoicing']['numbering'][D] | undefined }
          | undefined;
        readonly taxRounding?: FirmProfile['invoicing']['taxRounding'] | undefined;
        readonly dueDays?: number | undefined;
        readonly footer?: string | null | undefined;
      }
    | undefined;
};

export type ChangeFirmRefusal = 'version.stale' | 'timezone.unknown' | 'tax_number.malformed' | 'firm.book_started';

/** Changes a firm's settings. The fiscal year's start is settled by the first entry: periods and closings hang on it. */
export function changeFirm(
  firm: FirmProfile,
  change: FirmChange,
  facts: { readonly ifMatch: number | undefined; readonly bookStarted: boolean },
): Outcome<{ readonly firm: FirmProfile; readonly happenings: readonly Happening[] }, ChangeFirmRefusal> {
  if (facts.ifMatch !== firm.version) return refuse('version.stale');
  if (change.timeZone !== undefined && !isTimeZone(change.timeZone)) return refuseAt('/timeZone', 'timezone.unknown', { timeZone: change.timeZone });
  const taxNumber = typeof change.taxNumber === 'string' ? readTaxNumber(firm.country, change.taxNumber) : undefined;
  if (typeof change.taxNumber === 'string' && taxNumber === undefined)
    return refuseAt('/taxNumber', 'tax_number.malformed', { number: change.taxNumber });
  const yearMoves = change.fiscalYearStart !== undefined && change.fiscalYearStart !== firm.fiscalYearStart;
  if (yearMoves && facts.bookStarted) return refuseAt('/fiscalYearStart', 'firm.book_started');

  const changed = without({
    ...firm,
    ...withoutUndefined(change),
    ...(taxNumber !== undefined && { taxNumber }),
    invoicing: changedInvoicing(firm, change.invoicing),
  });
  const names = settings.filter((name) => JSON.stringify(changed[name]) !== JSON.stringify(firm[name]));
  if (names.length === 0) return { firm, happenings: [] };
  const next: FirmProfile = { ...changed, version: firm.version + 1 };
  const data = Object.fromEntries(names.map((name) => [name, next[name] ?? null]));
  return { firm: next, happenings: [{ type: 'firm.changed', entity: { kind: 'firm', id: firm.id, version: next.version }, data }] };
}

const settings = [
  'name',
  'language',
  'timeZone',
  'taxNumber',
  'address',
  'fiscalYearStart',
  'invoicing',
] as const satisfies readonly (keyof FirmProfile)[];

function changedInvoicing({ invoicing }: FirmProfile, change: FirmChange['invoicing']): FirmProfile['invoicing'] {
  if (!change) return invoicing;
  const { numbering, ...rest } = change;
  return without({ ...invoicing, ...withoutUndefined(rest), numbering: { ...invoicing.numbering, ...withoutUndefined(numbering ?? {}) } });
}

type Clearable<T> = { readonly [K in keyof T]: T[K] | null };

/** The members that were cleared are gone: what is empty has no member. */
function without<T extends object>(value: Clearable<T>): T {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null)) as T;
}
function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
