import { isRefusal, refuse, refuseAt } from '../../../domain/kernel/decision.ts';
import { fileName } from '../../../domain/kernel/file-name.ts';
import { checkDeclared, type DeclaredFile } from '../../../domain/records/filing/file-types.ts';
import { distinct, MAX_VERSIONS } from '../../../domain/records/filing/record.ts';
import { UNFILED_CLASS } from '../../../domain/records/filing/record-classes.ts';
import { loadContact } from '../../accounting/invoicing/load-documents.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { readClass } from './class-store.ts';
import { canLink } from './linked-things.ts';
import { byCaller, loadRecord } from './load-record.ts';
import { type PendingUpload, uploadItem, versionBlob } from './record-items.ts';
import type { filingRoutes } from './routes.ts';

export const UPLOAD_SECONDS = 3600;
/** What has not arrived by then is forgotten. */
export const UPLOAD_OVER_SECONDS = 24 * 3600;

/** Announces a record. It is filed when its file has come and is what was declared: until then there is nothing. */
export const fileRecord: Verb<typeof filingRoutes.fileRecord> = async (call) => {
  const { body } = call;
  const checked = checkDeclared(body);
  if (isRefusal(checked)) return checked;
  const seen = new Reading(call.table);
  const code = body.class ?? UNFILED_CLASS;
  const [of, contact] = await Promise.all([
    readClass(seen, call.firm.country, code),
    body.contact === undefined ? undefined : loadContact(call.table, body.contact),
  ]);
  if (!of?.readers.includes(call.role)) return refuseAt('/class', 'class.unknown');
  if (of.archived) return refuseAt('/class', 'class.archived', { class: code });
  if (body.contact !== undefined && !contact) return refuseAt('/contact', 'contact.unknown', { contact: body.contact });
  const links = body.links ?? [];
  for (const [i, link] of links.entries()) if (!(await canLink(call.table, call.role, link))) return refuseAt(`/links/${i}`, 'record.link_unknown');
  return announce(call, body, {
    record: call.mint('record'),
    opens: {
      class: code,
      details: {
        title: body.title ?? fileName(body.name, body.type),
        tags: distinct(body.tags ?? []),
        confidential: body.confidential ?? false,
        ...(body.contact !== undefined && { contact: body.contact }),
        ...(body.period !== undefined && { period: body.period }),
        ...(body.eventDate !== undefined && { eventDate: body.eventDate }),
        ...(body.contractEndsOn !== undefined && { contractEndsOn: body.contractEndsOn }),
      },
      links: distinct(links.map(({ kind, id }) => `${kind}:${id}`)).flatMap((text) => links.find(({ kind, id }) => `${kind}:${id}` === text) ?? []),
    },
  });
};

/** Announces another version of a record. The ones before it stay. */
export const addRecordVersion: Verb<typeof filingRoutes.addRecordVersion> = async (call) => {
  const loaded = await loadRecord(call, call.params.recordId);
  if (isRefusal(loaded)) return loaded;
  const checked = checkDeclared(call.body);
  if (isRefusal(checked)) return checked;
  const { record } = loaded;
  if (record.state === 'disposed') return refuse('record.disposed');
  if (record.versions.length >= MAX_VERSIONS) return refuse('record.full', { maximum: MAX_VERSIONS });
  return announce(call, call.body, { record: record.id });
};

type Announced = DeclaredFile & { readonly text?: string | undefined };

async function announce(call: FirmCall, { name, type, bytes, sha256, text }: Announced, what: Pick<PendingUpload, 'record' | 'opens'>) {
  const version = { id: call.mint('recordVersion'), name: fileName(name, type), type, bytes, sha256, ...byCaller(call) };
  const { url, fields } = await call.ports.blobs.uploadUrl(versionBlob(call.firm.id, version.id), {
    type,
    maximumBytes: bytes,
    seconds: UPLOAD_SECONDS,
    sha256,
  });
  const overAt = new Date(Date.parse(call.now) + UPLOAD_OVER_SECONDS * 1000).toISOString();
  const pending: PendingUpload = { ...what, version, ...(text !== undefined && { text }) };
  const complete = `/v1/firms/${call.firm.id}/records/${what.record}/versions/${version.id}/complete`;
  return commit(call, {
    decide: () => ({
      writes: [{ kind: 'put', item: uploadItem(pending, overAt), when: { exists: false } }],
      // Nothing has happened to any record yet.
      happenings: [],
      answer: { status: 201 as const, body: { id: what.record, versionId: version.id, upload: { url, fields: { ...fields } }, complete } },
    }),
  });
}
