import type { Service, ServiceUpdate } from '../../../domain/it/services/service.ts';
import { foldedKey } from '../../../domain/kernel/fold.ts';
import type { Reader } from '../../platform/reading.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { plain, stored } from '../../platform/table/own-item.ts';
import type { Item, Key, Write } from '../../platform/table/port.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { claimWrites } from '../../platform/table/row-writes.ts';
import { servicesKeys } from './keys.ts';

export async function loadService(from: Reader, id: string): Promise<Service | undefined> {
  const item = await from.get(servicesKeys.service({ service: id }));
  return item && stored<Service>(item);
}
export const readServices = async (table: FirmTable): Promise<readonly Service[]> =>
  (await queryAll(table, { pk: servicesKeys.service({ service: '' }).pk })).map((item) => stored<Service>(item));

/** What a service writes from one version to the next: itself, and its names, each free or refused. */
export function serviceWrites(before: Service | undefined, after: Service): Write[] {
  const { version, ...rest } = after;
  return [
    {
      kind: 'put',
      item: { ...servicesKeys.service({ service: after.id }), ...plain(rest), v: version },
      ...(!before && { when: { exists: false } }),
    },
    ...claimWrites(before ? nameRows(before) : [], nameRows(after)),
  ];
}

export const nameKeys = ({ en, ar }: Service['name']): readonly Key[] =>
  [...new Set([foldedKey(en), foldedKey(ar)])].map((name) => servicesKeys.serviceName({ name }));
const nameRows = ({ id, name }: Service): readonly Item[] => nameKeys(name).map((key) => ({ ...key, v: 1, service: id }));

export function updateWrite(update: ServiceUpdate): Write {
  const { at, id, service } = update;
  const { pk: gsi1pk, sk: gsi1sk } = servicesKeys.updateOfService({ service, at, update: id });
  return { kind: 'put', item: { ...servicesKeys.serviceUpdate({ at, update: id }), ...plain(update), v: 1, gsi1pk, gsi1sk } };
}

export const wireService = ({ id, name, description, state, since, archived, version }: Service) => ({
  id,
  name: { ...name },
  description: description ?? null,
  state,
  since,
  archived,
  version,
});

export const wireUpdate = ({ service, from, to, message, case: about, by, at }: ServiceUpdate) => ({
  service,
  from,
  to,
  message: message ?? null,
  case: about ?? null,
  by: { ...by },
  at,
});

export const aboutService = (type: `service.${string}`, { id, name, version }: Service, data: object = {}) => ({
  type,
  entity: { kind: 'service', id, version },
  data: { name: name.en, ...data },
});
