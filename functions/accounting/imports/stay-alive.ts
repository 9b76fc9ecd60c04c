import type { Id } from '../../../domain/kernel/ids.ts';
import { TransactionCancelled } from '../../platform/table/port.ts';
import type { PostingContext } from '../commit-posting.ts';
import { bookKeys } from '../keys.ts';
import { afterPatience, IMPORT_WORK, importOf, PATIENCE_SECONDS } from './import-items.ts';

const BEAT_MS = (PATIENCE_SECONDS * 1000) / 4;

/** Does work on an import and says all the while that somebody is at it: a large file takes longer than patience lasts, and two workers would undo each other. */
export async function whileAtIt<T>(context: PostingContext, id: Id<'import'>, work: Promise<T>): Promise<T> {
  // A beat that is lost costs nothing: another follows before patience ends.
  const beat = setInterval(() => void stayAlive(context, id).catch(() => undefined), BEAT_MS);
  try {
    return await work;
  } finally {
    clearInterval(beat);
  }
}

/** Puts off when an import is taken up by somebody else. Its version stays: what its worker read still holds. */
export async function stayAlive({ table, ports }: Pick<PostingContext, 'table' | 'ports'>, id: Id<'import'>): Promise<void> {
  const key = bookKeys.import({ import: id });
  const item = await table.get(key);
  if (!item || !['checking', 'running'].includes(importOf(item).state)) return;
  const due = { at: afterPatience(ports.clock.now()), handler: IMPORT_WORK };
  await table.transact([{ kind: 'update', key, set: { due }, when: { equals: ['v', Number(item.v)] } }]).catch((error: unknown) => {
    if (!(error instanceof TransactionCancelled)) throw error;
  });
}
