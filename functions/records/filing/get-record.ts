import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { filingKeys } from './keys.ts';
import { loadRecord } from './load-record.ts';
import { noteLook } from './note-look.ts';
import { versionBlob } from './record-items.ts';
import type { filingRoutes } from './routes.ts';
import { wireRecord, wireTextState } from './wire-record.ts';

const DOWNLOAD_SECONDS = 300;

/** One record. Whoever looks at a confidential one is named in the trail. */
export const getRecord: Verb<typeof filingRoutes.getRecord> = async (call) => {
  const loaded = await loadRecord(call, call.params.recordId);
  if (isRefusal(loaded)) return loaded;
  const { record, of } = loaded;
  const noted = await noteLook(call, record, 'record.viewed', record.versions.at(-1)?.id);
  if (isRefusal(noted)) return noted;
  return { status: 200, body: await wireRecord(call, record, of), version: record.version };
};

export const downloadRecordVersion: Verb<typeof filingRoutes.downloadRecordVersion> = async (call) => {
  const loaded = await loadRecord(call, call.params.recordId);
  if (isRefusal(loaded)) return loaded;
  const { record } = loaded;
  const version = record.state === 'disposed' ? undefined : record.versions.find(({ id }) => id === call.params.versionId);
  if (!version) return refuse('request.not_found');
  const noted = await noteLook(call, record, 'record.downloaded', version.id);
  if (isRefusal(noted)) return noted;
  const url = await call.ports.blobs.downloadUrl(versionBlob(call.firm.id, version.id), { name: version.name, seconds: DOWNLOAD_SECONDS });
  return { status: 200, body: { url } };
};

export const readRecordText: Verb<typeof filingRoutes.readRecordText> = async (call) => {
  const loaded = await loadRecord(call, call.params.recordId);
  if (isRefusal(loaded)) return loaded;
  const { record } = loaded;
  const item = await call.table.get(filingKeys.text({ record: record.id, version: call.params.versionId }));
  if (!item || record.state === 'disposed') return refuse('request.not_found');
  const noted = await noteLook(call, record, 'record.viewed', call.params.versionId);
  if (isRefusal(noted)) return noted;
  const why = item.why;
  return {
    status: 200,
    body: {
      state: wireTextState(item.state),
      text: typeof item.text === 'string' ? item.text : null,
      pages: typeof item.pages === 'number' ? item.pages : null,
      cut: item.cut === true,
      why: why === 'too-large' || why === 'took-too-long' || why === 'broken' || why === 'no-reader' ? why : null,
    },
  };
};
