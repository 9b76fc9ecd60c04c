import type { Instant } from '../../kernel/dates.ts';
import { type Outcome, refuse, refuseAt } from '../../kernel/decision.ts';
import { fileName, isRunnable } from '../../kernel/file-name.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Case, Party } from '../cases/case.ts';

/** A file of a case, or of one of its comments. Its bytes lie elsewhere, under a key of their own. */
export interface CaseFile {
  readonly id: Id<'attachment'>;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly sha256?: string;
  /** Among colleagues: whoever only asked never sees it. */
  readonly internal: boolean;
  readonly by: Party;
  readonly at: Instant;
  /** The comment with which it came. */
  readonly comment?: Id<'comment'>;
  /** Announced and still on its way, or there. */
  readonly state: 'expected' | 'kept';
  /** The mail itself, as it came: evidence, and none of the files that people count. */
  readonly isMail?: true;
  readonly blob: string;
}

export const MAX_CASE_FILES = 200;
export const MAX_FILE_BYTES = 25 * 1024 * 1024;
/** An upload that nobody confirmed is forgotten after so long. */
export const UNCLAIMED_HOURS = 24;

/** Announces a file. Refused in this order: a merged case, a kind that is not kept, too large, too many. */
export function attachToCase(
  before: Case,
  file: { readonly name: string; readonly type: string; readonly bytes: number },
  present: number,
): Outcome<{ readonly name: string }> {
  if (before.mergedInto) return refuse('case.merged', { into: before.mergedInto });
  const name = fileName(file.name, file.type);
  if (isRunnable(name, file.type)) return refuseAt('/name', 'case_file.type', { name });
  if (file.bytes > MAX_FILE_BYTES) return refuseAt('/bytes', 'case_file.too_large', { maximum: MAX_FILE_BYTES / 1024 / 1024 });
  if (present >= MAX_CASE_FILES) return refuse('case_file.too_many', { maximum: MAX_CASE_FILES });
  return { name };
}

/** Whether what arrived is what was announced. */
export function confirmFile(file: CaseFile, arrived: { readonly bytes: number; readonly sha256: string } | undefined): Outcome<CaseFile> {
  if (!arrived || arrived.bytes === 0) return refuse('case_file.not_arrived');
  if (file.sha256 !== undefined && file.sha256 !== arrived.sha256) return refuse('case_file.damaged');
  return { ...file, state: 'kept', bytes: arrived.bytes, sha256: arrived.sha256 };
}
