import { may } from '../../../domain/firms/permissions.ts';
import { isRefusal, type Outcome, refuse, refuseAt } from '../../../domain/kernel/decision.ts';
import { say } from '../../../domain/kernel/language.ts';
import type { KeptRecord } from '../../../domain/records/filing/record.ts';
import {
  type Disposal,
  approveDisposal as decideApproval,
  proposeDisposal as decideProposal,
  dropDisposal,
} from '../../../domain/records/retention/dispose.ts';
import { type RefusalCode, refusalRow, refusals } from '../../../domain/refusals.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { rowsFrom } from '../../platform/lists/rows-from.ts';
import { takePage } from '../../platform/lists/take-page.ts';
import { isSeenBy, readClasses } from '../filing/class-store.ts';
import { filingKeys } from '../filing/keys.ts';
import { byCaller } from '../filing/load-record.ts';
import { recordOf } from '../filing/record-items.ts';
import { disposalOf, disposalWrite } from './disposal-items.ts';
import { readHolds } from './hold-items.ts';
import { retentionKeys } from './keys.ts';
import type { retentionRoutes } from './routes.ts';

/** Puts records forward. Nothing happens to them until a second person agrees. */
export const proposeDisposal: Verb<typeof retentionRoutes.proposeDisposal> = async (call) => {
  const ids = [...new Set(call.body.records)];
  const seen = new Reading(call.table);
  const records = await visible(call, seen, ids);
  if (isRefusal(records)) return records;
  const holds = await readHolds(call.table, seen);
  const disposal = decideProposal({ id: call.mint('disposal'), reason: call.body.reason, records }, { by: byCaller(call), holds, today: call.today });
  if (isRefusal(disposal)) return disposal;
  return moved(call, seen, disposal, 'disposal.proposed', records, 201);
};

/** The second person agrees. All that stands against any of the records is looked at again, now and when each of them goes. */
export const approveDisposal: Verb<typeof retentionRoutes.approveDisposal> = async (call) => {
  const found = await load(call, call.params.disposalId);
  if (isRefusal(found)) return found;
  const { disposal, seen } = found;
  const records = await visible(
    call,
    seen,
    disposal.lines.map(({ record }) => record),
  );
  if (isRefusal(records)) return records;
  const holds = await readHolds(call.table, seen);
  const after = decideApproval(disposal, { by: byCaller(call), records, holds, today: call.today });
  if (isRefusal(after)) return after;
  return moved(call, seen, after, 'disposal.approved', records, 200);
};

export const rejectDisposal: Verb<typeof retentionRoutes.rejectDisposal> = (call) => drop(call, call.params.disposalId, 'rejected', call.body.reason);
export const withdrawDisposal: Verb<typeof retentionRoutes.withdrawDisposal> = (call) =>
  drop(call, call.params.disposalId, 'withdrawn', call.body.reason);

async function drop(call: FirmCall, id: string, to: 'rejected' | 'withdrawn', reason: string | undefined) {
  const found = await load(call, id);
  if (isRefusal(found)) return found;
  const after = dropDisposal(found.disposal, to, byCaller(call), reason);
  if (isRefusal(after)) return after;
  return moved(call, found.seen, after, `disposal.${to}`, undefined, 200);
}

export const getDisposal: Verb<typeof retentionRoutes.getDisposal> = async (call) => {
  const found = await load(call, call.params.disposalId);
  if (isRefusal(found)) return found;
  return { status: 200, body: await wireDisposal(call, found.disposal), version: found.disposal.version };
};

export const listDisposals: Verb<typeof retentionRoutes.listDisposals> = async (call) => {
  const { state, limit } = call.query;
  const { pk } = retentionKeys.disposal({ disposal: '' });
  async function* rows() {
    for await (const item of rowsFrom(call.table, { pk, descending: true }, call.cursor.from)) yield { at: item.sk, value: disposalOf(item) };
  }
  const page = await takePage(rows(), limit, (disposal) => state === undefined || disposal.state === state);
  const next = call.cursor.next(page.next);
  const data = page.data.map((disposal) => ({ ...summaryOf(disposal), records: disposal.lines.length }));
  return { status: 200, body: { data, has_more: next !== null, next_cursor: next } };
};

/** What went, by its digests, and who decided: what an auditor is shown in its place. */
export const readCertificate: Verb<typeof retentionRoutes.readCertificate> = async (call) => {
  const found = await load(call, call.params.disposalId);
  if (isRefusal(found)) return found;
  const { disposal } = found;
  if (disposal.state !== 'done' || !disposal.decided || disposal.doneAt === undefined) return refuse('disposal.not_done');
  const { records, classes } = await recordsOf(call, disposal);
  const shown = records.flatMap((record) => (record?.state === 'disposed' && isSeenBy(call.role, record, classes) ? [record] : []));
  const kept = disposal.lines.filter(({ outcome }) => outcome === 'kept');
  return {
    status: 200,
    body: {
      id: disposal.id,
      firm: call.firm.name,
      reason: disposal.reason,
      proposed: { by: { ...disposal.proposed.by }, at: disposal.proposed.at },
      approved: { by: { ...disposal.decided.by }, at: disposal.decided.at },
      doneAt: disposal.doneAt,
      records: shown.map((stub) => ({
        record: stub.id,
        class: stub.class,
        className: { ...(classes.get(stub.class)?.name ?? { en: stub.class, ar: stub.class }) },
        filedOn: stub.filedOn,
        retainUntil: stub.retainUntil ?? null,
        disposedAt: stub.disposedAt,
        versions: stub.versions.map(({ id, type, bytes, sha256, at }) => ({ id, type, bytes, sha256, at })),
      })),
      kept: kept.map(({ record, code }) => ({ record, code: code ?? '' })),
      hidden: disposal.lines.length - kept.length - shown.length,
    },
  };
};

/** Records of a disposal, all of which the caller may see: nobody decides over what they do not know. */
async function visible(call: FirmCall, seen: Reading, ids: readonly string[]): Promise<Outcome<readonly KeptRecord[]>> {
  const [items, classes] = await Promise.all([
    seen.getAll(ids.map((record) => filingKeys.record({ record }))),
    readClasses(call.table, call.firm.country),
  ]);
  const records = items.map((item) => item && recordOf(item));
  const missing = records.findIndex((record) => !record || !isSeenBy(call.role, record, classes));
  return missing < 0 ? records.flatMap((record) => record ?? []) : refuseAt(`/records/${missing}`, 'record.unknown');
}

async function load(call: FirmCall, id: string) {
  const seen = new Reading(call.table);
  const item = await seen.get(retentionKeys.disposal({ disposal: id }));
  return item ? { disposal: disposalOf(item), seen } : refuse('request.not_found');
}

async function moved<S extends 200 | 201>(
  call: FirmCall,
  seen: Reading,
  disposal: Disposal,
  type: `disposal.${string}`,
  records: readonly KeptRecord[] | undefined,
  status: S,
) {
  const body = await wireDisposal(call, disposal, records);
  return commit(call, {
    seen,
    decide: () => ({
      writes: [disposalWrite(disposal, call.now)],
      happenings: [
        {
          type,
          entity: { kind: 'disposal', id: disposal.id, version: disposal.version },
          data: { records: disposal.lines.map(({ record }) => record), reason: disposal.decided?.reason ?? disposal.reason },
        },
      ],
      answer: { status, body, version: disposal.version },
    }),
  });
}

async function recordsOf({ table, firm }: FirmCall, { lines }: Disposal) {
  const [items, classes] = await Promise.all([
    table.batchGet(lines.map(({ record }) => filingKeys.record({ record }))),
    readClasses(table, firm.country),
  ]);
  return { records: items.map((item) => item && recordOf(item)), classes };
}

async function wireDisposal(call: FirmCall, disposal: Disposal, known?: readonly KeptRecord[]) {
  const { records, classes } = await recordsOf(call, disposal);
  const shown = disposal.lines.flatMap(({ record: id, outcome, code }, i) => {
    const record = known?.find((one) => one.id === id) ?? records[i];
    if (!record || !isSeenBy(call.role, record, classes)) return [];
    return [
      {
        record: id,
        title: record.state === 'disposed' ? null : record.title,
        class: record.class,
        retainUntil: record.retainUntil ?? null,
        outcome: outcome ?? null,
        code: code ?? null,
        why: code !== undefined && isCode(code) ? say(refusalRow(code).say, call.language, { until: record.retainUntil ?? '', matters: '…' }) : null,
      },
    ];
  });
  return {
    ...summaryOf(disposal),
    lines: shown,
    hidden: disposal.lines.length - shown.length,
    mayApprove: disposal.state === 'proposed' && disposal.proposed.by.id !== call.caller.user.id && may(call.role, 'record.dispose'),
  };
}

const isCode = (code: string): code is RefusalCode => Object.hasOwn(refusals, code);

const summaryOf = ({ id, state, reason, proposed, decided, doneAt, version }: Disposal) => ({
  id,
  state,
  reason,
  proposed: { by: { ...proposed.by }, at: proposed.at },
  decided: decided ? { by: { ...decided.by }, at: decided.at, reason: decided.reason ?? null } : null,
  doneAt: doneAt ?? null,
  version,
});
