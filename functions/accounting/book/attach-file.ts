import { refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { commit } from '../../platform/commit.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { bookKeys } from '../keys.ts';
import { entryById } from './entry-by-id.ts';
import type { bookRoutes } from './routes.ts';

const MAX_ATTACHMENTS = 50;
const UPLOAD_SECONDS = 900;

/** Notes a file on an entry and gives the address that takes its bytes. The entry itself does not change: it is chained. */
export const attachFile: Verb<typeof bookRoutes.attachFile> = async (call) => {
  const entry = await entryById(call.table, call.params.entryId);
  if (!entry) return refuse('request.not_found');
  const present = await queryAll(call.table, { pk: bookKeys.attachment({ entry: entry.id, attachment: '' }).pk });
  if (present.length >= MAX_ATTACHMENTS) return refuse('attachment.too_many', { maximum: MAX_ATTACHMENTS });
  const id = call.mint('attachment');
  const { name, type, bytes } = call.body;
  const blob = attachmentBlob(call.firm.id, id);
  const upload = await call.ports.blobs.uploadUrl(blob, { type, maximumBytes: bytes, seconds: UPLOAD_SECONDS });
  return commit(call, {
    decide: () => ({
      writes: [
        {
          kind: 'put',
          item: { ...bookKeys.attachment({ entry: entry.id, attachment: id }), v: 1, name, type, bytes, at: call.now },
          when: { exists: false },
        },
      ],
      happenings: [{ type: 'entry.file_attached', entity: { kind: 'entry', id: entry.id }, data: { attachment: id, name, type, bytes } }],
      answer: { status: 201 as const, body: { id, upload: { url: upload.url, fields: { ...upload.fields } } } },
    }),
  });
};

export const attachmentBlob = (firm: string, attachment: string): string => `${firm}/attachments/${attachment}`;
