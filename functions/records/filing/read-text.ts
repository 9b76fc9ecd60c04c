import { fileTypeOf } from '../../../domain/records/filing/file-types.ts';
import { dueCall } from '../../firms/when-due.ts';
import { fileReader } from '../../platform/files/file-reader.ts';
import type { DueHandler, Ports, ReadText } from '../../platform/ports.ts';
import type { Value } from '../../platform/table/port.ts';
import { settle } from '../retention/as-system.ts';
import { filingKeys } from './keys.ts';
import { recordOf, versionBlob } from './record-items.ts';

/** As much of a text as one item of the table holds. */
const MAX_TEXT_BYTES = 200_000;
/** A larger PDF is kept as any other, and not read. */
const MAX_PDF_BYTES = 40 * 1024 * 1024;
const MAX_PICTURE_BYTES = 20 * 1024 * 1024;

/** Reads what is written in a version. That it cannot be read is known too; the record does not depend on it. */
export const readText: DueHandler = async (due, item, ports) => {
  const system = await dueCall(due, ports);
  if (!system) return;
  const key = { pk: item.pk, sk: item.sk };
  const recordId = String(item.record);
  const blob = versionBlob(system.firm.id, key.sk);
  const supplied = typeof item.supplied === 'string' ? item.supplied : undefined;
  const read: ReadText =
    supplied === undefined ? await textOf(ports, blob, String(item.type), Number(item.bytes)) : { state: 'read', text: supplied, cut: false };
  const kept: Readonly<Record<string, Value>> =
    read.state === 'unread'
      ? { state: read.state, why: read.why }
      : { state: read.state, ...fitted(read.text, read.cut), ...(read.pages !== undefined && { pages: read.pages }) };
  await settle(system, async (seen) => {
    const [present, stored] = await seen.getAll([key, filingKeys.record({ record: recordId })]);
    const record = stored && recordOf(stored);
    // Somebody else has read it, or the record is gone.
    if (present?.duesk !== item.duesk || !record || record.state === 'disposed') return undefined;
    return {
      writes: [
        { kind: 'put', item: { ...key, v: Number(item.v) + 1, record: recordId, type: String(item.type), bytes: Number(item.bytes), ...kept } },
      ],
      happenings: [
        { type: 'record.text_read', entity: { kind: 'record', id: recordId, version: record.version }, data: { version: key.sk, state: read.state } },
      ],
    };
  });
};

async function textOf(ports: Ports, blob: string, type: string, bytes: number): Promise<ReadText> {
  const reader = fileReader(ports);
  switch (fileTypeOf(type)?.content) {
    case 'text':
    case 'mail':
      return plainText(await bytesOf(ports, blob, MAX_TEXT_BYTES), bytes);
    case 'pdf':
      return bytes > MAX_PDF_BYTES ? { state: 'unread', why: 'too-large' } : reader.pdfText(await bytesOf(ports, blob, MAX_PDF_BYTES));
    case 'image':
      return bytes > MAX_PICTURE_BYTES
        ? { state: 'unread', why: 'too-large' }
        : reader.pictureText(await bytesOf(ports, blob, MAX_PICTURE_BYTES), type);
    case 'office':
    case 'archive':
    case undefined:
      // An archive is never opened: what is in it may be a million times its size.
      return { state: 'unread', why: 'no-reader' };
  }
}

async function bytesOf(ports: Ports, blob: string, maximumBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (await ports.blobs.read(blob, maximumBytes)) ?? []) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

/** As UTF-8; what is none is read as the Arabic code page of Windows, in which older programs here still write. */
function plainText(content: Uint8Array, bytes: number): ReadText {
  const isCut = bytes > content.length;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(content, { stream: isCut });
  } catch {
    text = new TextDecoder('windows-1256').decode(content);
  }
  return { state: 'read', text, cut: isCut };
}

function fitted(text: string, isCut: boolean): { readonly text: string; readonly cut: boolean } {
  // No text of ours holds what no text may hold.
  const clean = text.replaceAll('\u0000', '').toWellFormed();
  const bytes = Buffer.from(clean);
  if (bytes.length <= MAX_TEXT_BYTES) return { text: clean, cut: isCut };
  return { text: new TextDecoder().decode(bytes.subarray(0, MAX_TEXT_BYTES), { stream: true }), cut: true };
}
