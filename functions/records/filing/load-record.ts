import type { Refusal } from '../../../domain/kernel/decision.ts';
import { refuse } from '../../../domain/kernel/decision.ts';
import type { KeptRecord, RetentionFacts } from '../../../domain/records/filing/record.ts';
import { maySee, type RecordClass } from '../../../domain/records/filing/record-classes.ts';
import type { Hold } from '../../../domain/records/retention/hold.ts';
import type { FirmCall } from '../../platform/call.ts';
import { Reading } from '../../platform/commit.ts';
import { personOf } from '../../platform/person.ts';
import { readHolds } from '../retention/hold-items.ts';
import { readClass } from './class-store.ts';
import { filingKeys } from './keys.ts';
import { recordOf } from './record-items.ts';

/** A record as its caller may see it, with its class and what the commit rests on. */
export interface SeenRecord {
  readonly record: KeptRecord;
  readonly of: RecordClass;
  readonly seen: Reading;
}

/** Loads a record. One of a class that the caller's role may not see is not there, exactly as if it never had been. */
export async function loadRecord(call: FirmCall, id: string): Promise<SeenRecord | Refusal> {
  const seen = new Reading(call.table);
  const item = await seen.get(filingKeys.record({ record: id }));
  const record = item && recordOf(item);
  const of = record && (await readClass(seen, call.firm.country, record.class));
  return record && of && maySee(call.role, record, of) ? { record, of, seen } : refuse('request.not_found');
}

/** The holds, so that none can be placed or released while the commit is on its way. */
export const holdsFor = (seen: Reading, call: FirmCall): Promise<readonly Hold[]> => readHolds(call.table, seen);

export const retentionFacts = ({ today, firm }: FirmCall): RetentionFacts => ({ today, fiscalYearStart: firm.fiscalYearStart });
export const byCaller = (call: FirmCall) => ({ by: personOf(call), at: call.now });
