import { isRefusal, type Refusal, refuse } from '../../../domain/kernel/decision.ts';
import { checkArrived, SNIFFED_BYTES } from '../../../domain/records/filing/file-types.ts';
import { addVersion, type FiledRecord, fileRecord } from '../../../domain/records/filing/record.ts';
import { maySee, type RecordClass } from '../../../domain/records/filing/record-classes.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import type { Blobs } from '../../platform/ports.ts';
import { readClass } from './class-store.ts';
import { filingKeys } from './keys.ts';
import { retentionFacts } from './load-record.ts';
import { type PendingUpload, recordFiled, recordOf, recordWrites, uploadOf, versionBlob, versionWrites } from './record-items.ts';
import type { filingRoutes } from './routes.ts';
import { wireRecord } from './wire-record.ts';

/** Keeps what was uploaded, once the stored bytes are those that were declared. What is anything else is deleted, and nothing is left of it. */
export const completeRecordUpload: Verb<typeof filingRoutes.completeRecordUpload> = async (call) => {
  const { recordId, versionId } = call.params;
  const seen = new Reading(call.table);
  const uploadKey = filingKeys.upload({ record: recordId, version: versionId });
  const [item, stored] = await Promise.all([seen.get(uploadKey), seen.get(filingKeys.record({ record: recordId }))]);
  const before = stored && recordOf(stored);
  if (!item) return completedBefore(call, before?.state === 'disposed' ? undefined : before, versionId);
  const upload = uploadOf(item);
  // The address was given to a person: another does not finish for them.
  if (upload.version.by.id !== call.caller.user.id) return refuse('request.not_found');
  const of = await readClass(seen, call.firm.country, before?.class ?? upload.opens?.class ?? '');
  if (before && !maySee(call.role, before, of)) return refuse('request.not_found');
  if (!of?.readers.includes(call.role)) return refuse('class.unknown');
  if (!before && of.archived) return refuse('class.archived', { class: of.code });

  const blob = versionBlob(call.firm.id, versionId);
  const checked = await checkStored(call.ports.blobs, blob, upload);
  if (isRefusal(checked)) return checked.refused === 'record.not_uploaded' ? checked : forget(call, seen, uploadKey, blob, checked);
  const version = { ...upload.version, at: call.now };
  const after = before
    ? addVersion(before, version)
    : upload.opens
      ? fileRecord({ ...upload.opens.details, id: upload.record, links: upload.opens.links }, of, version, retentionFacts(call))
      : refuse('request.not_found');
  if (isRefusal(after)) return after;
  const body = await wireRecord(call, after, of);
  const versions = body.versions.map((one) => (one.id === version.id ? { ...one, text: 'waiting' as const } : one));
  return commit(call, {
    seen,
    decide: () => ({
      writes: [
        ...recordWrites(before, after),
        ...versionWrites(after.id, version, upload.text, call.now),
        { kind: 'delete' as const, key: uploadKey },
      ],
      happenings: [recordFiled(after, version, before ? 'record.version_added' : 'record.filed')],
      answer: { status: before ? (200 as const) : (201 as const), body: { ...body, versions }, version: after.version },
    }),
  });
};

async function checkStored(blobs: Blobs, blob: string, { version }: PendingUpload) {
  const arrived = await blobs.digest(blob);
  if (!arrived) return refuse('record.not_uploaded');
  return checkArrived(version, arrived, await headOf(blobs, blob));
}

async function headOf(blobs: Blobs, blob: string): Promise<Uint8Array> {
  const head: Uint8Array[] = [];
  for await (const chunk of (await blobs.read(blob, SNIFFED_BYTES)) ?? []) head.push(chunk);
  return Buffer.concat(head);
}

/** The bytes go first: what a crash leaves is an announcement without bytes, which ends by itself. */
async function forget(
  call: FirmCall,
  seen: Reading,
  key: { readonly pk: string; readonly sk: string },
  blob: string,
  because: Refusal,
): Promise<Refusal> {
  await call.ports.blobs.delete(blob);
  const done = await commit(call, { seen, decide: () => ({ writes: [{ kind: 'delete' as const, key }], happenings: [], answer: undefined }) });
  return isRefusal(done) ? done : because;
}

/** Said twice is said once. */
async function completedBefore(call: FirmCall, record: FiledRecord | undefined, versionId: string) {
  const of: RecordClass | undefined = record && (await readClass(call.table, call.firm.country, record.class));
  if (!record || !of || !maySee(call.role, record, of) || !record.versions.some(({ id }) => id === versionId)) return refuse('request.not_found');
  return { status: 200 as const, body: await wireRecord(call, record, of), version: record.version };
}
