import { type Asset, tagOf } from '../../../domain/it/assets/asset.ts';
import { asDiscovered, type Device, factsOf } from '../../../domain/it/assets/discover.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import { hoursAfter } from '../../../domain/kernel/instants.ts';
import { viewOf } from '../../platform/due/work.ts';
import { firmLog } from '../../platform/firm-log.ts';
import { untilSettled } from '../../platform/http/retry.ts';
import { mintAt } from '../../platform/mint.ts';
import type { DueHandler, Ports } from '../../platform/ports.ts';
import { Reading } from '../../platform/reading.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { stored } from '../../platform/table/own-item.ts';
import { aboutAsset } from './add-asset.ts';
import { afterTag, assetWrites, tagNumbers } from './asset-items.ts';
import { aboutDiscovery, type Discovery, discoveryBlob, discoveryItem, discoveryKey } from './discoveries.ts';
import { compareAll, readDevices } from './read-devices.ts';

/** Devices of one step: each writes itself, two numbers, what was read of them and an event. */
const STEP = 12;
/** Steps of one firing; then the file is handed on, so that no firing outlasts its time. */
const STEPS = 200;

/** How long a worker may be silent before another takes over: two minutes. */
const PATIENCE_HOURS = 1 / 30;

/** Goes on with a file from wherever it stands. A step compares again and counts itself done in its own commit: what was cut short is done once. */
export const workDiscovery: DueHandler = async (due, item, ports) => {
  const { table } = await viewOf(due, ports);
  const id = String(item.id);
  const content = await ports.blobs.get(discoveryBlob(table.firm, id));
  const file = await readDevices(content ? new TextDecoder().decode(content) : '');
  const lines = isRefusal(file) ? [] : file.lines;
  for (let count = 0; count < STEPS; count++) {
    const outcome = await untilSettled(
      () =>
        step(
          id,
          lines.map(({ device }) => (typeof device === 'object' ? device : undefined)),
          table,
          ports,
          count === STEPS - 1,
        ),
      () => undefined,
    );
    // Somebody else is at it, or the register keeps moving: it is due again once patience ends.
    if (isRefusal(outcome) || outcome === 'done') return;
  }
};

async function step(id: string, lines: readonly (Device | undefined)[], table: FirmTable, ports: Ports, handsOn: boolean): Promise<'done' | 'more'> {
  const seen = new Reading(table);
  const item = await seen.get(discoveryKey(id));
  const before = item && stored<Discovery>(item);
  if (before?.state !== 'running') return 'done';
  const from = before.done.lines;
  const here = lines.slice(from, from + STEP);
  const devices = here.flatMap((device) => (device ? [device] : []));
  const compared = await compareAll(seen, devices);
  const now = ports.clock.now();
  const mint = mintAt(now, ports);
  const ids = devices.map(() => mint('asset'));
  const lastStep = from + here.length >= lines.length;
  await firmLog(ports, table.firm, table).submit({
    call: { ports, now, mint, actor: { kind: 'user', ...before.uploadedBy } },
    seen,
    serial: tagNumbers,
    decide: ({ last }) => {
      let number = last;
      const tally = { created: 0, changed: 0, same: 0 };
      const writes = [];
      const happenings = [];
      for (const [i, device] of devices.entries()) {
        const found = compared[i];
        const assetId = ids[i];
        if (!found || !assetId) continue;
        if (found.outcome === 'new') {
          const tag = device.tag ?? tagOf(number + 1);
          number = afterTag(number, tag)?.last ?? number;
          const asset: Asset = { ...factsOf(device), id: assetId, tag, state: 'in-stock', createdAt: now, updatedAt: now, version: 1 };
          writes.push(...assetWrites(undefined, asset));
          happenings.push(aboutAsset('asset.discovered', asset, { name: asset.name }));
          tally.created += 1;
        } else if (found.outcome === 'changed') {
          const asset = asDiscovered(found.asset, found.changes, now);
          writes.push(...assetWrites(found.asset, asset));
          happenings.push(aboutAsset('asset.seen', asset, { changed: found.changes.map(({ field }) => field) }));
          tally.changed += 1;
        } else if (found.outcome === 'same') tally.same += 1;
      }
      const done = {
        lines: from + here.length,
        created: before.done.created + tally.created,
        changed: before.done.changed + tally.changed,
        same: before.done.same + tally.same,
        left: before.done.left + here.length - tally.created - tally.changed - tally.same,
      };
      const after: Discovery = { ...before, done, ...(lastStep && { state: 'done' as const, finishedAt: now }), version: before.version + 1 };
      return {
        ...(number > last && { state: { last: number } }),
        // Due once patience ends: a worker that dies is followed by another, and one that lives is not joined by a second.
        writes: [
          { kind: 'put' as const, item: discoveryItem(after, lastStep ? undefined : handsOn ? now : hoursAfter(now, PATIENCE_HOURS)) },
          ...writes,
        ],
        happenings: lastStep ? [...happenings, aboutDiscovery('discovery.done', after)] : happenings,
        answer: undefined,
      };
    },
  });
  return lastStep ? 'done' : 'more';
}
