/**
 * A host that does nothing but write, for `embedded-durability.test.ts` to kill. Each transaction is five items and a counter; its number
 * is said on standard output once it was acknowledged, by a write that has left this process when it returns.
 */
import { writeSync } from 'node:fs';
import { openTable } from '../../infra/local/table/open-table.ts';

const [file = '', first = '0'] = process.argv.slice(2);
const writersAtOnce = 8;
const table = openTable(file);
writeSync(1, 'open\n');

let next = Number(first);
async function write(): Promise<never> {
  for (;;) {
    const id = next++;
    const part = (at: number) => ({
      kind: 'put' as const,
      item: { pk: 'parts', sk: `${String(id).padStart(8, '0')}#${at}`, id, text: 'x'.repeat(at * 100) },
    });
    await table.transact([...[0, 1, 2, 3, 4].map(part), { kind: 'update', key: { pk: 'count', sk: 'count' }, add: { transactions: 1 } }]);
    writeSync(1, `${id}\n`);
  }
}
await Promise.all(Array.from({ length: writersAtOnce }, write));
