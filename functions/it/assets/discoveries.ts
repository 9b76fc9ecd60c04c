import { deviceName, discoveryFaults } from '../../../domain/it/assets/discover.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import type { Id } from '../../../domain/kernel/ids.ts';
import type { Person } from '../../../domain/kernel/person.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { pageOf } from '../../platform/lists/page-of.ts';
import { personOf, wirePerson } from '../../platform/person.ts';
import type { FirmItem } from '../../platform/table/firm-table.ts';
import { plain, stored } from '../../platform/table/own-item.ts';
import { assetsKeys } from './keys.ts';
import { compareAll, type DeviceFile, readDevices } from './read-devices.ts';
import type { assetsRoutes } from './routes.ts';

export const DISCOVERY_WORK = 'asset.discovery';
type Counts = Record<'new' | 'changed' | 'same' | 'conflict' | 'invalid', number>;

/** A file of discovered devices: previewed, then written to the register in steps. */
export interface Discovery {
  readonly id: Id<'job'>;
  readonly name: string;
  readonly state: 'previewed' | 'running' | 'done';
  readonly lines: number;
  readonly counts: Counts;
  readonly done: { readonly lines: number; readonly created: number; readonly changed: number; readonly same: number; readonly left: number };
  readonly uploadedBy: Person;
  readonly uploadedAt: string;
  readonly finishedAt?: string;
  readonly version: number;
}
/** Lines shown of each outcome. */
const SHOWN = 100;

export const discoveryKey = (id: string) => assetsKeys.discovery({ discovery: id });
export const discoveryBlob = (firm: string, id: string): string => `${firm}/discoveries/${id}.csv`;
const previewBlob = (firm: string, id: string): string => `${firm}/discoveries/${id}.json`;
export function discoveryItem({ version, ...rest }: Discovery, dueAt?: string): FirmItem {
  return { ...discoveryKey(rest.id), ...plain(rest), v: version, ...(dueAt !== undefined && { due: { at: dueAt, handler: DISCOVERY_WORK } }) };
}
const wire = (one: Discovery) => ({
  id: one.id,
  name: one.name,
  state: one.state,
  lines: one.lines,
  counts: one.counts,
  done: one.done,
  uploadedBy: wirePerson(one.uploadedBy),
  uploadedAt: one.uploadedAt,
  finishedAt: one.finishedAt ?? null,
  version: one.version,
});
export const aboutDiscovery = (type: `discovery.${string}`, one: Discovery) => ({
  type,
  entity: { kind: 'discovery', id: one.id, version: one.version },
  data: { name: one.name, lines: one.lines, ...(one.state === 'done' && { done: one.done }) },
});

/** Compares a file with the register and keeps it; nothing is written of its devices. */
export const previewDiscovery: Verb<typeof assetsRoutes.previewDiscovery> = async (call) => {
  const file = await readDevices(call.body);
  if (isRefusal(file)) return file;
  const { preview, counts } = await previewOf(call.table, file);
  const one: Discovery = {
    id: call.mint('job'),
    name: call.query.name ?? 'devices.csv',
    state: 'previewed',
    lines: file.lines.length,
    counts,
    done: { lines: 0, created: 0, changed: 0, same: 0, left: 0 },
    uploadedBy: personOf(call),
    uploadedAt: call.now,
    version: 1,
  };
  const columns = file.headers.map((column, i) => ({ column, field: file.columns[i] ?? null }));
  const encoder = new TextEncoder();
  await call.ports.blobs.put(discoveryBlob(call.firm.id, one.id), encoder.encode(call.body), 'text/csv');
  await call.ports.blobs.put(previewBlob(call.firm.id, one.id), encoder.encode(JSON.stringify({ columns, preview })), 'application/json');
  return commit(call, {
    decide: () => ({
      writes: [{ kind: 'put', item: discoveryItem(one), when: { exists: false } }],
      happenings: [aboutDiscovery('discovery.previewed', one)],
      answer: { status: 201 as const, body: { ...wire(one), columns, preview }, version: 1 },
    }),
  });
};

type Preview = { readonly columns: { column: string; field: string | null }[]; readonly preview: Awaited<ReturnType<typeof previewOf>>['preview'] };

async function previewOf(table: Parameters<typeof compareAll>[0], { lines }: DeviceFile) {
  const devices = lines.flatMap(({ device }) => (typeof device === 'object' ? [device] : []));
  const compared = await compareAll(table, devices);
  const counts: Counts = { new: 0, changed: 0, same: 0, conflict: 0, invalid: 0 };
  let next = 0;
  const preview = lines.flatMap(({ line, device }) => {
    const result = typeof device === 'object' ? compared[next++] : undefined;
    const outcome: keyof Counts = result?.outcome ?? (device === 'twice' ? 'conflict' : 'invalid');
    counts[outcome] += 1;
    if (counts[outcome] > SHOWN) return [];
    const asset = result && 'asset' in result ? result.asset : undefined;
    const why = typeof device === 'string' ? device : result?.outcome === 'conflict' ? result.why : undefined;
    return [
      {
        line,
        outcome,
        device: typeof device === 'object' ? deviceName(device) : '',
        asset: asset?.id ?? null,
        tag: asset?.tag ?? null,
        changes: result?.outcome === 'changed' ? [...result.changes] : [],
        why: why === undefined ? null : { ...discoveryFaults[why] },
      },
    ];
  });
  return { preview, counts };
}

/** Writes it to the register, in steps of the worker. */
export const applyDiscovery: Verb<typeof assetsRoutes.applyDiscovery> = async (call) => {
  const seen = new Reading(call.table);
  const item = await seen.get(discoveryKey(call.params.discoveryId));
  if (!item) return refuse('request.not_found');
  const before = stored<Discovery>(item);
  if (before.state !== 'previewed') return refuse('discovery.started');
  const after: Discovery = { ...before, state: 'running', version: before.version + 1 };
  return commit(call, {
    seen,
    decide: () => ({
      writes: [{ kind: 'put', item: discoveryItem(after, call.now) }],
      happenings: [aboutDiscovery('discovery.started', after)],
      answer: { status: 202 as const, body: wire(after), version: after.version },
    }),
  });
};

export const listDiscoveries: Verb<typeof assetsRoutes.listDiscoveries> = async (call) => {
  const page = await pageOf<Discovery>(call, { pk: discoveryKey('').pk, descending: true });
  return { status: 200, body: { ...page, data: page.data.map(wire) } };
};

export const getDiscovery: Verb<typeof assetsRoutes.getDiscovery> = async ({ table, firm, ports, params }) => {
  const item = await table.get(discoveryKey(params.discoveryId));
  if (!item) return refuse('request.not_found');
  const one = stored<Discovery>(item);
  const kept = await ports.blobs.get(previewBlob(firm.id, one.id));
  const { columns, preview } = kept ? (JSON.parse(new TextDecoder().decode(kept)) as Preview) : { columns: [], preview: [] };
  return { status: 200, body: { ...wire(one), columns, preview }, version: one.version };
};
