import type { Text } from '../../../domain/kernel/language.ts';
import { caseKinds } from '../../../domain/work/kinds/case-kinds.ts';
import { priorities } from '../../../domain/work/kinds/priority.ts';
import type { ReportGroup, ReportLine } from '../../../domain/work/reports/desk-report.ts';
import { contactOf } from '../../accounting/invoicing/contact-items.ts';
import { invoicingKeys } from '../../accounting/invoicing/keys.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { readQueues } from '../queue-store.ts';

/** What the lines of a report are called, by what tells them apart. */
export async function lineNames(table: FirmTable, by: ReportGroup, lines: readonly ReportLine[]): Promise<ReadonlyMap<string, Text>> {
  switch (by) {
    case 'queue':
      return new Map((await readQueues(table)).map(({ code, name }) => [code, name]));
    case 'kind':
      return new Map(Object.entries(caseKinds).map(([code, { name }]) => [code, name]));
    case 'priority':
      return new Map(Object.entries(priorities));
    case 'contact': {
      const ids = lines.flatMap(({ key }) => key ?? []);
      const items = await table.batchGet(ids.map((contact) => invoicingKeys.contact({ contact })));
      return new Map(items.flatMap((item): [string, Text][] => (item ? [named(contactOf(item))] : [])));
    }
    case 'assignee':
    case 'asset':
    case 'service':
      return new Map(lines.flatMap(({ key, name }): [string, Text][] => (key === null || name === null ? [] : [[key, { en: name, ar: name }]])));
  }
}

const named = ({ id, name, nameAr }: ReturnType<typeof contactOf>): [string, Text] => [id, { en: name, ar: nameAr ?? name }];
