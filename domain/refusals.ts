import { accountingRefusals } from './accounting/refusals.ts';
import { firmsRefusals } from './firms/refusals.ts';
import { identityRefusals } from './identity/refusals.ts';
import type { RefusalRow } from './kernel/refusal-table.ts';
import { kernelRefusals } from './kernel/refusals.ts';

/** The one error table: each context adds its rows. `docs/errors.md` is generated from it. */
export const refusals = { ...kernelRefusals, ...identityRefusals, ...firmsRefusals, ...accountingRefusals };
export type RefusalCode = keyof typeof refusals;

export const refusalRow = (code: RefusalCode): RefusalRow => refusals[code];
