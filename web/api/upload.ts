import { unreachable } from './problem.ts';

/** Sends a file to the signed address that the API gave for it. */
export async function upload(
  { url, fields }: { readonly url: string; readonly fields: Readonly<Record<string, string>> },
  file: Blob,
): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  // S3 reads nothing after the file.
  form.set('file', file);
  const response = await fetch(url, { method: 'POST', body: form }).catch(() => undefined);
  if (!response?.ok) throw unreachable();
}
