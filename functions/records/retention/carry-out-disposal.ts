import { isRefusal } from '../../../domain/kernel/decision.ts';
import type { Actor } from '../../../domain/kernel/event.ts';
import { disposeRecord, settleLine } from '../../../domain/records/retention/dispose.ts';
import { dueCall } from '../../firms/when-due.ts';
import type { DueHandler } from '../../platform/ports.ts';
import type { FirmItem } from '../../platform/table/firm-table.ts';
import { plain } from '../../platform/table/own-item.ts';
import { UPLOAD_SECONDS } from '../filing/file-record.ts';
import { filingKeys } from '../filing/keys.ts';
import { recordOf, recordWrites, versionBlob } from '../filing/record-items.ts';
import { settle } from './as-system.ts';
import { disposalOf, disposalWrite, RECORD_SHRED } from './disposal-items.ts';
import { readHolds } from './hold-items.ts';
import { retentionKeys } from './keys.ts';

/**
 * Carries out an approved disposal, each record in a transaction of its own that rests on its retention and on every hold. One that is kept after all
 * is kept, and the certificate says so. Handed the same disposal twice, the second goes on where the first stopped.
 */
export const carryOutDisposal: DueHandler = async (due, item, ports) => {
  const system = await dueCall(due, ports);
  if (!system) return;
  for (const { record } of disposalOf(item).lines) {
    await settle(system, async (seen) => {
      const [storedDisposal, stored] = await seen.getAll([retentionKeys.disposal({ disposal: String(item.id) }), filingKeys.record({ record })]);
      const disposal = storedDisposal && disposalOf(storedDisposal);
      const before = stored && recordOf(stored);
      if (!disposal?.decided || disposal.state !== 'approved' || !before) return undefined;
      if (disposal.lines.find((line) => line.record === record)?.outcome !== undefined) return undefined;
      const stub = disposeRecord(before, disposal, await readHolds(system.table, seen), { today: system.today, at: system.now });
      const settled = settleLine(disposal, record, stub, system.now);
      const done =
        settled.state === 'done' ? [{ type: 'disposal.done' as const, entity: { kind: 'disposal', id: disposal.id, version: settled.version } }] : [];
      const { id: approver, name } = disposal.decided.by;
      const actor: Actor = approver === null ? { kind: 'system', name } : { kind: 'user', id: approver, name };
      if (isRefusal(stub)) return { writes: [disposalWrite(settled, system.now)], happenings: done, actor };
      const shred: FirmItem = {
        ...retentionKeys.shred({ record }),
        v: 1,
        record,
        versions: before.versions.map(({ id, sha256 }) => plain({ id, sha256, blob: versionBlob(system.firm.id, id) })),
        // An address that was given out for an upload is good until then.
        againAt: new Date(Date.parse(before.versions.at(-1)?.at ?? system.now) + UPLOAD_SECONDS * 1000).toISOString(),
        due: { at: system.now, handler: RECORD_SHRED },
      };
      return {
        writes: [...recordWrites(before, stub), disposalWrite(settled, system.now), { kind: 'put', item: shred }],
        happenings: [
          {
            type: 'record.disposed',
            entity: { kind: 'record', id: stub.id, version: stub.version },
            data: {
              class: stub.class,
              disposal: disposal.id,
              proposedBy: disposal.proposed.by.id,
              approvedBy: disposal.decided.by.id,
              digests: stub.versions.map(({ sha256 }) => sha256),
            },
          },
          ...done,
        ],
        actor,
      };
    });
  }
};
