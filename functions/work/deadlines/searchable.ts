import type { Searchables } from '../../records/search/searchable.ts';
import { storedDeadlineOf } from './deadline-items.ts';
import { deadlinesKeys } from './keys.ts';

/** How deadlines are found: by title, category, notes and owner. What is archived is no longer. */
export const deadlinesSearchables: Searchables = {
  deadline: {
    by: 'events',
    entity: 'deadline',
    async load({ table }, ids) {
      const items = await table.batchGet(ids.map((deadline) => deadlinesKeys.deadline({ deadline })));
      return items.map((item) => {
        const deadline = item && storedDeadlineOf(item).deadline;
        if (!deadline || deadline.state === 'archived') return undefined;
        const { id, title, category, notes, owner, next, firstOn } = deadline;
        return {
          id,
          title,
          ...(owner && { subtitle: owner.name }),
          contacts: [owner?.name],
          texts: [category, notes],
          on: next?.dueOn ?? firstOn,
        };
      });
    },
  },
};
