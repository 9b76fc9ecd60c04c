import type { SearchDoc } from '../../domain/records/search/search-doc.ts';
import type { Case } from '../../domain/work/cases/case.ts';
import type { Comment } from '../../domain/work/cases/comment-on-case.ts';
import { seesInternal } from '../../domain/work/cases/internal-comments.ts';
import { caseStates } from '../../domain/work/kinds/states.ts';
import type { Searchables, Viewer } from '../records/search/searchable.ts';
import { commentOf, storedCaseOf } from './case-items.ts';
import { workKeys } from './keys.ts';

/** Of a long case the latest comments are read. */
const COMMENTS = 200;

/** How cases are found: by number, title, fields, tags, people, and by what was said of them as far as the reader may see it. */
export const workSearchables: Searchables = {
  case: {
    by: 'events',
    entity: 'case',
    async load(viewer, ids) {
      const items = await viewer.table.batchGet(ids.map((id) => workKeys.case({ case: id })));
      return Promise.all(items.map(async (item) => item && caseDoc(storedCaseOf(item).case, await commentsFor(viewer, String(item.id)))));
    },
  },
};

async function commentsFor({ table, caller }: Viewer, id: string): Promise<readonly Comment[]> {
  const { pk, sk: prefix } = workKeys.comment({ case: id, comment: '' });
  const { items } = await table.query({ pk, prefix, descending: true, limit: COMMENTS, eventually: true });
  const all = caller === undefined || seesInternal(caller.role);
  return items.map(commentOf).filter(({ internal }) => all || !internal);
}

function caseDoc(one: Case, comments: readonly Comment[]): SearchDoc {
  return {
    id: one.id,
    title: one.title,
    subtitle: { en: `#${one.number} · ${caseStates[one.state].en}`, ar: `#${one.number} · ${caseStates[one.state].ar}` },
    numbers: [String(one.number)],
    contacts: [one.requester.name, one.assignee?.name],
    texts: [one.description, ...Object.values(one.fields).flatMap(texts), ...one.tags, ...comments.map(({ text }) => text)],
    on: one.openedAt.slice(0, 10),
  };
}

/** What a form was filled with, as words. */
function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return Array.isArray(value) ? value.flatMap(texts) : [];
}
