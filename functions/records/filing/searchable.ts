import { maySee } from '../../../domain/records/filing/record-classes.ts';
import type { SearchDoc } from '../../../domain/records/search/search-doc.ts';
import { firmOf } from '../../firms/firm-items.ts';
import { firmKey } from '../../platform/auth/keys.ts';
import type { Searchables } from '../search/searchable.ts';
import { readClasses } from './class-store.ts';
import { filingKeys } from './keys.ts';
import { recordOf } from './record-items.ts';

/** How records are found: by title, tags, file names, and by what is written in the latest version, by whoever may see their class. */
export const filingSearchables: Searchables = {
  record: {
    by: 'events',
    entity: 'record',
    async load({ table, caller }, ids) {
      const [items, firm] = await Promise.all([table.batchGet(ids.map((record) => filingKeys.record({ record }))), table.get(firmKey)]);
      if (!firm) return [];
      const records = items.map((item) => item && recordOf(item));
      const [classes, texts] = await Promise.all([
        readClasses(table, firmOf(firm).country),
        table.batchGet(records.map((record, i) => filingKeys.text({ record: ids[i] ?? '', version: record?.versions.at(-1)?.id ?? '-' }))),
      ]);
      return records.map((record, i): SearchDoc | undefined => {
        if (!record || record.state === 'disposed') return undefined;
        const of = classes.get(record.class);
        if (caller && !maySee(caller.role, record, of)) return undefined;
        const text = texts[i]?.text;
        return {
          id: record.id,
          title: record.title,
          ...(of && { subtitle: of.name }),
          texts: [...record.tags, ...record.versions.map(({ name }) => name), typeof text === 'string' ? text : undefined],
          on: record.eventDate ?? record.filedOn,
        };
      });
    },
  },
};
