import { invoicingKeys } from './accounting/invoicing/keys.ts';
import { bookKeys } from './accounting/keys.ts';
import { firmKeys } from './firms/keys.ts';
import { identityKeys } from './identity/keys.ts';
import { accessKeys } from './it/access/keys.ts';
import { assetsKeys } from './it/assets/keys.ts';
import { knowledgeKeys } from './it/knowledge/keys.ts';
import { licencesKeys } from './it/licences/keys.ts';
import { servicesKeys } from './it/services/keys.ts';
import { authKeys } from './platform/auth/keys.ts';
import { datedKeys } from './platform/dated/keys.ts';
import { hostKeys } from './platform/due/keys.ts';
import { platformKeys } from './platform/keys.ts';
import type { KeyRow } from './platform/table/key-table.ts';
import { filingKeys } from './records/filing/keys.ts';
import { retentionKeys } from './records/retention/keys.ts';
import { searchKeys } from './records/search/keys.ts';
import { deadlinesKeys } from './work/deadlines/keys.ts';
import { decisionsKeys } from './work/decisions/keys.ts';
import { workKeys } from './work/keys.ts';
import { mailKeys } from './work/mail/keys.ts';
import { reportsKeys } from './work/reports/keys.ts';

/** Every context's keys and the scope that they are relative to: what `docs/table.md` is made from. */
export const keyTables: Readonly<Record<string, { readonly scope: string; readonly rows: Readonly<Record<string, KeyRow>> }>> = {
  book: { scope: 'F#<firm>#', rows: bookKeys.rows },
  invoicing: { scope: 'F#<firm>#', rows: invoicingKeys.rows },
  work: { scope: 'F#<firm>#', rows: workKeys.rows },
  'reports of the desk': { scope: 'F#<firm>#', rows: reportsKeys.rows },
  decisions: { scope: 'F#<firm>#', rows: decisionsKeys.rows },
  deadlines: { scope: 'F#<firm>#', rows: deadlinesKeys.rows },
  mail: { scope: 'F#<firm>#', rows: mailKeys.rows },
  filing: { scope: 'F#<firm>#', rows: filingKeys.rows },
  retention: { scope: 'F#<firm>#', rows: retentionKeys.rows },
  search: { scope: 'F#<firm>#', rows: searchKeys.rows },
  assets: { scope: 'F#<firm>#', rows: assetsKeys.rows },
  licences: { scope: 'F#<firm>#', rows: licencesKeys.rows },
  'access register': { scope: 'F#<firm>#', rows: accessKeys.rows },
  knowledge: { scope: 'F#<firm>#', rows: knowledgeKeys.rows },
  services: { scope: 'F#<firm>#', rows: servicesKeys.rows },
  calendar: { scope: 'F#<firm>#', rows: datedKeys.rows },
  firms: { scope: 'F#<firm>#', rows: firmKeys.rows },
  identity: { scope: 'D#', rows: identityKeys.rows },
  access: { scope: 'F#<firm># or D#', rows: authKeys.rows },
  host: { scope: 'D#', rows: hostKeys.rows },
  platform: { scope: 'F#<firm>#', rows: platformKeys.rows },
};
