import { hash } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import type { EntryDraft } from '../../domain/accounting/book.ts';
import { post } from '../../domain/accounting/post.ts';
import { verifyBook } from '../../domain/accounting/verify.ts';
import { isRefusal } from '../../domain/kernel/decision.ts';
import type { FirmId } from '../../domain/kernel/ids.ts';
import { readHead } from '../../functions/accounting/book-store.ts';
import { commitPosting, commitStaged, type PostingContext, postingFacts } from '../../functions/accounting/commit-posting.ts';
import { foundBook } from '../../functions/accounting/found-book.ts';
import { bookSource } from '../../functions/accounting/verify/book-source.ts';
import { mintAt } from '../../functions/platform/mint.ts';
import { dynamoTable } from '../../functions/platform/table/dynamo.ts';
import { FirmTable } from '../../functions/platform/table/firm-table.ts';
import type { Table } from '../../functions/platform/table/port.ts';
import { startHost } from '../../infra/local/host.ts';
import { type DynamoDbLocal, startDynamoDbLocal, whyNoDynamoDb } from './dynamodb-local.ts';

const missing = await whyNoDynamoDb();
const FIRM: FirmId = `frm_${'7'.repeat(26)}`;
const NOW = '2026-01-31T09:00:00.000Z';
let local: DynamoDbLocal | undefined;
afterAll(() => local?.stop());

/** One log of commands: single entries, some refused, entries in other currencies, a batch that is staged and sealed. */
async function live(table: Table): Promise<{ readonly hash: string; readonly seq: number; readonly answers: readonly string[] }> {
  const host = await startHost();
  let count = 0;
  const ports = {
    ...host.ports,
    randomBytes: (bytes: number) => Uint8Array.from({ length: bytes }, (_, i) => (++count + i) % 256),
    table: async () => table,
  };
  const firm = new FirmTable(table, FIRM);
  await firm.transact(await foundBook({ country: 'SA', currency: 'SAR', fiscalYearStart: 1 }));
  const context = (): PostingContext => ({
    ports,
    now: NOW,
    mint: mintAt(NOW, ports),
    actor: { kind: 'user', id: `usr_${'1'.repeat(26)}`, name: 'Huda' },
    firm: { id: FIRM },
    table: firm,
  });
  const answers: string[] = [];
  const send = async (drafts: readonly EntryDraft[], commit: typeof commitPosting = commitPosting) => {
    const call = context();
    const outcome = await commit(call, {
      decide: (book) => {
        const posting = post(book, drafts, postingFacts(call));
        if (isRefusal(posting)) return posting;
        const last = posting.entries.at(-1);
        return {
          posting,
          happenings: [{ type: 'entries.posted', entity: { kind: 'entry', id: last?.id ?? '' }, data: { to: last?.seq, hash: last?.hash } }],
          answer: `${last?.seq} ${last?.hash}`,
        };
      },
    });
    answers.push(isRefusal(outcome) ? outcome.refused : outcome);
  };
  const sale = (i: number): EntryDraft => ({
    date: `2026-0${1 + (i % 9)}-1${i % 10}`,
    memo: `بيع ${i}`,
    lines: [
      { account: '1101', amount: BigInt(100 + i) },
      { account: '4101', amount: BigInt(-100 - i) },
    ],
  });
  for (let i = 0; i < 12; i++) await send([sale(i)]);
  await send([
    {
      ...sale(1),
      lines: [
        { account: '1101', amount: 1n },
        { account: '4101', amount: -2n },
      ],
    },
  ]);
  await send([
    {
      ...sale(2),
      lines: [
        { account: '1101', amount: 375n, foreign: { currency: 'USD', amount: 100n } },
        { account: '1111', amount: -375n },
      ],
    },
  ]);
  await send(
    Array.from({ length: 150 }, (_, i) => sale(i)),
    commitStaged,
  );
  await send([sale(99)]);
  const verdict = await verifyBook(await bookSource(firm), (text) => hash('sha256', text, 'hex'));
  expect(verdict.findings).toEqual([]);
  const head = await readHead(firm);
  await host.stop();
  return { hash: head.hash, seq: head.seq, answers };
}

test.skipIf(missing)(
  `the same commands give the same book on the embedded table and on DynamoDB${missing ? `: ${missing}` : ''}`,
  async () => {
    local = await startDynamoDbLocal();
    const embedded = await startHost();
    const [here, there] = [await live(embedded.table), await live(dynamoTable({ client: local.client, tableName: await local.createTable() }))];
    await embedded.stop();
    expect(here.seq).toBe(164);
    expect(there).toEqual(here);
  },
  60_000,
);
