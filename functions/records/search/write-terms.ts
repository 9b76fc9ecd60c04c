import type { SearchKindName } from '../../../domain/records/search/kinds.ts';
import { hasPosting, POSTING_LENGTH, type Posting, postingText } from '../../../domain/records/search/postings.ts';
import { nameWordsOf, type SearchDoc, termsOf } from '../../../domain/records/search/search-doc.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import type { Item, Key, Write } from '../../platform/table/port.ts';
import { searchKeys } from './keys.ts';

/** A word's own row holds its latest documents and stays within one write unit of 1 KB; what it sheds goes into blocks. */
const HEAD_LENGTH = 160 * POSTING_LENGTH;
const BLOCK_LENGTH = 8 * HEAD_LENGTH;
/** Words of names under one length and first letter; a firm with more of them is still found by name, without forgiveness for the rest. */
const NAMES_LENGTH = 60_000;

export interface Numbered {
  readonly kind: SearchKindName;
  readonly n: number;
  readonly doc: SearchDoc;
}

const padBlock = (block: number): string => String(block).padStart(6, '0');
export const padNumber = (n: number): string => String(n).padStart(9, '0');

/** Puts documents under their terms. Written twice, a document stands there twice at the worst, which nobody sees. */
export async function termWrites(table: FirmTable, generation: number, docs: readonly Numbered[]): Promise<readonly (readonly Write[])[]> {
  const lists = new Map<string, { readonly kind: SearchKindName; readonly term: string; list: string }>();
  for (const { kind, n, doc } of docs) {
    for (const [term, standing] of termsOf(doc)) {
      const id = `${kind} ${term}`;
      const known = lists.get(id) ?? { kind, term, list: '' };
      known.list += postingText({ n, standing } satisfies Posting);
      lists.set(id, known);
    }
  }
  const all = [...lists.values()];
  const at = { generation: String(generation) };
  const heads = await table.batchGet(all.map(({ kind, term }) => searchKeys.term({ ...at, kind, term })));
  const spilling = new Map<number, Key>();
  for (const [i, { kind, term, list }] of all.entries()) {
    const head = heads[i];
    if (head && Number(head.blocks) > 0 && String(head.list).length + list.length >= HEAD_LENGTH)
      spilling.set(i, searchKeys.block({ ...at, kind, term, block: padBlock(Number(head.blocks)) }));
  }
  const open = await table.batchGet([...spilling.values()]);
  const openBlocks = new Map([...spilling.keys()].map((i, j) => [i, open[j]]));
  return all.flatMap(({ kind, term, list }, i) => {
    const writes = listWrites({ ...at, kind, term }, heads[i], openBlocks.get(i), list);
    return writes.length > 0 ? [writes] : [];
  });
}

/** One word's row with further documents, and the blocks into which it sheds what it no longer holds. */
function listWrites(
  at: { readonly generation: string; readonly kind: string; readonly term: string },
  head: Item | undefined,
  block: Item | undefined,
  more: string,
): readonly Write[] {
  const before = String(head?.list ?? '');
  let list = before;
  let added = 0;
  for (let i = 0; i < more.length; i += POSTING_LENGTH) {
    const posting = more.slice(i, i + POSTING_LENGTH);
    if (hasPosting(before, posting)) continue;
    list += posting;
    added += 1;
  }
  if (added === 0) return [];
  let last = Number(head?.blocks ?? 0);
  let filling = String(block?.list ?? '');
  const blocks: Write[] = [];
  while (list.length >= HEAD_LENGTH) {
    if (last === 0 || filling.length >= BLOCK_LENGTH) {
      last += 1;
      filling = '';
    }
    filling += list.slice(0, HEAD_LENGTH);
    list = list.slice(HEAD_LENGTH);
    const item = { ...searchKeys.block({ ...at, block: padBlock(last) }), list: filling };
    // A block that goes on filling is one write.
    if (blocks.length > 0 && filling.length > HEAD_LENGTH) blocks.pop();
    blocks.push({ kind: 'put', item });
  }
  const count = Number(head?.count ?? 0) + added;
  return [
    ...blocks,
    {
      kind: 'put',
      item: { ...searchKeys.term(at), v: Number(head?.v ?? 0) + 1, count, blocks: last, list },
      when: head ? { equals: ['v', Number(head.v)] } : { exists: false },
    },
  ];
}

/** The words of names that are new, by their length and first letter. */
export async function nameWrites(table: FirmTable, generation: number, docs: readonly Numbered[]): Promise<readonly (readonly Write[])[]> {
  const wanted = new Map<string, Set<string>>();
  for (const { doc } of docs) {
    for (const word of nameWordsOf(doc)) {
      const { length, first } = placeOf(word);
      const place = `${length}#${first}`;
      wanted.set(place, (wanted.get(place) ?? new Set()).add(word));
    }
  }
  const places = [...wanted];
  const keys = places.map(([place]) => {
    const [length = '', first = ''] = place.split('#');
    return searchKeys.names({ generation: String(generation), length, first });
  });
  const items = await table.batchGet(keys);
  return places.flatMap(([, words], i) => {
    const item = items[i];
    const key = keys[i];
    const known = String(item?.words ?? '');
    const had = new Set(known.split(' '));
    const added = [...words].filter((word) => !had.has(word));
    if (added.length === 0 || !key || known.length > NAMES_LENGTH) return [];
    return [[{ kind: 'put' as const, item: { ...key, words: [...(known === '' ? [] : [known]), ...added].join(' ') } }]];
  });
}

export const padLength = (length: number): string => String(length).padStart(2, '0');
const placeOf = (word: string) => ({ length: padLength(word.length), first: [...word][0] ?? '' });
