import { importRefusals } from './accounting/imports/refusals.ts';
import { invoicingRefusals } from './accounting/invoicing/refusals.ts';
import { accountingRefusals } from './accounting/refusals.ts';
import { firmsRefusals } from './firms/refusals.ts';
import { identityRefusals } from './identity/refusals.ts';
import { accessRefusals } from './it/access/refusals.ts';
import { assetsRefusals } from './it/assets/refusals.ts';
import { knowledgeRefusals } from './it/knowledge/refusals.ts';
import { licencesRefusals } from './it/licences/refusals.ts';
import { servicesRefusals } from './it/services/refusals.ts';
import type { RefusalRow } from './kernel/refusal-table.ts';
import { kernelRefusals } from './kernel/refusals.ts';
import { filingRefusals } from './records/filing/refusals.ts';
import { retentionRefusals } from './records/retention/refusals.ts';
import { searchRefusals } from './records/search/refusals.ts';
import { deadlinesRefusals } from './work/deadlines/refusals.ts';
import { decisionsRefusals } from './work/decisions/refusals.ts';
import { mailRefusals } from './work/mail/refusals.ts';
import { workRefusals } from './work/refusals.ts';
import { reportsRefusals } from './work/reports/refusals.ts';

/** The one error table: each context adds its rows. `docs/errors.md` is generated from it. */
export const refusals = {
  ...kernelRefusals,
  ...identityRefusals,
  ...firmsRefusals,
  ...accountingRefusals,
  ...importRefusals,
  ...invoicingRefusals,
  ...workRefusals,
  ...reportsRefusals,
  ...decisionsRefusals,
  ...deadlinesRefusals,
  ...mailRefusals,
  ...filingRefusals,
  ...retentionRefusals,
  ...searchRefusals,
  ...assetsRefusals,
  ...licencesRefusals,
  ...accessRefusals,
  ...knowledgeRefusals,
  ...servicesRefusals,
};
export type RefusalCode = keyof typeof refusals;

export const refusalRow = (code: RefusalCode): RefusalRow => refusals[code];
