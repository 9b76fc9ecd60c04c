import { isRefusal, refuse, refuseAt } from '../../../domain/kernel/decision.ts';
import type { Id } from '../../../domain/kernel/ids.ts';
import { maySee } from '../../../domain/records/filing/record-classes.ts';
import { releaseHold as decideRelease, type Hold, type HoldScope } from '../../../domain/records/retention/hold.ts';
import { loadContact } from '../../accounting/invoicing/load-documents.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { rowsFrom } from '../../platform/lists/rows-from.ts';
import { takePage } from '../../platform/lists/take-page.ts';
import { isSeenBy, readClass, readClasses } from '../filing/class-store.ts';
import { filingKeys } from '../filing/keys.ts';
import { byCaller } from '../filing/load-record.ts';
import { recordOf } from '../filing/record-items.ts';
import { holdOf, holdWrites, MAX_ACTIVE_HOLDS, readHolds } from './hold-items.ts';
import { retentionKeys } from './keys.ts';
import type { retentionRoutes } from './routes.ts';

/** Places a hold. The commit moves the head that every disposal watches, so that none slips through beside it. */
export const placeHold: Verb<typeof retentionRoutes.placeHold> = async (call) => {
  const { matter, reason, scope } = call.body;
  const seen = new Reading(call.table);
  const head = await seen.get(retentionKeys.holdsHead());
  const active = (await readHolds(call.table)).filter(({ state }) => state === 'active');
  if (active.length >= MAX_ACTIVE_HOLDS) return refuse('hold.full', { maximum: MAX_ACTIVE_HOLDS });
  const against = await checkScope(call, scope);
  if (against) return against;
  const hold: Hold = { id: call.mint('hold'), matter, reason, scope: scopeOf(scope), state: 'active', placed: byCaller(call), version: 1 };
  return commit(call, {
    seen,
    decide: () => ({
      writes: holdWrites(hold, head),
      happenings: [{ type: 'hold.placed', entity: { kind: 'hold', id: hold.id, version: 1 }, data: { matter, scope: hold.scope.kind } }],
      answer: { status: 201 as const, body: wireHold(hold), version: 1 },
    }),
  });
};

type SentScope = Parameters<Verb<typeof retentionRoutes.placeHold>>[0]['body']['scope'];
function scopeOf(sent: SentScope): HoldScope {
  if (sent.kind === 'records') return { kind: 'records', records: [...new Set(sent.records)] };
  return {
    kind: 'query',
    ...(sent.class !== undefined && { class: sent.class }),
    ...(sent.contact !== undefined && { contact: sent.contact }),
    ...(sent.tag !== undefined && { tag: sent.tag }),
    ...(sent.from !== undefined && { from: sent.from }),
    ...(sent.to !== undefined && { to: sent.to }),
  };
}

async function checkScope(call: FirmCall, scope: SentScope) {
  if (scope.kind === 'records') {
    const [items, classes] = await Promise.all([
      call.table.batchGet(scope.records.map((record) => filingKeys.record({ record }))),
      readClasses(call.table, call.firm.country),
    ]);
    const missing = items.findIndex((item) => !item || !isSeenBy(call.role, recordOf(item), classes));
    return missing < 0 ? undefined : refuseAt(`/scope/records/${missing}`, 'record.unknown');
  }
  const { class: code, contact, tag, from, to } = scope;
  if ([code, contact, tag, from, to].every((asked) => asked === undefined)) return refuseAt('/scope', 'hold.scope_empty');
  if (code !== undefined && !maySee(call.role, { confidential: false }, await readClass(call.table, call.firm.country, code)))
    return refuseAt('/scope/class', 'class.unknown');
  if (contact !== undefined && !(await loadContact(call.table, contact))) return refuseAt('/scope/contact', 'contact.unknown', { contact });
  return undefined;
}

export const releaseHold: Verb<typeof retentionRoutes.releaseHold> = async (call) => {
  const seen = new Reading(call.table);
  const [item, head] = await seen.getAll([retentionKeys.hold({ hold: call.params.holdId }), retentionKeys.holdsHead()]);
  if (!item) return refuse('request.not_found');
  const after = decideRelease(holdOf(item), byCaller(call), call.body.reason);
  if (isRefusal(after)) return after;
  return commit(call, {
    seen,
    decide: () => ({
      writes: holdWrites(after, head),
      happenings: [
        {
          type: 'hold.released',
          entity: { kind: 'hold', id: after.id, version: after.version },
          data: { matter: after.matter, reason: call.body.reason },
        },
      ],
      answer: { status: 200 as const, body: wireHold(after), version: after.version },
    }),
  });
};

export const getHold: Verb<typeof retentionRoutes.getHold> = async (call) => {
  const item = await call.table.get(retentionKeys.hold({ hold: call.params.holdId }));
  if (!item) return refuse('request.not_found');
  const hold = holdOf(item);
  return { status: 200, body: wireHold(hold), version: hold.version };
};

export const listHolds: Verb<typeof retentionRoutes.listHolds> = async (call) => {
  const { state, limit } = call.query;
  const { pk } = retentionKeys.hold({ hold: '' });
  async function* rows() {
    for await (const item of rowsFrom(call.table, { pk, descending: true }, call.cursor.from)) yield { at: item.sk, value: holdOf(item) };
  }
  const page = await takePage(rows(), limit, (hold) => state === undefined || hold.state === state);
  const next = call.cursor.next(page.next);
  return { status: 200, body: { data: page.data.map(wireHold), has_more: next !== null, next_cursor: next } };
};

const wireHold = ({ id, matter, reason, scope, state, placed, released, version }: Hold) => ({
  id,
  matter,
  reason,
  scope:
    scope.kind === 'records'
      ? { kind: scope.kind, records: scope.records.map((record) => record as Id<'record'>) }
      : { ...scope, ...(scope.contact !== undefined && { contact: scope.contact as Id<'contact'> }) },
  state,
  placed: { by: { ...placed.by }, at: placed.at },
  released: released ? { by: { ...released.by }, at: released.at, reason: released.reason } : null,
  version,
});
