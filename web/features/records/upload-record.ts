import { call } from '../../api/client.ts';
import { unreachable } from '../../api/problem.ts';
import type { FirmInput, Output } from '../../api/route-types.ts';

/** What a browser calls by another name, or by none. */
const typesByEnding: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  eml: 'message/rfc822',
  heic: 'image/heic',
  txt: 'text/plain',
  zip: 'application/zip',
  md: 'text/plain',
};
export function typeOf(file: File): string {
  const ending = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase();
  return typesByEnding[ending] ?? (file.type || 'application/octet-stream');
}

export async function declared(file: File) {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  const sha256 = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { name: (file.name || 'file').slice(0, 200), type: typeOf(file), bytes: file.size, sha256 };
}

type Details = Omit<FirmInput<'fileRecord'>['body'], 'name' | 'type' | 'bytes' | 'sha256'>;

/** Files something: announced, sent, completed. What fails leaves nothing behind. */
export async function uploadRecord(
  firmId: string,
  file: File,
  details: Details,
  onProgress: (percent: number) => void,
): Promise<Output<'completeRecordUpload'>> {
  const { body } = await call('fileRecord', { params: { firmId }, body: { ...(await declared(file)), ...details } });
  await send(body.upload, file, onProgress);
  return (await call('completeRecordUpload', { params: { firmId, recordId: body.id, versionId: body.versionId } })).body;
}

export async function uploadVersion(
  firmId: string,
  recordId: string,
  file: File,
  onProgress: (percent: number) => void,
): Promise<Output<'completeRecordUpload'>> {
  const { body } = await call('addRecordVersion', { params: { firmId, recordId }, body: await declared(file) });
  await send(body.upload, file, onProgress);
  return (await call('completeRecordUpload', { params: { firmId, recordId, versionId: body.versionId } })).body;
}

type Form = { readonly url: string; readonly fields: Readonly<Record<string, string>> };
/** The one request of the pages that is no `fetch`: only this one tells how far an upload is. */
function send({ url, fields }: Form, file: File, onProgress: (percent: number) => void): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? Math.floor((loaded / total) * 100) : 0);
    request.onload = () => (request.status >= 200 && request.status < 300 ? resolve() : reject(unreachable()));
    request.onerror = () => reject(unreachable());
    request.open('POST', url);
    request.send(form);
  });
}
