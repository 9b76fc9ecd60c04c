import { dueItemOf } from '../../functions/platform/due/due-item.ts';
import type { Blobs, DueItem, Limiter, Log, MailSender, Ports } from '../../functions/platform/ports.ts';
import { randomPool } from '../../functions/platform/random-pool.ts';
import { leadingKeyOf, withLeadingKeys } from '../../functions/platform/table/leading-keys.ts';
import type { Table, Write } from '../../functions/platform/table/port.ts';
import type { LocalClock } from './clock.ts';
import { threadReader } from './files/thread-reader.ts';
import { MAIL_DOMAIN } from './mail/mail-files.ts';

export interface LocalParts {
  readonly table: Table;
  readonly clock: LocalClock;
  readonly blobs: Blobs;
  readonly mail: MailSender;
  readonly limiter: Limiter;
  readonly log: Log;
  readonly signingKey: Uint8Array;
  readonly receiptSecret: Ports['receiptSecret'];
  readonly baseUrl: () => string;
  readonly wake: (due: DueItem) => void;
}

/** The ports of the local host. Each view of the table has a wall around its scopes, as the policies on AWS have. */
export function localPorts({ table, baseUrl, wake, ...parts }: LocalParts): Ports {
  const telling = wakingAfterCommits(table, parts.clock, wake);
  return {
    ...parts,
    fileReader: threadReader(),
    table: async (scopes) => withLeadingKeys(telling, scopes.map(leadingKeyOf)),
    mailDomain: MAIL_DOMAIN,
    randomBytes: randomPool(),
    get pagesUrl() {
      return baseUrl();
    },
  };
}

/** What the stream and its dispatcher are on AWS: after a commit, whatever it made due at once is handed over. */
function wakingAfterCommits(table: Table, clock: LocalClock, wake: (due: DueItem) => void): Table {
  return {
    get: (key) => table.get(key),
    batchGet: (keys) => table.batchGet(keys),
    query: (query) => table.query(query),
    async transact(writes) {
      await table.transact(writes);
      for (const write of writes) {
        const due = dueOf(write);
        if (due && due.at <= clock.now()) wake(due);
      }
    },
  };
}

function dueOf(write: Write): DueItem | undefined {
  if (write.kind === 'put') return write.item.duesk === undefined ? undefined : dueItemOf(write.item);
  if (write.kind === 'update' && write.set?.duesk !== undefined) return dueItemOf({ ...write.key, duesk: write.set.duesk });
  return undefined;
}
