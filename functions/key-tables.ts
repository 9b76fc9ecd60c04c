import { invoicingKeys } from './accounting/invoicing/keys.ts';
import { bookKeys } from './accounting/keys.ts';
import { firmKeys } from './firms/keys.ts';
import { identityKeys } from './identity/keys.ts';
import { authKeys } from './platform/auth/keys.ts';
import { hostKeys } from './platform/due/keys.ts';
import { platformKeys } from './platform/keys.ts';
import type { KeyRow } from './platform/table/key-table.ts';
import { workKeys } from './work/keys.ts';

/** Every context's keys and the scope that they are relative to: what `docs/table.md` is made from. */
export const keyTables: Readonly<Record<string, { readonly scope: string; readonly rows: Readonly<Record<string, KeyRow>> }>> = {
  book: { scope: 'F#<firm>#', rows: bookKeys.rows },
  invoicing: { scope: 'F#<firm>#', rows: invoicingKeys.rows },
  work: { scope: 'F#<firm>#', rows: workKeys.rows },
  firms: { scope: 'F#<firm>#', rows: firmKeys.rows },
  identity: { scope: 'D#', rows: identityKeys.rows },
  access: { scope: 'F#<firm># or D#', rows: authKeys.rows },
  host: { scope: 'D#', rows: hostKeys.rows },
  platform: { scope: 'F#<firm>#', rows: platformKeys.rows },
};
