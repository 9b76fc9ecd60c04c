import { isRefusal } from '../../../domain/kernel/decision.ts';
import { whyKept } from '../../../domain/records/retention/dispose.ts';
import { explainRetention as decideExplanation } from '../../../domain/records/retention/explain-retention.ts';
import { holdsOn } from '../../../domain/records/retention/hold.ts';
import type { Verb } from '../../platform/call.ts';
import { loadRecord } from '../filing/load-record.ts';
import { noteLook } from '../filing/note-look.ts';
import { readHolds } from './hold-items.ts';
import type { retentionRoutes } from './routes.ts';

/** Why a record is kept and until when: the rule, the date it counts from, the versions, the holds. */
export const explainRetention: Verb<typeof retentionRoutes.explainRetention> = async (call) => {
  const loaded = await loadRecord(call, call.params.recordId);
  if (isRefusal(loaded)) return loaded;
  const { record } = loaded;
  const noted = await noteLook(call, record, 'record.viewed', record.versions.at(-1)?.id);
  if (isRefusal(noted)) return noted;
  const holds = await readHolds(call.table);
  const on = record.state === 'disposed' ? [] : holdsOn(record, holds);
  const { ground } = record;
  return {
    status: 200,
    body: {
      record: record.id,
      state: record.state,
      retainUntil: record.retainUntil ?? null,
      rule: ground ? { ...ground, className: { ...ground.className }, schedule: { ...ground.schedule }, source: { ...ground.source } } : null,
      awaits: record.state === 'disposed' ? null : (record.awaits ?? null),
      versions: record.versions.map(({ id, sha256, at, by }) => ({ id, sha256, at, by: { ...by } })),
      holds: on.map(({ id, matter, reason, placed }) => ({ id, matter, reason, placedAt: placed.at, placedBy: { ...placed.by } })),
      disposable: whyKept(record, holds, call.today) === undefined,
      explanation: decideExplanation(record, holds, call.today).map((text) => ({ ...text })),
    },
  };
};
