import { type ImportFormat, type ImportJob, type ImportPreview, importCan, importFormats } from '../../../domain/accounting/imports/import-job.ts';
import { detectFormat } from '../../../domain/accounting/journals/detect-format.ts';
import { isRefusal, type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { pageBody } from '../../platform/lists/take-page.ts';
import { bookKeys } from '../keys.ts';
import { textOf } from './file-text.ts';
import { importBlob, importItem, importOf, nextOf, previewBlob, wireImport } from './import-items.ts';
import type { importsRoutes } from './routes.ts';

type Routes = typeof importsRoutes;
const UPLOAD_SECONDS = 3600;
const SNIFF_CHARACTERS = 20_000;

export const importFile: Verb<Routes['importFile']> = async (call) => {
  const { name = 'file', preview } = call.query;
  const format = call.query.format ?? detectFormat(name, call.body.slice(0, SNIFF_CHARACTERS));
  if (!format) return unknownFormat();
  const content = new TextEncoder().encode(call.body);
  const job = newJob(call, { name, format, bytes: content.length, state: 'checking', runWhenReady: preview === 'false', options: {} });
  await call.ports.blobs.put(importBlob(call.firm.id, job.id), content, 'text/plain');
  return create(call, job, { status: 202 as const, body: wireImport(job, call.language) });
};

export const prepareImport: Verb<Routes['prepareImport']> = async (call) => {
  const { name, bytes, format = 'hledger', options = {}, preview } = call.body;
  const job = newJob(call, { name, format, bytes, state: 'uploading', runWhenReady: !preview, options });
  const upload = await call.ports.blobs.uploadUrl(importBlob(call.firm.id, job.id), {
    type: 'application/octet-stream',
    maximumBytes: bytes,
    seconds: UPLOAD_SECONDS,
  });
  return create(call, job, {
    status: 201 as const,
    body: { import: wireImport(job, call.language), upload: { url: upload.url, fields: { ...upload.fields } } },
  });
};

export const checkImport: Verb<Routes['checkImport']> = async (call) => {
  const found = await find(call);
  if (isRefusal(found)) return found;
  const { job } = found;
  const content = await call.ports.blobs.get(importBlob(call.firm.id, job.id));
  if (!content) return refuse('import.not_uploaded');
  const text = textOf(content);
  const format =
    call.body.format ??
    (job.state === 'uploading' ? (text === undefined ? undefined : detectFormat(job.name, text.slice(0, SNIFF_CHARACTERS))) : job.format);
  if (!format) return unknownFormat();
  return move(call, found, 'check', { state: 'checking', format, bytes: content.length, options: call.body.options ?? job.options }, 202);
};

export const startImport: Verb<Routes['startImport']> = async (call) => {
  const found = await find(call);
  return isRefusal(found) ? found : move(call, found, 'start', { state: 'running' }, 202);
};

export const discardImport: Verb<Routes['discardImport']> = async (call) => {
  const found = await find(call);
  return isRefusal(found) ? found : move(call, found, 'discard', { state: 'discarded', finishedAt: call.now }, 200);
};

export const getImport: Verb<Routes['getImport']> = async (call) => {
  const found = await find(call);
  if (isRefusal(found)) return found;
  const stored = found.job.total === undefined ? undefined : await call.ports.blobs.get(previewBlob(call.firm.id, found.job.id));
  const preview = stored && (JSON.parse(new TextDecoder().decode(stored)) as ImportPreview);
  return { status: 200, body: wireImport(found.job, call.language, preview) };
};

export const listImports: Verb<Routes['listImports']> = async (call) => {
  const page = await call.table.query({
    pk: 'IMPORTS',
    descending: true,
    limit: call.query.limit,
    ...(call.cursor.from && { cursor: call.cursor.from }),
  });
  const data = page.items.map((item) => wireImport(importOf(item), call.language));
  return { status: 200, body: pageBody(call, data, page.cursor) };
};

interface Found {
  readonly job: ImportJob;
  readonly seen: Reading;
}

async function find(call: Pick<FirmCall, 'table'> & { readonly params: { readonly importId: string } }): Promise<Outcome<Found>> {
  const seen = new Reading(call.table);
  const item = await seen.get(bookKeys.import({ import: call.params.importId }));
  return item ? { job: importOf(item), seen } : refuse('request.not_found');
}

function newJob(call: FirmCall, job: Pick<ImportJob, 'name' | 'format' | 'bytes' | 'state' | 'runWhenReady' | 'options'>): ImportJob {
  return {
    ...job,
    id: call.mint('import'),
    version: 1,
    written: 0,
    createdAt: call.now,
    createdBy: { id: call.caller.user.id, name: call.caller.user.name },
  };
}

const create = <A>(call: FirmCall, job: ImportJob, answer: A) =>
  commit(call, {
    decide: () => ({
      writes: [{ kind: 'put', item: importItem(job, call.now), when: { exists: false } }],
      happenings: [
        { type: 'import.created', entity: { kind: 'import', id: job.id }, data: { name: job.name, format: job.format, bytes: job.bytes } },
      ],
      answer,
    }),
  });

function move<S extends 200 | 202>(call: FirmCall, { job, seen }: Found, act: keyof typeof importCan, change: Partial<ImportJob>, status: S) {
  if (!(importCan[act] as readonly string[]).includes(job.state)) return refuse('import.state', { state: job.state });
  const next = nextOf(job, change);
  return commit(call, {
    seen,
    decide: () => ({
      writes: [{ kind: 'put', item: importItem(next, call.now) }],
      happenings: [{ type: `import.${change.state ?? act}`, entity: { kind: 'import', id: job.id, version: next.version } }],
      answer: { status, body: wireImport(next, call.language) },
    }),
  });
}

const unknownFormat = () => refuse('import.format_unknown', { formats: (importFormats as readonly ImportFormat[]).join(', ') });
