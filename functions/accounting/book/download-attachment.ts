import { refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { bookKeys } from '../keys.ts';
import { attachmentBlob } from './attach-file.ts';
import type { bookRoutes } from './routes.ts';

const DOWNLOAD_SECONDS = 300;

export const downloadAttachment: Verb<typeof bookRoutes.downloadAttachment> = async (call) => {
  const { entryId, attachmentId } = call.params;
  const file = await call.table.get(bookKeys.attachment({ entry: entryId, attachment: attachmentId }));
  if (!file) return refuse('request.not_found');
  const url = await call.ports.blobs.downloadUrl(attachmentBlob(call.firm.id, attachmentId), { name: String(file.name), seconds: DOWNLOAD_SECONDS });
  return { status: 200, body: { url } };
};
