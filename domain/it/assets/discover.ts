import { type Instant, isLocalDate } from '../../kernel/dates.ts';
import { fold } from '../../kernel/fold.ts';
import type { Text } from '../../kernel/language.ts';
import { type Asset, type AssetCategory, assetCategories, codeKey, next } from './asset.ts';

/** What a discovery tool says of a device, under the names that such tools give their columns. */
const columnNames = {
  serial: [
    'serial',
    'serial number',
    'serialnumber',
    'serial no',
    'serial no.',
    'sn',
    's/n',
    'service tag',
    'bios serial',
    'bios serial number',
    'الرقم التسلسلي',
    'السيريال',
  ],
  tag: ['tag', 'asset tag', 'assettag', 'asset number', 'asset id', 'inventory number', 'رقم البطاقة', 'رقم الأصل'],
  hostName: [
    'host',
    'hostname',
    'host name',
    'device',
    'device name',
    'devicename',
    'computer',
    'computer name',
    'computername',
    'machine name',
    'name',
    'اسم الجهاز',
  ],
  model: ['model', 'device model', 'hardware model', 'product', 'product name', 'الطراز', 'الموديل'],
  os: ['os', 'operating system', 'operatingsystem', 'platform', 'os name', 'نظام التشغيل'],
  lastSeen: ['last seen', 'lastseen', 'last contact', 'last check-in', 'last checkin', 'last sync', 'last logon', 'آخر ظهور', 'آخر اتصال'],
  category: ['category', 'type', 'device type', 'asset type', 'الفئة', 'النوع'],
  location: ['location', 'site', 'office', 'الموقع'],
} as const;
export type DeviceField = keyof typeof columnNames;
const fieldOf = new Map<string, DeviceField>(
  Object.entries(columnNames).flatMap(([field, names]) => names.map((name): [string, DeviceField] => [header(name), field as DeviceField])),
);
function header(text: string): string {
  return fold(text.replaceAll('_', ' ')).replaceAll(/\s+/g, ' ');
}
/** The member that a column holds; of two columns for one member the first counts. */
export function columnsOf(headers: readonly string[]): readonly (DeviceField | undefined)[] {
  const taken = new Set<DeviceField>();
  return headers.map((name) => {
    const field = fieldOf.get(header(name));
    if (!field || taken.has(field)) return undefined;
    taken.add(field);
    return field;
  });
}

export type Device = Readonly<Partial<Record<DeviceField, string>>>;
export const MAX_DISCOVERED = 10_000;
const MAX_CELL = 200;
const MAX_SERIAL = 80;
const MAX_TAG = 40;

export const discoveryFaults = {
  nameless: { en: 'Neither a serial number nor a tag.', ar: 'بلا رقم تسلسلي ولا رقم بطاقة.' },
  long: { en: 'A cell is longer than a register holds.', ar: 'خانة أطول مما يتسع له السجل.' },
  control: { en: 'A cell holds characters that are no text.', ar: 'خانة فيها رموز ليست نصًا.' },
  cells: { en: 'More cells than the first line names.', ar: 'خانات أكثر من أعمدة السطر الأول.' },
  quotes: { en: 'A quotation mark is opened and not closed.', ar: 'علامة اقتباس فُتحت ولم تُغلق.' },
  twice: { en: 'The same device stands on an earlier line.', ar: 'الجهاز نفسه في سطر سابق.' },
  two: { en: 'The serial number is one asset’s and the tag another’s.', ar: 'الرقم التسلسلي لأصل ورقم البطاقة لأصل آخر.' },
  serial: { en: 'The asset of this tag has another serial number.', ar: 'للأصل بهذه البطاقة رقم تسلسلي آخر.' },
  retired: { en: 'The asset is retired, yet it was seen.', ar: 'الأصل مستبعد ومع ذلك ظهر على الشبكة.' },
} as const satisfies Record<string, Text>;
export type DiscoveryFault = keyof typeof discoveryFaults;

/** A line of the file as a device, or what is wrong with it. */
export function deviceOf(cells: readonly string[], columns: readonly (DeviceField | undefined)[]): Device | DiscoveryFault {
  if (cells.length > columns.length && cells.slice(columns.length).some((cell) => cell.trim() !== '')) return 'cells';
  const device: Partial<Record<DeviceField, string>> = {};
  for (const [i, field] of columns.entries()) {
    const cell = cells[i]?.trim().replaceAll(/\s+/g, ' ') ?? '';
    if (!field || cell === '') continue;
    if (/\p{Cc}/u.test(cell)) return 'control';
    if (cell.length > (field === 'serial' ? MAX_SERIAL : field === 'tag' ? MAX_TAG : MAX_CELL)) return 'long';
    device[field] = cell;
  }
  // Makers ship machines without a number under these names; they tell nobody apart.
  if (device.serial && /^(none|n\/?a|unknown|default string|to be filled by o\.?e\.?m\.?|system serial number|0+|-+)$/i.test(device.serial))
    delete device.serial;
  return device.serial === undefined && device.tag === undefined ? 'nameless' : device;
}

export interface DeviceChange {
  readonly field: string;
  readonly from: string | null;
  readonly to: string;
}
export type Comparison =
  | { readonly outcome: 'new' }
  | { readonly outcome: 'changed'; readonly asset: Asset; readonly changes: readonly DeviceChange[] }
  | { readonly outcome: 'same'; readonly asset: Asset }
  | { readonly outcome: 'conflict'; readonly why: DiscoveryFault; readonly asset?: Asset };

/** What a device means for the register: `bySerial` and `byTag` are the assets that have its numbers. */
export function compareDevice(device: Device, bySerial: Asset | undefined, byTag: Asset | undefined): Comparison {
  if (bySerial && byTag && bySerial.id !== byTag.id) return { outcome: 'conflict', why: 'two', asset: bySerial };
  const asset = bySerial ?? byTag;
  if (!asset) return { outcome: 'new' };
  if (asset.state === 'retired') return { outcome: 'conflict', why: 'retired', asset };
  if (device.serial !== undefined && asset.serial !== undefined && codeKey(device.serial) !== codeKey(asset.serial))
    return { outcome: 'conflict', why: 'serial', asset };
  const changes = changesOf(asset, device);
  return changes.length > 0 ? { outcome: 'changed', asset, changes } : { outcome: 'same', asset };
}

/** People’s words stand: a model or place is filled in only where there is none; what the network says is the network’s. An older sighting changes nothing. */
function changesOf(asset: Asset, device: Device): readonly DeviceChange[] {
  const changes: DeviceChange[] = [];
  const fill = (field: 'serial' | 'model' | 'location') => {
    const to = device[field];
    if (asset[field] === undefined && to !== undefined) changes.push({ field, from: null, to });
  };
  fill('serial');
  fill('model');
  fill('location');
  if (isOlder(device.lastSeen, asset.seen?.lastSeen)) return changes;
  for (const field of ['hostName', 'os', 'lastSeen'] as const) {
    const to = device[field];
    if (to !== undefined && to !== asset.seen?.[field]) changes.push({ field, from: asset.seen?.[field] ?? null, to });
  }
  return changes;
}
const isOlder = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && isLocalDate(a.slice(0, 10)) && isLocalDate(b.slice(0, 10)) && a < b;

/** The asset as the device shows it to be. */
export function asDiscovered(asset: Asset, changes: readonly DeviceChange[], at: Instant): Asset {
  const to = Object.fromEntries(changes.map((change) => [change.field, change.to]));
  const { hostName, os, lastSeen, ...own } = to;
  return next(asset, at, {
    ...own,
    seen: { ...asset.seen, ...(hostName && { hostName }), ...(os && { os }), ...(lastSeen && { lastSeen }) },
  });
}

/** What an asset that was discovered says of itself, before it has an id and a tag. */
export function factsOf({ serial, hostName, model, os, lastSeen, category, location }: Device) {
  return {
    name: hostName ?? model ?? serial ?? '',
    category: categoryOf(category),
    ...(serial !== undefined && { serial }),
    ...(model !== undefined && { model }),
    ...(location !== undefined && { location }),
    seen: { ...(hostName && { hostName }), ...(os && { os }), ...(lastSeen && { lastSeen }) },
  };
}
function categoryOf(said: string | undefined): AssetCategory {
  if (said === undefined) return 'other';
  const asked = fold(said);
  const known = Object.entries(assetCategories).find(([code, { en, ar }]) => [code, fold(en), fold(ar)].includes(asked));
  return known ? (known[0] as AssetCategory) : 'other';
}
export const deviceName = ({ hostName, tag, serial }: Device): string => hostName ?? tag ?? serial ?? '';
