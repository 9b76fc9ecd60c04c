import { isRefusal, refuse, refuseAt } from '../../../domain/kernel/decision.ts';
import { fileName } from '../../../domain/kernel/file-name.ts';
import { checkArrived, checkDeclared, SNIFFED_BYTES } from '../../../domain/records/filing/file-types.ts';
import { fileRecord as decideFiling, distinct, type RecordVersion } from '../../../domain/records/filing/record.ts';
import { UNFILED_CLASS } from '../../../domain/records/filing/record-classes.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { loadCase } from '../../work/change-case.ts';
import { visibleFile } from '../../work/mail/case-files.ts';
import { readClass } from './class-store.ts';
import { UPLOAD_OVER_SECONDS } from './file-record.ts';
import { filingKeys } from './keys.ts';
import { byCaller, retentionFacts } from './load-record.ts';
import { type PendingUpload, recordFiled, recordWrites, uploadItem, versionBlob, versionWrites } from './record-items.ts';
import type { filingRoutes } from './routes.ts';
import { wireRecord } from './wire-record.ts';

/** Keeps a file of a case, one that came by mail for instance, as a record linked to it. The bytes are copied: what becomes of the one leaves the other alone. */
export const fileCaseFile: Verb<typeof filingRoutes.fileCaseFile> = async (call) => {
  const { body } = call;
  const seen = new Reading(call.table);
  const code = body.class ?? UNFILED_CLASS;
  const [stored, file, of] = await Promise.all([
    loadCase(call.table, body.case),
    visibleFile(call, body.case, body.file),
    readClass(seen, call.firm.country, code),
  ]);
  if (!stored || isRefusal(file)) return refuseAt('/file', 'record.link_unknown');
  if (!of?.readers.includes(call.role)) return refuseAt('/class', 'class.unknown');
  if (of.archived) return refuseAt('/class', 'class.archived', { class: code });
  const checked = checkDeclared(file);
  if (isRefusal(checked)) return checked;
  const content = await call.ports.blobs.get(file.blob);
  if (!content) return refuse('record.not_uploaded');

  const version: RecordVersion = {
    id: call.mint('recordVersion'),
    name: fileName(file.name, file.type),
    type: file.type,
    bytes: file.bytes,
    sha256: file.sha256 ?? '',
    ...byCaller(call),
  };
  const blob = versionBlob(call.firm.id, version.id);
  const pending: PendingUpload = { record: call.mint('record'), version };
  // Announced first, as an upload is: what a crash leaves of it ends by itself.
  const overAt = new Date(Date.parse(call.now) + UPLOAD_OVER_SECONDS * 1000).toISOString();
  await call.table.transact([{ kind: 'put', item: uploadItem(pending, overAt), when: { exists: false } }]);
  await call.ports.blobs.put(blob, content, file.type);
  const arrived = await call.ports.blobs.digest(blob);
  const good = arrived ? checkArrived(version, arrived, content.subarray(0, SNIFFED_BYTES)) : refuse('record.not_uploaded');
  const contact = stored.case.contact;
  const after = isRefusal(good)
    ? good
    : decideFiling(
        {
          id: pending.record,
          title: body.title ?? version.name,
          tags: distinct(body.tags ?? []),
          // What colleagues keep among themselves does not become everybody's by being kept.
          confidential: body.confidential ?? file.internal,
          links: [{ kind: 'case', id: stored.case.id }],
          ...(contact !== undefined && { contact }),
        },
        of,
        version,
        retentionFacts(call),
      );
  const announced = { kind: 'delete' as const, key: filingKeys.upload({ record: pending.record, version: version.id }) };
  if (isRefusal(after)) {
    await call.ports.blobs.delete(blob);
    await call.table.transact([announced]);
    return after;
  }
  const wired = await wireRecord(call, after, of);
  const versions = wired.versions.map((one) => ({ ...one, text: 'waiting' as const }));
  return commit(call, {
    seen,
    decide: () => ({
      writes: [...recordWrites(undefined, after), ...versionWrites(after.id, version, undefined, call.now), announced],
      happenings: [recordFiled(after, version)],
      answer: { status: 201 as const, body: { ...wired, versions }, version: after.version },
    }),
  });
};
