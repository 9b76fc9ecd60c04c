import { refuse } from '../../../../domain/kernel/decision.ts';
import type { FirmCall, VerbsOf } from '../../../../functions/platform/call.ts';
import { commit, Reading } from '../../../../functions/platform/commit.ts';
import { Moved } from '../../../../functions/platform/commit-outcome.ts';
import { type Item, TableUnavailable } from '../../../../functions/platform/table/port.ts';
import type { notesRoutes } from './routes.ts';

const noteKey = (id: string) => ({ pk: 'NOTES', sk: id });
type Note = { readonly id: `con_${string}`; readonly text: string; readonly on?: string };
const shown = (item: Item): Note => ({ id: `con_${item.sk.slice(4)}`, text: String(item.text), ...(typeof item.on === 'string' && { on: item.on }) });

export const verbs: VerbsOf<typeof notesRoutes> = {
  async writeNote(call) {
    const { text, on } = call.body;
    if (text === 'taken') return refuse('account.exists', { account: text });
    const note: Note = { id: call.mint('contact'), text, ...(on !== undefined && { on }) };
    return commit(call, {
      decide: () => ({
        writes: [{ kind: 'put', item: { ...noteKey(note.id), text, on, v: 1 }, when: { exists: false } }],
        happenings: [{ type: 'note.written', entity: { kind: 'note', id: note.id } }],
        answer: { status: 201, body: note, version: 1 } as const,
      }),
    });
  },
  async readNote({ table, params }) {
    const item = await table.get(noteKey(params.noteId));
    return item ? { status: 200, body: shown(item), version: Number(item.v) } : refuse('request.not_found');
  },
  listNotes: (call) => list(call, call.query.limit, call.query.order === 'desc'),
  listOthers: (call) => list(call, call.query.limit, false),
  async changeNote(call) {
    const seen = new Reading(call.table);
    const item = await seen.get(noteKey(call.params.noteId));
    if (!item) return refuse('request.not_found');
    if (item.v !== call.ifMatch) return refuse('version.stale');
    const version = Number(item.v) + 1;
    const { text } = call.body;
    return commit(call, {
      seen,
      decide: () => ({
        writes: [{ kind: 'put', item: { ...item, text, v: version } }],
        happenings: [{ type: 'note.changed', entity: { kind: 'note', id: call.params.noteId } }],
        answer: { status: 200, body: shown({ ...item, text }), version } as const,
      }),
    });
  },
  async removeNote(call) {
    const seen = new Reading(call.table);
    if (!(await seen.get(noteKey(call.params.noteId)))) return refuse('request.not_found');
    return commit(call, {
      seen,
      decide: () => ({
        writes: [{ kind: 'delete', key: noteKey(call.params.noteId) }],
        happenings: [],
        answer: { status: 204, body: null } as const,
      }),
    });
  },
  importNotes: async ({ body }) => ({ status: 200, body: { length: body.length, text: body.slice(0, 20) } }),
  printNotes: async ({ query }) =>
    query.format === 'csv'
      ? { status: 200, body: null, file: { type: 'text/csv; charset=utf-8', name: 'ملاحظات.csv', content: 'id,text\n' } }
      : { status: 200, body: null, file: { type: 'application/octet-stream', name: 'notes.xlsx', content: new Uint8Array([0x50, 0x4b, 0xff]) } },
  async failNotes({ query, idempotency }) {
    const key = idempotency?.key ?? '';
    const runs = (failures.get(key) ?? 0) + 1;
    failures.set(key, runs);
    if (query.how === 'throws') throw new Error('secret of ours');
    if (query.how === 'busy') throw new TableUnavailable('secret of ours');
    if (query.how === 'moves' || (query.how === 'settles' && runs < 4)) throw new Moved();
    if (query.how === 'hangs') await new Promise((resolve) => setTimeout(resolve, 5_000).unref());
    const drifted: unknown = query.how === 'drifts' ? 'three' : runs;
    return { status: query.how === 'unlisted' ? (299 as 200) : 200, body: { runs: drifted as number } };
  },
  whoAmI: async ({ caller, language }) => ({ status: 200, body: { name: caller.user.name, language } }),
  knock: async () => ({ status: 202, body: null }),
};

/** Runs of `failNotes` by idempotency key. */
export const failures = new Map<string, number>();

async function list(call: Pick<FirmCall, 'table' | 'cursor'>, limit: number, descending: boolean) {
  const { items, cursor } = await call.table.query({
    pk: 'NOTES',
    limit,
    descending,
    ...(call.cursor.from !== undefined && { cursor: call.cursor.from }),
  });
  return { status: 200, body: { data: items.map(shown), has_more: cursor !== undefined, next_cursor: call.cursor.next(cursor) } } as const;
}
