import { monthAfter } from '../../../domain/kernel/dates.ts';
import type { CaseFacts } from '../../../domain/work/reports/case-facts.ts';
import { eachItem } from '../../platform/table/each-item.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import type { Query } from '../../platform/table/port.ts';
import { factsIn, monthOfInstant } from './case-facts-item.ts';
import { reportsKeys } from './keys.ts';

/** Cases that one report looks at. More would take longer than a request may. */
export const MAX_FACTS = 50_000;

/** What opened in, and what ended in, the months of a stretch; and what is open. Undefined where that is more than one answer is made of. */
export async function readFacts(table: FirmTable, { from, until }: { readonly from: string; readonly until: string }) {
  const months = monthsOf(from, until);
  const opened = months.map((month): Query => ({ pk: reportsKeys.caseFacts({ month, case: '' }).pk, eventually: true }));
  const ended = months.map((month): Query => ({ index: 'gsi1', pk: reportsKeys.endedCaseFacts({ month, case: '' }).pk }));
  const [openedFacts, endedFacts, openFacts] = await Promise.all([
    factsOf(table, opened),
    factsOf(table, ended),
    factsOf(table, [{ index: 'gsi1', pk: reportsKeys.openCaseFacts({ case: '' }).pk }]),
  ]);
  return openedFacts && endedFacts && openFacts && { opened: openedFacts, ended: endedFacts, open: openFacts };
}

export async function readOpened(table: FirmTable, from: string, until: string): Promise<readonly CaseFacts[] | undefined> {
  return factsOf(
    table,
    monthsOf(from, until).map((month) => ({ pk: reportsKeys.caseFacts({ month, case: '' }).pk, eventually: true })),
  );
}

async function factsOf(table: FirmTable, queries: readonly Query[]): Promise<CaseFacts[] | undefined> {
  const facts: CaseFacts[] = [];
  for (const query of queries) {
    for await (const item of eachItem(table, { ...query, attributes: ['facts'] })) {
      if (facts.length === MAX_FACTS) return undefined;
      facts.push(factsIn(item));
    }
  }
  return facts;
}

function monthsOf(from: string, until: string): readonly string[] {
  const months: string[] = [];
  for (let month = monthOfInstant(from); month <= monthOfInstant(until); month = monthAfter(month)) months.push(month);
  return months;
}
