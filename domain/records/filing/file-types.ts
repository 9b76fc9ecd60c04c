import { type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import { fileName, isRunnable } from '../../kernel/file-name.ts';
import type { Text } from '../../kernel/language.ts';

/** The most that one file may weigh. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;
/** As much of a file as tells what it is. */
export const SNIFFED_BYTES = 4096;

type Content = 'pdf' | 'image' | 'office' | 'text' | 'mail' | 'archive';

export interface FileType {
  readonly name: Text;
  readonly content: Content;
  /** What the file begins with: one of these, each at its place. A text has none, and is held to being a text. */
  readonly begins: readonly { readonly at: number; readonly bytes: string }[];
}

const zip = [
  { at: 0, bytes: 'PK\x03\x04' },
  { at: 0, bytes: 'PK\x05\x06' },
];
const compound = [{ at: 0, bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' }];
const heif = ['heic', 'heix', 'mif1', 'msf1', 'hevc'].map((brand) => ({ at: 4, bytes: `ftyp${brand}` }));
const office = (en: string, ar: string, begins: FileType['begins']): FileType => ({ name: { en, ar }, content: 'office', begins });
const image = (name: string, begins: FileType['begins']): FileType => ({
  name: { en: `${name} image`, ar: `صورة ${name}` },
  content: 'image',
  begins,
});
const document: readonly [string, string] = ['Document', 'مستند'];
const sheet: readonly [string, string] = ['Spreadsheet', 'جدول بيانات'];
const slides: readonly [string, string] = ['Presentation', 'عرض تقديمي'];

/** What may be kept as a record. Anything that a machine would run is not among it; an archive is kept as it came and never opened. */
export const fileTypes: Readonly<Record<string, FileType>> = {
  'application/pdf': { name: { en: 'PDF', ar: 'PDF' }, content: 'pdf', begins: [{ at: 0, bytes: '%PDF-' }] },
  'image/jpeg': image('JPEG', [{ at: 0, bytes: '\xff\xd8\xff' }]),
  'image/png': image('PNG', [{ at: 0, bytes: '\x89PNG\r\n\x1a\n' }]),
  'image/gif': image('GIF', [
    { at: 0, bytes: 'GIF87a' },
    { at: 0, bytes: 'GIF89a' },
  ]),
  'image/webp': image('WebP', [{ at: 8, bytes: 'WEBP' }]),
  'image/tiff': image('TIFF', [
    { at: 0, bytes: 'II*\x00' },
    { at: 0, bytes: 'MM\x00*' },
  ]),
  'image/heic': image('HEIC', heif),
  'image/heif': image('HEIF', heif),
  'application/msword': office(...document, compound),
  'application/vnd.ms-excel': office(...sheet, compound),
  'application/vnd.ms-powerpoint': office(...slides, compound),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': office(...document, zip),
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': office(...sheet, zip),
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': office(...slides, zip),
  'application/vnd.oasis.opendocument.text': office(...document, zip),
  'application/vnd.oasis.opendocument.spreadsheet': office(...sheet, zip),
  'application/vnd.oasis.opendocument.presentation': office(...slides, zip),
  'text/plain': { name: { en: 'Text', ar: 'نص' }, content: 'text', begins: [] },
  'text/csv': { name: { en: 'CSV table', ar: 'جدول CSV' }, content: 'text', begins: [] },
  'message/rfc822': { name: { en: 'E-mail', ar: 'رسالة بريد' }, content: 'mail', begins: [] },
  'application/zip': { name: { en: 'ZIP archive', ar: 'أرشيف ZIP' }, content: 'archive', begins: zip },
};

/** What a caller says of a file before its bytes come. */
export interface DeclaredFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** Lower case, hexadecimal. */
  readonly sha256: string;
}

/** Refused in this order: a type that is not kept, a name by which a machine would run it, nothing in it, too large. */
export function checkDeclared({ name, type, bytes }: Pick<DeclaredFile, 'name' | 'type' | 'bytes'>): Outcome<FileType> {
  const known = fileTypeOf(type);
  if (!known) return refuseAt('/type', 'record.type_unknown', { type, allowed: Object.keys(fileTypes).join(', ') });
  // A script is a text by its bytes: what a machine does with a file it tells by the ending of its name.
  if (isRunnable(fileName(name, type), type)) return refuseAt('/name', 'record.runs', { name: fileName(name, type) });
  if (bytes < 1) return refuseAt('/bytes', 'record.file_empty');
  if (bytes > MAX_FILE_BYTES) return refuseAt('/bytes', 'record.file_too_large', { maximum: MAX_FILE_BYTES });
  return known;
}

export const fileTypeOf = (type: string): FileType | undefined => (Object.hasOwn(fileTypes, type) ? fileTypes[type] : undefined);

/** Holds what arrived against what was declared: first its size and digest, then what it begins with. */
export function checkArrived(
  declared: DeclaredFile,
  arrived: { readonly bytes: number; readonly sha256: string },
  head: Uint8Array,
): Outcome<{ readonly ok: true }> {
  if (arrived.bytes !== declared.bytes || arrived.sha256 !== declared.sha256)
    return refuse('record.digest_differs', { declared: declared.sha256, arrived: arrived.sha256, bytes: arrived.bytes });
  if (!looksLike(declared.type, head)) return refuse('record.type_differs', { type: declared.type });
  return { ok: true };
}

/** Whether the first bytes of a file are those of its type. */
export function looksLike(type: string, head: Uint8Array): boolean {
  const known = fileTypeOf(type);
  if (!known) return false;
  if (known.begins.length > 0) return known.begins.some((mark) => isAt(head, mark));
  if (Object.values(fileTypes).some(({ begins }) => begins.some((mark) => isAt(head, mark)))) return false;
  if (head.includes(0)) return false;
  return known.content !== 'mail' || /^(?:\s*|From [^\r\n]*\r?\n)[\w-]+:[^\r\n]/.test(latin1(head));
}

function isAt(head: Uint8Array, { at, bytes }: { readonly at: number; readonly bytes: string }): boolean {
  if (head.length < at + bytes.length) return false;
  for (let i = 0; i < bytes.length; i++) if (head[at + i] !== bytes.charCodeAt(i)) return false;
  return true;
}

function latin1(head: Uint8Array): string {
  let text = '';
  for (const byte of head) text += String.fromCharCode(byte);
  return text;
}
