import type { FirmTable } from '../../platform/table/firm-table.ts';
import type { Item, Write } from '../../platform/table/port.ts';
import { searchKeys } from './keys.ts';

/** How far a generation of the index has come. */
export interface Progress {
  readonly generation: number;
  /** The last event and the last entry that are in it. */
  readonly event: number;
  readonly entry: number;
  /** The numbers that documents of each kind have taken. */
  readonly taken: Readonly<Record<string, number>>;
}

export interface IndexState {
  readonly version: number;
  /** The generation that is being written: the one that answers, or the one that will once it has caught up. */
  readonly written: Progress;
  /** Answers while another is being built. */
  readonly answering?: { readonly generation: number; readonly event: number };
  /** Generations that nobody reads any more, to be cleared away. */
  readonly dropped: readonly number[];
}

const EMPTY: IndexState = { version: 0, written: { generation: 1, event: 0, entry: 0, taken: {} }, dropped: [] };

export const stateOf = (item: Item | undefined): IndexState =>
  item
    ? {
        version: Number(item.v),
        written: item.written as unknown as Progress,
        ...(item.answering !== undefined && { answering: item.answering as unknown as NonNullable<IndexState['answering']> }),
        dropped: (item.dropped ?? []) as unknown as readonly number[],
      }
    : EMPTY;

export const readState = async (table: FirmTable): Promise<IndexState> => stateOf(await table.get(searchKeys.state()));

/** The state one version on: refused if somebody else has moved it. */
export function stateWrite(before: IndexState, after: Omit<IndexState, 'version'>): Write {
  const { written, answering, dropped } = after;
  return {
    kind: 'put',
    item: {
      ...searchKeys.state(),
      v: before.version + 1,
      written: { ...written },
      ...(answering && { answering: { ...answering } }),
      dropped: [...dropped],
    },
    when: unmoved(before),
  };
}

export const unmoved = ({ version }: IndexState) => (version === 0 ? ({ exists: false } as const) : ({ equals: ['v', version] } as const));
/** Held by every write of a chunk: one who was overtaken writes nothing more. */
export const stateCheck = (state: IndexState): Write => ({ kind: 'check', key: searchKeys.state(), when: unmoved(state) });
