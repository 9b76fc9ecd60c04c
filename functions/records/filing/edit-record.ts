import { isRefusal, type Outcome, refuse, refuseAt } from '../../../domain/kernel/decision.ts';
import {
  editRecord as decideEdit,
  linkRecord as decideLink,
  unlinkRecord as decideUnlink,
  type FiledRecord,
} from '../../../domain/records/filing/record.ts';
import type { RecordClass } from '../../../domain/records/filing/record-classes.ts';
import { loadContact } from '../../accounting/invoicing/load-documents.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit } from '../../platform/commit.ts';
import { readClass } from './class-store.ts';
import { canLink } from './linked-things.ts';
import { holdsFor, loadRecord, retentionFacts, type SeenRecord } from './load-record.ts';
import { recordWrites } from './record-items.ts';
import type { filingRoutes } from './routes.ts';
import { wireRecord } from './wire-record.ts';

/** Edits what a record says. Its retention may become longer by it and never shorter. */
export const editRecord: Verb<typeof filingRoutes.editRecord> = async (call) => {
  const { body } = call;
  const loaded = await loadRecord(call, call.params.recordId);
  if (isRefusal(loaded)) return loaded;
  const { record, seen } = loaded;
  if (record.version !== call.ifMatch) return refuse('version.stale');
  const of = body.class === undefined || body.class === record.class ? loaded.of : await readClass(seen, call.firm.country, body.class);
  // What somebody files under they can still see: nothing is lost out of sight by an edit.
  if (!of?.readers.includes(call.role)) return refuseAt('/class', 'class.unknown');
  if (typeof body.contact === 'string' && !(await loadContact(call.table, body.contact)))
    return refuseAt('/contact', 'contact.unknown', { contact: body.contact });
  const after = decideEdit(record, body, of, await holdsFor(seen, call), retentionFacts(call));
  if (isRefusal(after)) return after;
  return changed(call, loaded, after, of, 'record.edited', {
    members: Object.keys(body),
    class: after.class,
    retainUntil: after.retainUntil ?? null,
  });
};

export const linkRecord: Verb<typeof filingRoutes.linkRecord> = async (call) => {
  const loaded = await loadRecord(call, call.params.recordId);
  if (isRefusal(loaded)) return loaded;
  if (!(await canLink(call.table, call.role, call.body))) return refuseAt('/id', 'record.link_unknown');
  return changed(call, loaded, decideLink(loaded.record, call.body), loaded.of, 'record.linked', { ...call.body });
};

export const unlinkRecord: Verb<typeof filingRoutes.unlinkRecord> = async (call) => {
  const loaded = await loadRecord(call, call.params.recordId);
  if (isRefusal(loaded)) return loaded;
  const link = { kind: call.params.linkKind, id: call.params.linkedId };
  return changed(call, loaded, decideUnlink(loaded.record, link), loaded.of, 'record.unlinked', link);
};

async function changed(
  call: FirmCall,
  { record, seen }: SeenRecord,
  after: Outcome<FiledRecord>,
  of: RecordClass,
  type: `record.${string}`,
  data: Readonly<Record<string, unknown>>,
) {
  if (isRefusal(after)) return after;
  const answer = { status: 200 as const, body: await wireRecord(call, after, of), version: after.version };
  if (after === record) return answer;
  return commit(call, {
    seen,
    decide: () => ({
      writes: recordWrites(record, after),
      happenings: [{ type, entity: { kind: 'record', id: after.id, version: after.version }, data }],
      answer,
    }),
  });
}
