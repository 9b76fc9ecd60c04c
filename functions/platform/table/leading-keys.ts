import type { FirmId } from '../../../domain/kernel/ids.ts';
import { IDENTITY_SCOPE } from './firm-table.ts';
import type { Query, Table, Write } from './port.ts';

/** The due index, read across firms by the sweep alone. */
export const DUE_SCOPE = 'due';

/** What partition keys of a scope begin with: the one place that says it for the wall here and for the policies on AWS. */
export function leadingKeyOf(scope: string): string {
  if (scope === IDENTITY_SCOPE) return 'D#';
  if (scope === DUE_SCOPE) return 'DUE#';
  return `F#${scope}#`;
}

/** Whose item an absolute partition key says it is. */
export function scopeOf(pk: string): FirmId | typeof IDENTITY_SCOPE {
  const firm = /^F#(frm_[0-9a-z]+)#/.exec(pk)?.[1];
  if (firm) return firm as FirmId;
  if (pk.startsWith('D#')) return IDENTITY_SCOPE;
  throw new Error('a key that belongs to no scope');
}

/** Somebody asked for a key outside what they were given. Always a fault of ours. */
export class KeyOutOfScope extends Error {
  override readonly name = 'KeyOutOfScope';
}

/**
 * The table with a wall around it: every partition key, of an index too, must begin with one of the prefixes. It is the local twin of the policy
 * `dynamodb:LeadingKeys` under which the session of a firm works on AWS, so that code which forgets a prefix fails on both hosts.
 */
export function withLeadingKeys(table: Table, prefixes: readonly string[]): Table {
  const admit = (pk: unknown): void => {
    if (typeof pk !== 'string' || !prefixes.some((prefix) => pk.startsWith(prefix))) throw new KeyOutOfScope(`a key outside ${prefixes.join(', ')}`);
  };
  return {
    async get(key) {
      admit(key.pk);
      return table.get(key);
    },
    async batchGet(keys) {
      for (const { pk } of keys) admit(pk);
      return table.batchGet(keys);
    },
    async query(query: Query) {
      admit(query.pk);
      return table.query(query);
    },
    async transact(writes) {
      for (const write of writes) admitWrite(write, admit);
      return table.transact(writes);
    },
  };
}

/** An item's place in the general index is held to the same prefix: another firm's list must not show it. */
function admitWrite(write: Write, admit: (pk: unknown) => void): void {
  const { pk, gsi1pk } = write.kind === 'put' ? write.item : { pk: write.key.pk, gsi1pk: write.kind === 'update' ? write.set?.gsi1pk : undefined };
  admit(pk);
  if (gsi1pk !== undefined) admit(gsi1pk);
}
