import { importRefusals } from './accounting/imports/refusals.ts';
import { invoicingRefusals } from './accounting/invoicing/refusals.ts';
import { accountingRefusals } from './accounting/refusals.ts';
import { firmsRefusals } from './firms/refusals.ts';
import { identityRefusals } from './identity/refusals.ts';
import type { RefusalRow } from './kernel/refusal-table.ts';
import { kernelRefusals } from './kernel/refusals.ts';
import { workRefusals } from './work/refusals.ts';

/** The one error table: each context adds its rows. `docs/errors.md` is generated from it. */
export const refusals = {
  ...kernelRefusals,
  ...identityRefusals,
  ...firmsRefusals,
  ...accountingRefusals,
  ...importRefusals,
  ...invoicingRefusals,
  ...workRefusals,
};
export type RefusalCode = keyof typeof refusals;

export const refusalRow = (code: RefusalCode): RefusalRow => refusals[code];
