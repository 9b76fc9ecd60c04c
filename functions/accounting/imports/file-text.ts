import { hash } from 'node:crypto';
import type { ImportJob } from '../../../domain/accounting/imports/import-job.ts';
import type { PostingContext } from '../commit-posting.ts';
import { importBlob } from './import-items.ts';

/** An import's file as text (undefined where it is none) with its digest. The bytes are not kept beside it. Throws where the file is gone. */
export async function importedFile(
  { ports, firm }: Pick<PostingContext, 'ports' | 'firm'>,
  importId: string,
): Promise<{ readonly text: string | undefined; readonly digest: string }> {
  const content = await ports.blobs.get(importBlob(firm.id, importId));
  if (!content) throw new Error(`the file of import ${importId} is gone`);
  return { text: textOf(content), digest: hash('sha256', content, 'hex') };
}

/** The text of the file that was checked; undefined where another has taken its place since. */
export async function checkedText(context: Pick<PostingContext, 'ports' | 'firm'>, job: ImportJob): Promise<string | undefined> {
  const { text, digest } = await importedFile(context, job.id);
  return digest === job.digest ? text : undefined;
}

/** The text of a file: UTF-8 (with or without its mark), else Windows-1256 as Arabic spreadsheets save it; undefined where it is no text at all. */
export function textOf(content: Uint8Array): string | undefined {
  if (content.subarray(0, SNIFF_BYTES).includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('windows-1256').decode(content);
  }
}
const SNIFF_BYTES = 4096;
