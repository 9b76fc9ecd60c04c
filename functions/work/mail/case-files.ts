import { hash } from 'node:crypto';
import { isRefusal, type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import type { Case } from '../../../domain/work/cases/case.ts';
import { seesInternal } from '../../../domain/work/cases/internal-comments.ts';
import { type CaseFile, confirmFile, attachToCase as decideAttaching, UNCLAIMED_HOURS } from '../../../domain/work/mail/case-file.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { personOf } from '../../platform/person.ts';
import type { Blobs } from '../../platform/ports.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { loadCase } from '../change-case.ts';
import { wireParty } from '../wire-case.ts';
import { mailKeys } from './keys.ts';
import { copyOf, FILE_UNCLAIMED, fileItem, fileOfItem } from './mail-items.ts';
import type { mailRoutes } from './routes.ts';

const UPLOAD_SECONDS = 900;
const DOWNLOAD_SECONDS = 300;

/** Announces a file and gives the address that takes its bytes. Until it is confirmed nobody sees it, and after a day it is forgotten. */
export const attachToCase: Verb<typeof mailRoutes.attachToCase> = async (call) => {
  const stored = await loadCase(call.table, call.params.caseId);
  if (!stored) return refuse('request.not_found');
  const { body } = call;
  // Among colleagues, whoever is none of them has nothing to say.
  if (body.internal && !seesInternal(call.role)) return refuse('permission.denied', { permission: 'case.work' });
  const present = (await filesIn(call, stored.case.id)).filter(({ isMail }) => !isMail).length;
  const decided = decideAttaching(stored.case, body, present);
  if (isRefusal(decided)) return decided;
  const id = call.mint('attachment');
  const blob = `${call.firm.id}/case-files/${id}`;
  const { type, bytes, sha256, internal } = body;
  const file: CaseFile = {
    id,
    name: decided.name,
    type: type.toLowerCase(),
    bytes,
    ...(sha256 !== undefined && { sha256 }),
    internal,
    by: personOf(call),
    at: call.now,
    state: 'expected',
    blob,
  };
  const upload = await call.ports.blobs.uploadUrl(blob, { type: file.type, maximumBytes: bytes, seconds: UPLOAD_SECONDS, ...(sha256 && { sha256 }) });
  const due = { at: new Date(Date.parse(call.now) + UNCLAIMED_HOURS * 3_600_000).toISOString(), handler: FILE_UNCLAIMED };
  return commit(call, {
    decide: () => ({
      writes: [{ kind: 'put', item: { ...fileItem(stored.case.id, file, 1), due }, when: { exists: false } }],
      happenings: [],
      answer: { status: 201 as const, body: { id, upload: { url: upload.url, fields: { ...upload.fields } } } },
    }),
  });
};

/** Holds what arrived against what was announced. From then on it is a file of the case. Confirming twice is confirming once. */
export const confirmCaseFile: Verb<typeof mailRoutes.confirmCaseFile> = async (call) => {
  const { caseId, caseFileId } = call.params;
  const seen = new Reading(call.table);
  const [stored, item] = await Promise.all([loadCase(call.table, caseId), seen.get(mailKeys.file({ case: caseId, attachment: caseFileId }))]);
  const before = item && fileOfItem(item);
  if (!stored || !before || before.by.id !== call.caller.user.id) return refuse('request.not_found');
  if (before.state === 'kept') return { status: 200, body: wireFile(before, caseId) };
  const { blob, arrived } = await outOfReach(before, call.ports.blobs);
  const confirmed = confirmFile(before, arrived);
  if (isRefusal(confirmed)) return confirmed;
  const after: CaseFile = { ...confirmed, blob };
  const { id, name, type, bytes, sha256, internal } = after;
  const answer = await commit(call, {
    seen,
    decide: () => ({
      writes: [{ kind: 'put', item: fileItem(caseId, after, Number(item.v) + 1) }],
      happenings: [
        {
          type: 'case.file_attached',
          entity: { kind: 'case', id: caseId },
          // Auditors read events, and what colleagues keep among themselves has a name that may say too much.
          data: { attachment: id, ...(!internal && { name, type }), bytes, sha256, internal },
        },
      ],
      answer: { status: 200 as const, body: wireFile(after, caseId) },
    }),
  });
  if (blob !== before.blob && !isRefusal(answer)) await call.ports.blobs.delete(before.blob);
  return answer;
};

/**
 * An address that was given for bytes nobody named takes others for as long as it is good: what is kept is then a copy, where it does not reach,
 * under its own digest, so that two who confirm at once keep what each has counted.
 */
async function outOfReach({ blob, sha256, type }: CaseFile, blobs: Blobs) {
  if (sha256 !== undefined) return { blob, arrived: await blobs.digest(blob) };
  const content = await blobs.get(blob);
  if (!content) return { blob, arrived: undefined };
  const counted = hash('sha256', content, 'hex');
  const copy = copyOf(blob, counted);
  if (content.byteLength > 0) await blobs.put(copy, content, type);
  return { blob: copy, arrived: { bytes: content.byteLength, sha256: counted } };
}

/** The files of a case and of those that went into it, as far as the caller may see them. */
export const listCaseFiles: Verb<typeof mailRoutes.listCaseFiles> = async (call) => {
  const stored = await loadCase(call.table, call.params.caseId);
  if (!stored) return refuse('request.not_found');
  const lists = await Promise.all(
    [stored.case.id, ...stored.case.merged].map(async (id) =>
      (await filesIn(call, id)).filter(({ state }) => state === 'kept').map((file) => wireFile(file, id)),
    ),
  );
  const seen = lists.flat().filter(({ internal }) => !internal || seesInternal(call.role));
  return { status: 200, body: { data: seen.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)), has_more: false, next_cursor: null } };
};

/** An address for one file. */
export const downloadCaseFile: Verb<typeof mailRoutes.downloadCaseFile> = async (call) => {
  const file = await visibleFile(call, call.params.caseId, call.params.caseFileId);
  if (isRefusal(file)) return file;
  return { status: 200, body: { url: await call.ports.blobs.downloadUrl(file.blob, { name: file.name, seconds: DOWNLOAD_SECONDS }) } };
};

/** A file of a case as its caller may see it: of what colleagues keep among themselves the others do not learn that it is there. */
export async function visibleFile({ table, role }: FirmCall, caseId: string, attachment: string): Promise<Outcome<CaseFile>> {
  const item = await table.get(mailKeys.file({ case: caseId, attachment }));
  const file = item && fileOfItem(item);
  return file?.state === 'kept' && (!file.internal || seesInternal(role)) ? file : refuse('request.not_found');
}

/** Announced files count too, lest a thousand be announced at once; the answer to a list leaves them out. */
async function filesIn({ table }: FirmCall, caseId: Case['id']): Promise<readonly CaseFile[]> {
  return (await queryAll(table, { pk: mailKeys.file({ case: caseId, attachment: '' }).pk })).map(fileOfItem);
}

const wireFile = ({ id, name, type, bytes, sha256 = '', internal, isMail, by, at, comment }: CaseFile, from: Case['id']) => ({
  id,
  name,
  type,
  bytes,
  sha256,
  internal,
  isMail: isMail === true,
  by: wireParty(by),
  at,
  comment: comment ?? null,
  case: from,
});
