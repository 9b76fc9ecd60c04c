import type { KeptRecord } from '../../../domain/records/filing/record.ts';
import type { FirmCall } from '../../platform/call.ts';
import { commit } from '../../platform/commit.ts';

/** Notes who looked at which version of a confidential record, before anything of it is shown. */
export async function noteLook(call: FirmCall, record: KeptRecord, type: 'record.viewed' | 'record.downloaded', version: string | undefined) {
  if (!record.confidential) return undefined;
  return commit(call, {
    decide: () => ({
      writes: [],
      happenings: [{ type, entity: { kind: 'record', id: record.id, version: record.version }, data: { version: version ?? null } }],
      answer: undefined,
    }),
  });
}
