import { withRetention } from '../../../domain/records/filing/record.ts';
import { dueCall } from '../../firms/when-due.ts';
import type { DueHandler } from '../../platform/ports.ts';
import type { FirmItem } from '../../platform/table/firm-table.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { readClass } from '../filing/class-store.ts';
import { filingKeys } from '../filing/keys.ts';
import { recordOf, recordWrites } from '../filing/record-items.ts';
import { settle } from './as-system.ts';
import { retentionKeys } from './keys.ts';

export const RECORD_REFOLD = 'record.refold';

/** That a class has changed and its records are to be counted again. */
export const refoldItem = (code: string, version: number, now: string): FirmItem => ({
  ...retentionKeys.refold({ class: code }),
  v: version,
  class: code,
  due: { at: now, handler: RECORD_REFOLD },
});

/** Counts the records of a class again: those that its new schedule keeps longer are kept longer, the others stay as they are. */
export const refoldClass: DueHandler = async (due, item, ports) => {
  const system = await dueCall(due, ports);
  if (!system) return;
  const code = String(item.class);
  const rows = await queryAll(system.table, { pk: filingKeys.recordsBy({ by: 'class', value: code, record: '' }).pk });
  for (const { sk } of rows) {
    await settle(system, async (seen) => {
      const [found, of] = await Promise.all([seen.get(filingKeys.record({ record: sk })), readClass(seen, system.firm.country, code)]);
      const before = found && recordOf(found);
      if (!before || before.state === 'disposed' || before.class !== code || !of) return undefined;
      const kept = withRetention({ ...before, confidential: before.confidential || of.confidential }, of, {
        today: system.today,
        fiscalYearStart: system.firm.fiscalYearStart,
      });
      const isSame =
        kept.retainUntil === before.retainUntil &&
        kept.awaits === before.awaits &&
        kept.state === before.state &&
        kept.confidential === before.confidential;
      if (isSame) return undefined;
      const after = { ...kept, version: before.version + 1 };
      return {
        writes: recordWrites(before, after),
        happenings: [
          {
            type: 'record.retention_lengthened',
            entity: { kind: 'record', id: after.id, version: after.version },
            data: { class: code, retainUntil: after.retainUntil ?? null },
          },
        ],
      };
    });
  }
  await settle(system, async (seen) => {
    const key = retentionKeys.refold({ class: code });
    const present = await seen.get(key);
    // The class has changed again meanwhile: that change counts them itself.
    return present?.v === item.v ? { writes: [{ kind: 'delete', key }], happenings: [] } : undefined;
  });
};
