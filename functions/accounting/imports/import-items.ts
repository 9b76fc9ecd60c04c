import type { ImportJob, ImportPreview } from '../../../domain/accounting/imports/import-job.ts';
import { lineFaultRow } from '../../../domain/accounting/imports/line-faults.ts';
import type { LineFault } from '../../../domain/accounting/journals/journal.ts';
import { type Language, say } from '../../../domain/kernel/language.ts';
import type { FirmItem } from '../../platform/table/firm-table.ts';
import { plain, stored } from '../../platform/table/own-item.ts';
import type { Item } from '../../platform/table/port.ts';
import { bookKeys } from '../keys.ts';

export const IMPORT_WORK = 'import.work';

/** A worker that has not moved its import for so long is taken for gone, and another goes on with it. */
export const PATIENCE_SECONDS = 60;
export const secondsAfter = (now: string, seconds: number): string => new Date(Date.parse(now) + seconds * 1000).toISOString();
export const afterPatience = (now: string): string => secondsAfter(now, PATIENCE_SECONDS);

/** An import as it lies in the table. While it is checking or running it is due: at once when it waits for a worker, after a while when it has one. */
export function importItem(job: ImportJob, dueAt: string): FirmItem {
  const { version, ...rest } = job;
  const working = job.state === 'checking' || job.state === 'running';
  return {
    ...bookKeys.import({ import: job.id }),
    v: version,
    ...plain(rest),
    ...(working && { due: { at: dueAt, handler: IMPORT_WORK } }),
  };
}

export const importOf = (item: Item): ImportJob => stored<ImportJob>(item);

/** The job with the next version and what has changed. */
export const nextOf = (job: ImportJob, change: Partial<ImportJob>): ImportJob => ({ ...job, ...change, version: job.version + 1 });

export const importBlob = (firm: string, id: string): string => `${firm}/imports/${id}`;

export const previewBlob = (firm: string, id: string): string => `${firm}/imports/${id}.preview.json`;

export function wireImport(job: ImportJob, language: Language, preview?: ImportPreview) {
  const { id, state, name, format, bytes, written, total, faults = 0, createdAt, finishedAt, version } = job;
  return {
    id,
    state,
    name,
    format,
    bytes,
    createdAt,
    ...(finishedAt !== undefined && { finishedAt }),
    version,
    createdBy: { ...job.createdBy },
    progress: { written, total: total ?? null },
    faults,
    ...(preview && { preview: { ...preview, faults: preview.faults.map((fault) => wireFault(fault, language)) } }),
  };
}

const wireFault = ({ line, column, code, values }: LineFault, language: Language) => ({
  line,
  ...(column !== undefined && { column }),
  code,
  message: say(lineFaultRow(code).say, language, values),
});
