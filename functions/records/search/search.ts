import { may } from '../../../domain/firms/permissions.ts';
import { isRefusal, refuse, refuseAt } from '../../../domain/kernel/decision.ts';
import type { Language } from '../../../domain/kernel/language.ts';
import { type SearchKindName, searchKinds } from '../../../domain/records/search/kinds.ts';
import { highlightIn, marksIn, matches } from '../../../domain/records/search/matches.ts';
import { readQuery, type SearchQuery } from '../../../domain/records/search/read-query.ts';
import type { SearchDoc } from '../../../domain/records/search/search-doc.ts';
import type { Verb } from '../../platform/call.ts';
import { findCandidates, forgiven, type Tiers } from './find-candidates.ts';
import { readState } from './index-state.ts';
import { searchKeys } from './keys.ts';
import type { searchRoutes } from './routes.ts';
import type { Viewer } from './searchable.ts';
import { type Room, rooms } from './searchable-kinds.ts';
import { padNumber } from './write-terms.ts';

type SearchCall = Parameters<Verb<typeof searchRoutes.search>>[0];

/** Documents that one search reads at the most; a page that ends before it is full goes on behind its cursor. */
const MAX_READ = 240;
const READ_TOGETHER = 24;

/**
 * What answers, best first: by number, by name or title, by text; within that by kind, and from the latest. The index names candidates; each is read as
 * the caller may see it now and held against what was asked, so that nothing is shown that has changed, gone, or is not theirs to see.
 */
export const search: Verb<typeof searchRoutes.search> = async (call) => {
  const query = readQuery(call.query.q);
  if (isRefusal(query)) return { ...query, errors: [{ pointer: '/q', code: query.refused }] };
  const wanted = call.query.kinds?.split(',');
  const unknown = wanted?.find((kind) => !Object.hasOwn(searchKinds, kind));
  if (unknown !== undefined) return refuseAt('/kinds', 'request.invalid');
  const start = placeOf(call.cursor.from);
  if (start === undefined) return refuse('cursor.invalid');
  const looked = rooms.filter(
    ({ kind }) => may(call.role, searchKinds[kind].permission) && (wanted?.includes(kind) ?? true) && (query.kinds?.includes(kind) ?? true),
  );
  const state = await readState(call.table);
  const generation = state.answering?.generation ?? state.written.generation;
  const indexedThrough = state.answering?.event ?? state.written.event;
  const look = async (forgiving: boolean) => {
    const named = forgiving ? await forgiven(call.table, generation, query) : query;
    return page({ call, viewer: { table: call.table, ports: call.ports, caller: call }, generation, asked: query, named, forgiving }, looked, start);
  };

  let forgiving = start.forgiving;
  let found = await look(forgiving);
  if (!forgiving && call.cursor.from === undefined && found.finds.length === 0 && found.next === undefined) {
    found = await look(true);
    forgiving = found.finds.length > 0;
  }
  const next = call.query.each === undefined && found.next ? call.cursor.next(`${forgiving ? 'f' : 's'}.${found.next}`) : null;
  return { status: 200, body: { data: found.finds, has_more: next !== null, next_cursor: next, indexedThrough, forgiving } };
};

interface Look {
  readonly call: SearchCall;
  readonly viewer: Viewer;
  readonly generation: number;
  readonly asked: SearchQuery;
  /** The same with the names that are near, for the index to name documents by. */
  readonly named: SearchQuery;
  readonly forgiving: boolean;
}
interface Place {
  readonly forgiving: boolean;
  readonly tier: number;
  readonly kind: number;
  readonly below: number;
}

function placeOf(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return { forgiving: false, tier: 0, kind: 0, below: Number.POSITIVE_INFINITY };
  const [, mode, tier, kind, below] = /^([fs])\.(\d)\.(\d{1,3})\.(\d{1,12})$/.exec(cursor) ?? [];
  return mode === undefined ? undefined : { forgiving: mode === 'f', tier: Number(tier), kind: Number(kind), below: Number(below) };
}

/** A page of finds from a place on. Kinds are told apart by where they stand in the table of all kinds, whatever the caller looks into. */
async function page(look: Look, looked: readonly Room[], start: Place) {
  const { limit, each } = look.call.query;
  const sources = await Promise.all(looked.map(async (room) => ({ room, source: await sourceOf(look, room) })));
  const finds: ReturnType<typeof wireFind>[] = [];
  const shown = new Map<SearchKindName, number>();
  let read = 0;
  let next: string | undefined;
  for (const tier of [0, 1, 2] as const) {
    for (const { room, source } of sources) {
      const place = rooms.indexOf(room);
      if (tier < start.tier || (tier === start.tier && place < start.kind)) continue;
      const isHere = tier === start.tier && place === start.kind;
      const numbers = source.tiers[tier].filter((n) => !isHere || n < start.below);
      for (let from = 0; from < numbers.length; from += READ_TOGETHER) {
        if ((shown.get(room.kind) ?? 0) >= (each ?? Number.POSITIVE_INFINITY)) break;
        if (read >= MAX_READ) return { finds, next };
        const batch = numbers.slice(from, from + READ_TOGETHER);
        const docs = await source.read(batch);
        read += source.isRead ? 0 : batch.length;
        for (const [i, n] of batch.entries()) {
          const doc = docs[i];
          const isFound = doc !== undefined && matches(doc, look.asked, look.forgiving);
          if (isFound && finds.length === limit) return { finds, next };
          next = `${tier}.${place}.${n}`;
          if (!isFound || (shown.get(room.kind) ?? 0) >= (each ?? Number.POSITIVE_INFINITY)) continue;
          shown.set(room.kind, (shown.get(room.kind) ?? 0) + 1);
          finds.push(wireFind(room.kind, doc, look));
        }
      }
    }
  }
  return { finds, next: undefined };
}

interface Source {
  readonly tiers: Tiers;
  readonly isRead: boolean;
  read(numbers: readonly number[]): Promise<readonly (SearchDoc | undefined)[]>;
}

async function sourceOf({ viewer, generation, asked, named, forgiving }: Look, { kind, searchable }: Room): Promise<Source> {
  const { table } = viewer;
  switch (searchable.by) {
    case 'reading': {
      const docs = (await searchable.all(viewer)).filter((doc) => matches(doc, asked, forgiving));
      const numbers = docs.map((_, i) => docs.length - i);
      return { tiers: [[], numbers, []], isRead: true, read: async (wanted) => wanted.map((n) => docs[docs.length - n]) };
    }
    case 'journal': {
      const tiers = await findCandidates(table, generation, kind, named);
      return { tiers: withNumber(tiers, asked), isRead: false, read: (seqs) => searchable.load(viewer, seqs) };
    }
    case 'events': {
      const tiers = await findCandidates(table, generation, kind, named);
      const read = async (numbers: readonly number[]) => {
        const items = await table.batchGet(numbers.map((n) => searchKeys.document({ generation: String(generation), kind, n: padNumber(n) })));
        const ids = items.flatMap((item) => (item ? [String(item.document)] : []));
        const docs = new Map((await searchable.load(viewer, ids)).map((doc, i) => [ids[i], doc]));
        return items.map((item) => item && docs.get(String(item.document)));
      };
      return { tiers, isRead: false, read };
    }
    default:
      return searchable satisfies never;
  }
}

/** An entry is found by its number without a row of its own. */
function withNumber([numbers, titles, texts]: Tiers, { asked }: SearchQuery): Tiers {
  const named = asked.flatMap(({ ways }) => ways.flatMap(({ term }) => (/^[1-9]\d{0,8}$/.test(term) ? [Number(term)] : [])));
  if (named.length === 0) return [numbers, titles, texts];
  const others = (list: readonly number[]) => list.filter((n) => !named.includes(n));
  return [[...new Set([...named, ...numbers])].sort((a, b) => b - a), others(titles), others(texts)];
}

function wireFind(kind: SearchKindName, doc: SearchDoc, { call, asked, forgiving }: Look) {
  const title = inLanguage(doc.title, call.language);
  const subtitle = doc.subtitle === undefined ? null : inLanguage(doc.subtitle, call.language);
  const inTitle = marksIn(title, asked, forgiving);
  const inSubtitle = subtitle === null ? [] : marksIn(subtitle, asked, forgiving);
  const inText = inTitle.length + inSubtitle.length === 0 ? highlightIn(doc, asked, forgiving) : undefined;
  return {
    kind,
    id: doc.id,
    title,
    subtitle,
    on: doc.on?.slice(0, 10) ?? null,
    amount: doc.amount ?? null,
    highlights: [
      ...(inTitle.length > 0 ? [{ in: 'title' as const, text: title, marks: pairs(inTitle) }] : []),
      ...(subtitle !== null && inSubtitle.length > 0 ? [{ in: 'subtitle' as const, text: subtitle, marks: pairs(inSubtitle) }] : []),
      ...(inText ? [{ in: 'text' as const, text: inText.text, marks: pairs(inText.marks) }] : []),
    ],
  };
}
const pairs = (marks: readonly (readonly [number, number])[]): [number, number][] => marks.map(([from, to]) => [from, to]);
const inLanguage = (text: SearchDoc['title'], language: Language): string => (typeof text === 'string' ? text : text[language]);
