import type { FirmTable } from '../../platform/table/firm-table.ts';
import type { Key } from '../../platform/table/port.ts';
import { type IndexState, stateCheck, stateWrite } from './index-state.ts';
import { searchKeys } from './keys.ts';
import { rooms } from './searchable-kinds.ts';

const AT_ONCE = 90;

/** Clears away a part of a generation that nobody reads any more. False when nothing was left of any. */
export async function dropSome(table: FirmTable, state: IndexState): Promise<boolean> {
  const [generation] = state.dropped;
  if (generation === undefined) return false;
  const at = { generation: String(generation) };
  const partitions = [
    searchKeys.names({ ...at, length: '', first: '' }).pk,
    ...rooms.flatMap(({ kind }) => [
      searchKeys.document({ ...at, kind, n: '' }).pk,
      searchKeys.number({ ...at, kind, document: '' }).pk,
      searchKeys.term({ ...at, kind, term: '' }).pk,
    ]),
  ];
  for (const pk of partitions) {
    const { items } = await table.query({ pk, limit: AT_ONCE, attributes: ['blocks'] });
    if (items.length === 0) continue;
    const keys: Key[] = [];
    for (const { sk, blocks } of items) {
      const kind = rooms.find((room) => searchKeys.term({ ...at, kind: room.kind, term: '' }).pk === pk)?.kind;
      if (kind !== undefined && Number(blocks) > 0) {
        const blockKeys = await table.query({ pk: searchKeys.block({ ...at, kind, term: sk, block: '' }).pk, limit: AT_ONCE, attributes: [] });
        // A word goes after its last block.
        if (blockKeys.items.length > 0) {
          await table.transact([stateCheck(state), ...blockKeys.items.map((key) => ({ kind: 'delete' as const, key: { pk: key.pk, sk: key.sk } }))]);
          if (blockKeys.items.length === AT_ONCE) continue;
        }
      }
      keys.push({ pk, sk });
    }
    await table.transact([stateCheck(state), ...keys.map((key) => ({ kind: 'delete' as const, key }))]);
    return true;
  }
  const { version: _version, ...rest } = state;
  await table.transact([stateWrite(state, { ...rest, dropped: state.dropped.slice(1) })]);
  return state.dropped.length > 1;
}
