import { type Asset, codeKey } from '../../../domain/it/assets/asset.ts';
import {
  type Comparison,
  columnsOf,
  compareDevice,
  type Device,
  type DeviceField,
  type DiscoveryFault,
  deviceOf,
  MAX_DISCOVERED,
} from '../../../domain/it/assets/discover.ts';
import { type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import type { Reading } from '../../platform/reading.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { stored } from '../../platform/table/own-item.ts';
import type { Key } from '../../platform/table/port.ts';
import { keyText } from '../../platform/table/row-writes.ts';
import { serialKey, tagKey } from './asset-items.ts';
import { assetsKeys } from './keys.ts';

export interface DeviceLine {
  readonly line: number;
  readonly device: Device | DiscoveryFault;
}
export interface DeviceFile {
  readonly headers: readonly string[];
  readonly columns: readonly (DeviceField | undefined)[];
  readonly lines: readonly DeviceLine[];
}

/** The devices of a CSV, by the line on which each begins. A number that stands twice counts once; the later line says so. */
export async function readDevices(text: string): Promise<Outcome<DeviceFile>> {
  // Read with the first file: nobody who imports nothing pays for it.
  const { default: papa } = await import('papaparse');
  const lines: DeviceLine[] = [];
  let head: { readonly headers: readonly string[]; readonly columns: readonly (DeviceField | undefined)[] } | undefined;
  let tooMany = false;
  let at = 1;
  let cursor = 0;
  const content = text.replace(/^\ufeff/, '');
  const numbers = new Set<string>();
  papa.parse<string[]>(content, {
    skipEmptyLines: false,
    step: ({ data: cells, errors, meta }, parser) => {
      const line = at;
      at += newlines(content, cursor, meta.cursor);
      cursor = meta.cursor;
      if (cells.every((cell) => cell.trim() === '')) return;
      if (!head) {
        head = { headers: cells.map((cell) => cell.trim().slice(0, 80)), columns: columnsOf(cells) };
        return;
      }
      if (lines.length >= MAX_DISCOVERED) {
        tooMany = true;
        parser.abort();
        return;
      }
      const device = errors.some(({ type }) => type === 'Quotes') ? 'quotes' : deviceOf(cells, head.columns);
      lines.push({ line, device: typeof device === 'object' && isTwice(device, numbers) ? 'twice' : device });
    },
  });
  if (!head || (lines.length === 0 && !tooMany)) return refuse(head && !hasNumber(head.columns) ? 'discovery.columns' : 'discovery.empty');
  if (!hasNumber(head.columns)) return refuse('discovery.columns');
  if (tooMany) return refuse('discovery.too_many', { maximum: MAX_DISCOVERED });
  return { ...head, lines };
}

const hasNumber = (columns: readonly (DeviceField | undefined)[]): boolean => columns.includes('serial') || columns.includes('tag');

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) count += 1;
  return count;
}

function isTwice({ serial, tag }: Device, numbers: Set<string>): boolean {
  const own = [serial && `serial ${codeKey(serial)}`, tag && `tag ${codeKey(tag)}`].filter((number) => number !== undefined && number !== '');
  const twice = own.some((number) => numbers.has(String(number)));
  for (const number of own) numbers.add(String(number));
  return twice;
}

/** What each device means for the register as it is now. Through a `Reading` a commit is conditional on it. */
export async function compareAll(table: FirmTable | Reading, devices: readonly Device[]): Promise<readonly Comparison[]> {
  const read =
    'batchGet' in table
      ? (keys: Parameters<FirmTable['batchGet']>[0]) => table.batchGet(keys)
      : (keys: Parameters<Reading['getAll']>[0]) => table.getAll(keys);
  const wanted = devices.map(({ serial, tag }) => ({
    serial: serial === undefined ? undefined : serialKey(serial),
    tag: tag === undefined ? undefined : tagKey(tag),
  }));
  const keys = wanted.flatMap(({ serial, tag }) => [serial, tag]).filter((key) => key !== undefined);
  const rows = await read(keys);
  const idOf = new Map(keys.map((key, i) => [keyText(key), rows[i]?.asset]));
  const ids = [...new Set([...idOf.values()].filter((id) => typeof id === 'string'))];
  const items = await read(ids.map((asset) => assetsKeys.asset({ asset })));
  const assets = new Map(items.flatMap((item) => (item ? [[String(item.id), stored<Asset>(item)] as const] : [])));
  const found = (key: Key | undefined) => key && assets.get(String(idOf.get(keyText(key))));
  return devices.map((device, i) => compareDevice(device, found(wanted[i]?.serial), found(wanted[i]?.tag)));
}
