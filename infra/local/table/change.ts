import type { Change, Key } from '../../../functions/platform/table/port.ts';
import { type Row, toItem } from './row.ts';

/**
 * A change as DynamoDB's stream tells it, old and new image included. The images are parsed when they are looked at: most listeners
 * decide by the key alone, and a bulk import need not parse what it just wrote.
 */
export function inserted(after: Row): Change {
  return {
    kind: 'insert',
    key: keyOf(after),
    get after() {
      return toItem(after);
    },
  };
}

export function modified(before: Row, after: Row): Change {
  return {
    kind: 'modify',
    key: keyOf(after),
    get before() {
      return toItem(before);
    },
    get after() {
      return toItem(after);
    },
  };
}

export function removed(before: Row): Change {
  return {
    kind: 'remove',
    key: keyOf(before),
    get before() {
      return toItem(before);
    },
  };
}

function keyOf([pk, sk]: Row): Key {
  return { pk, sk };
}
