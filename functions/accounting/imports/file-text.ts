import type { PostingContext } from '../commit-posting.ts';
import { importBlob } from './import-items.ts';

/** The text of an import's file; undefined where it is no text. The bytes are not kept beside it. Throws where the file is gone. */
export async function fileText({ ports, firm }: Pick<PostingContext, 'ports' | 'firm'>, importId: string): Promise<string | undefined> {
  const content = await ports.blobs.get(importBlob(firm.id, importId));
  if (!content) throw new Error(`the file of import ${importId} is gone`);
  return textOf(content);
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
