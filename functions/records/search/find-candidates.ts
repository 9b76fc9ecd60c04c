import type { SearchKindName } from '../../../domain/records/search/kinds.ts';
import { eachPosting, MAX_NUMBER } from '../../../domain/records/search/postings.ts';
import type { Asked, SearchQuery, Way } from '../../../domain/records/search/read-query.ts';
import { AS_NUMBER, IN_TITLE } from '../../../domain/records/search/search-doc.ts';
import { editsFor, formsOf, isWithin } from '../../../domain/records/search/words.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import type { Item } from '../../platform/table/port.ts';
import { searchKeys } from './keys.ts';
import { padLength } from './write-terms.ts';

/** What is begun by two letters may be hundreds of words: so many are read, in their order. */
const MAX_WORDS = 400;
/** Of so many words everything is read; of further ones the latest documents. */
const MAX_DEEP_WORDS = 24;
/** A list this short is not crossed with others: its documents are read and looked at. */
const FEW = 120;
/** Names that are within a slip of one word. */
const MAX_FORGIVEN = 20;

/** Documents of one kind that may answer, by how well: numbers first, then names and titles, then texts. Each from the latest on. */
export type Tiers = readonly [readonly number[], readonly number[], readonly number[]];
const NONE: Tiers = [[], [], []];

interface Rows {
  readonly ways: readonly { readonly way: Way; readonly items: readonly Item[] }[];
  readonly count: number;
}

/** Which documents of a kind may answer. Nothing is left out below the limits above; what is named beyond is sorted out by whoever reads the documents. */
export async function findCandidates(table: FirmTable, generation: number, kind: SearchKindName, { asked }: SearchQuery): Promise<Tiers> {
  const at = { generation: String(generation), kind };
  const rows = await Promise.all(asked.map(({ ways }) => readRows(table, at, ways)));
  if (rows.some(({ count }) => count === 0)) return NONE;
  const rarest = rows.reduce((least, one) => (one.count < least.count ? one : least));
  const crossed = rarest.count <= FEW ? [rarest] : rows;
  return cross(await Promise.all(crossed.map((one) => readLists(table, at, one))));
}

type At = { readonly generation: string; readonly kind: string };

async function readRows(table: FirmTable, at: At, ways: readonly Way[]): Promise<Rows> {
  const { pk } = searchKeys.term({ ...at, term: '' });
  const read = await Promise.all(
    ways.map(async (way) => {
      const range = way.begins ? { prefix: way.term } : { from: way.term, to: way.term };
      const { items } = await table.query({ pk, ...range, limit: MAX_WORDS, eventually: true });
      return { way, items };
    }),
  );
  return { ways: read, count: read.flatMap(({ items }) => items).reduce((sum, { count }) => sum + Number(count), 0) };
}

interface List {
  readonly text: string;
  /** The word is the one that was asked for, not one that begins with it. */
  readonly isWhole: boolean;
}

/** The documents of a term: what its words' own rows hold, and the blocks of those that have the most. */
async function readLists(table: FirmTable, at: At, { ways }: Rows): Promise<readonly List[]> {
  const all = ways.flatMap(({ way, items }) => items.map((item) => ({ item, isWhole: item.sk === way.term })));
  const deep = all
    .filter(({ item }) => Number(item.blocks) > 0)
    .sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || Number(b.item.count) - Number(a.item.count))
    .slice(0, MAX_DEEP_WORDS);
  const blocks = await Promise.all(
    deep.map(async ({ item, isWhole }) => {
      // One page of a megabyte, from the latest: two hundred thousand documents of one word.
      const page = await table.query({ pk: searchKeys.block({ ...at, term: item.sk, block: '' }).pk, descending: true, eventually: true });
      return page.items.map((block): List => ({ text: String(block.list), isWhole }));
    }),
  );
  return [...all.map(({ item, isWhole }): List => ({ text: String(item.list), isWhole })), ...blocks.flat()];
}

/** Documents that stand in all lists, by how well they answer. Numbers are small and dense: marking them in an array beats any set. */
function cross(terms: readonly (readonly List[])[]): Tiers {
  let most = 0;
  for (const lists of terms) for (const { text } of lists) eachPosting(text, (n) => (most = Math.max(most, Math.min(n, MAX_NUMBER))));
  const met = new Uint8Array(most + 1);
  /** Bits of each document: stands as a number, stands in text alone. */
  const standings = new Uint8Array(most + 1);
  for (const [i, lists] of terms.entries()) {
    const titled = new Uint8Array(terms.length > 1 || lists.length > 1 ? most + 1 : 0);
    for (const { text, isWhole } of lists) {
      eachPosting(text, (n, standing) => {
        if (met[n] === i) met[n] = i + 1;
        if (met[n] !== i + 1) return;
        if (standing === AS_NUMBER && isWhole) standings[n] = (standings[n] ?? 0) | 1;
        if (titled.length > 0 && standing >= IN_TITLE) titled[n] = 1;
        if (titled.length === 0 && standing < IN_TITLE) standings[n] = (standings[n] ?? 0) | 2;
      });
    }
    if (titled.length > 0) for (let n = 0; n <= most; n++) if (met[n] === i + 1 && titled[n] === 0) standings[n] = (standings[n] ?? 0) | 2;
  }
  const tiers: [number[], number[], number[]] = [[], [], []];
  for (let n = most; n > 0; n--) {
    if (met[n] !== terms.length) continue;
    const standing = standings[n] ?? 0;
    tiers[standing & 1 ? 0 : standing & 2 ? 2 : 1].push(n);
  }
  return tiers;
}

/** The query with every name that a slip may have spoiled, as the words of names that it is near. */
export async function forgiven(table: FirmTable, generation: number, query: SearchQuery): Promise<SearchQuery> {
  return { ...query, asked: await Promise.all(query.asked.map((one) => withNames(table, generation, one))) };
}

async function withNames(table: FirmTable, generation: number, one: Asked): Promise<Asked> {
  const { word } = one;
  if (word === undefined || one.field === 'number') return one;
  const forms = formsOf(word).filter((form) => editsFor(form) > 0);
  if (forms.length === 0) return one;
  const lengths = forms.flatMap((form) => [form.length - editsFor(form), form.length + editsFor(form)]);
  const { pk } = searchKeys.names({ generation: String(generation), length: '', first: '' });
  const { items } = await table.query({ pk, from: padLength(Math.min(...lengths)), to: `${padLength(Math.max(...lengths))}~~`, eventually: true });
  const near = items
    .flatMap(({ words }) => String(words).split(' '))
    .filter((name) => forms.some((form) => isWithin(editsFor(form), form, name)))
    .slice(0, MAX_FORGIVEN);
  return { ...one, ways: [...one.ways, ...near.map((term) => ({ term, begins: false }))] };
}
