import { applyUpdate, type Update } from '../../../functions/platform/table/apply-update.ts';
import { checkItemSize, keyOf } from '../../../functions/platform/table/check-writes.ts';
import { holds } from '../../../functions/platform/table/conditions.ts';
import { type CancelReason, type Item, type Key, TransactionCancelled, type Write } from '../../../functions/platform/table/port.ts';
import { attributeSize, keySize } from '../../../functions/platform/table/size.ts';
import { isSameRow, type Row, toItem, toRow } from './row.ts';

/** What is left to do once every condition of a transaction has been found to hold. */
export type Step =
  /** The item is not there, or (a put without a condition) nobody has looked. */
  | { readonly kind: 'put'; readonly row: Row }
  | { readonly kind: 'replace'; readonly row: Row; readonly before: Row }
  | { readonly kind: 'remove'; readonly before: Row };

/**
 * Evaluates a transaction against what is stored and writes nothing. All conditions come before any write, and no item is named twice,
 * so a refused transaction leaves no trace and its group needs no savepoint.
 */
export function decideWrites(read: (key: Key) => Row | undefined, writes: readonly Write[], sizes: readonly number[]): readonly Step[] {
  const reasons: CancelReason[] = [];
  const steps: Step[] = [];
  for (const [index, write] of writes.entries()) {
    const size = sizes[index] ?? 0;
    if (write.kind === 'put' && write.when === undefined) {
      steps.push({ kind: 'put', row: toRow(write.item, size) });
      continue;
    }
    const before = read(keyOf(write));
    const current = before && needsItem(write) ? toItem(before) : undefined;
    if (isMet(write, before, current)) {
      const step = decided(write, size, before, current);
      if (step) steps.push(step);
    } else reasons.push({ index, code: 'condition', ...(before && { current: current ?? toItem(before) }) });
  }
  if (reasons.length > 0) throw new TransactionCancelled(reasons);
  return steps;
}

/** Whether an item is there can be told without parsing it. */
function needsItem({ kind, when }: Write): boolean {
  return kind === 'update' || (when !== undefined && !('exists' in when));
}

function isMet({ when }: Write, before: Row | undefined, current: Item | undefined): boolean {
  if (when === undefined) return true;
  return 'exists' in when ? when.exists === (before !== undefined) : holds(when, current);
}

function decided(write: Write, size: number, before: Row | undefined, current: Item | undefined): Step | undefined {
  switch (write.kind) {
    case 'put':
      return stored(toRow(write.item, size), before);
    case 'update':
      return stored(updatedRow(write, before, current), before);
    case 'delete':
      return before && { kind: 'remove', before };
    case 'check':
      return undefined;
    default:
      return write satisfies never;
  }
}

/** What changes nothing is not written, and makes no change in the stream. */
function stored(row: Row, before: Row | undefined): Step | undefined {
  if (before === undefined) return { kind: 'put', row };
  return isSameRow(before, row) ? undefined : { kind: 'replace', row, before };
}

/** The size moves with the attributes that were touched: a month's row of balances is not measured whole for two counters. */
function updatedRow(update: Update, before: Row | undefined, current: Item | undefined): Row {
  const after = applyUpdate(current, update);
  let size = before?.[6] ?? keySize(update.key);
  const weigh = (name: string) => {
    size += attributeSize(name, after[name]) - attributeSize(name, current?.[name]);
  };
  for (const name in update.set) weigh(name);
  for (const name in update.add) weigh(name);
  update.remove?.forEach(weigh);
  checkItemSize(size, update.key);
  return toRow(after, size);
}
