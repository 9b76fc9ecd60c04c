import type { Case } from '../../domain/work/cases/case.ts';
import { type DeskSettings, firstSettings } from '../../domain/work/cases/desk-settings.ts';
import { isEnded } from '../../domain/work/kinds/states.ts';
import type { Ports } from '../platform/ports.ts';
import type { Reader } from '../platform/reading.ts';
import { plain } from '../platform/table/own-item.ts';
import type { Key, Value } from '../platform/table/port.ts';
import { workKeys } from './keys.ts';

export interface FirmPlace {
  readonly id: string;
  readonly country: string;
  readonly timeZone: string;
}

const VERSION_DIGITS = 6;
const MAX_KEPT = 1_000;
/** Settings never change, and compiled hours hang on them: each version is read once in a process. */
const kept = new WeakMap<Ports, Map<string, DeskSettings>>();

export const settingsKey: Key = workKeys.settings();
export const settingsVersionKey = (version: number): Key => workKeys.settingsVersion({ version: String(version).padStart(VERSION_DIGITS, '0') });
export const settingsValue = ({ version, ...settings }: DeskSettings): Record<string, Value> => ({
  v: version,
  settings: plain({ ...settings, version }),
});

/** The settings now. Through a `Reading` the commit is conditional on their not being changed meanwhile. */
export async function currentSettings(from: Reader, firm: FirmPlace, ports: Ports): Promise<DeskSettings> {
  const item = await from.get(settingsKey);
  return item ? keep(ports, `${firm.id}#${item.v}`, () => item.settings as unknown as DeskSettings) : first(firm, ports);
}

/** The settings by which a case is measured: the latest while it is open, those of its end once it is over. */
export async function settingsOf(
  one: Pick<Case, 'state' | 'settings'>,
  current: DeskSettings,
  from: Reader,
  firm: FirmPlace,
  ports: Ports,
): Promise<DeskSettings> {
  if (!isEnded(one.state) || one.settings === current.version) return current;
  const known = kept.get(ports)?.get(`${firm.id}#${one.settings}`);
  if (known) return known;
  const item = await from.get(settingsVersionKey(one.settings));
  return item ? keep(ports, `${firm.id}#${one.settings}`, () => item.settings as unknown as DeskSettings) : first(firm, ports);
}

const first = ({ country, timeZone }: FirmPlace, ports: Ports): DeskSettings =>
  keep(ports, `${country} ${timeZone}`, () => firstSettings(country, timeZone));

function keep(ports: Ports, key: string, make: () => DeskSettings): DeskSettings {
  const known = kept.get(ports) ?? new Map<string, DeskSettings>();
  kept.set(ports, known);
  const found = known.get(key);
  if (found) return found;
  if (known.size >= MAX_KEPT) known.clear();
  const made = make();
  known.set(key, made);
  return made;
}
