import { hash } from 'node:crypto';
import { platformKeys } from '../keys.ts';
import type { DueHandler, DueItem, Ports } from '../ports.ts';
import { dueKeys, FirmTable } from '../table/firm-table.ts';
import { leadingKeyOf, scopeOf } from '../table/leading-keys.ts';
import { type Key, TransactionCancelled } from '../table/port.ts';

/** Handlers by name, each loaded when it is first needed. */
export type DueHandlers = Readonly<Record<string, () => Promise<DueHandler>>>;

/** After so many failures an item is set aside where people see it, and no longer tried by itself. */
export const MAX_ATTEMPTS = 5;

/** The view of the table in which a due item lives, and its key there. */
export async function viewOf(due: Pick<DueItem, 'pk' | 'sk'>, ports: Ports): Promise<{ readonly table: FirmTable; readonly key: Key }> {
  const scope = scopeOf(due.pk);
  return { table: new FirmTable(await ports.table([scope]), scope), key: { pk: due.pk.slice(leadingKeyOf(scope).length), sk: due.sk } };
}

/** Does one thing that is due. An item that is gone, or due at another time by now, was done by somebody else. */
export async function work(due: DueItem, ports: Ports, handlers: DueHandlers): Promise<void> {
  const { table, key } = await viewOf(due, ports);
  const item = await table.get(key);
  if (item?.duesk !== dueKeys(due.at, due.handler, due.pk, due.sk).duesk) return;
  const load = handlers[due.handler];
  if (!load) throw new Error(`nobody handles ${due.handler}`);
  const handler = await load();
  await handler(due, item, ports);
}

/**
 * Sets an item aside that failed too often: it leaves the due index, so that the sweep can pass its hour, and a dead letter says what happened.
 * Both in one transaction; an item that was done or moved meanwhile is left alone.
 */
export async function setAside(due: DueItem, cause: unknown, ports: Ports): Promise<void> {
  const { table, key } = await viewOf(due, ports);
  const { duesk } = dueKeys(due.at, due.handler, due.pk, due.sk);
  const reason = cause instanceof Error ? cause.message : String(cause);
  ports.log.error('a due item was set aside', {
    handler: due.handler,
    at: due.at,
    scope: table.firm,
    error: cause instanceof Error ? cause.stack : reason,
  });
  ports.log.metric('deadLetters', 1, 'Count');
  const letter = {
    ...deadLetterKey(due),
    handler: due.handler,
    dueAt: due.at,
    item: { pk: key.pk, sk: key.sk },
    reason: reason.slice(0, 1000),
    at: ports.clock.now(),
  };
  try {
    await table.transact([
      { kind: 'update', key, remove: ['duepk', 'duesk'], when: { equals: ['duesk', duesk] } },
      { kind: 'put', item: letter },
    ]);
  } catch (error) {
    if (!(error instanceof TransactionCancelled)) throw error;
  }
}

const deadLetterKey = ({ at, handler, pk, sk }: DueItem): Key =>
  platformKeys.deadLetter({ at, handler, digest: hash('sha256', `${pk}\n${sk}`, 'hex').slice(0, 16) });
