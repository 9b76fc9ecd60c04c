import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, describe, expect, test } from 'vitest';
import type { FirmId } from '../../../domain/kernel/ids.ts';
import { setAside } from '../../../functions/platform/due/work.ts';
import type { Ports } from '../../../functions/platform/ports.ts';
import { dynamoTable } from '../../../functions/platform/table/dynamo.ts';
import { FirmTable } from '../../../functions/platform/table/firm-table.ts';
import type { Item } from '../../../functions/platform/table/port.ts';
import { redo } from '../../../infra/aws/operator/redo.ts';
import { planRestore, restore } from '../../../infra/aws/operator/restore-firm.ts';
import { firmsIn, verifyFirm } from '../../../infra/aws/operator/verify-table.ts';
import { type DynamoDbLocal, startDynamoDbLocal, whyNoDynamoDb } from '../../contract/dynamodb-local.ts';
import { seed } from '../../contract/table.ts';
import { aHost, signUp } from '../../host.ts';

const missing = await whyNoDynamoDb();
let local: DynamoDbLocal | undefined;
afterAll(() => local?.stop());

/** Two firms with a book each, as the product made them, and what its table held at each of two moments. */
async function twoMoments() {
  const host = await aHost();
  const items = new Map<string, Item>();
  host.table.onChanges((changes) => {
    for (const { key, after } of changes) {
      if (after) items.set(`${key.pk}\n${key.sk}`, after);
      else items.delete(`${key.pk}\n${key.sk}`);
    }
  });
  const [a, b] = [await signUp(host.url), await signUp(host.url)];
  const post = async (client: typeof a, debit: string) => {
    const lines = [
      { account: '1101', debit },
      { account: '4101', credit: debit },
    ];
    const { status, body } = await client.post('/entries', { date: '2026-01-05', memo: 'sale', lines });
    if (status !== 201) throw new Error(JSON.stringify(body));
  };
  for (const client of [a, b]) await post(client, '10.00');
  const before = [...items.values()];
  for (const client of [a, b]) await post(client, '99.00');
  const after = [...items.values()];
  await host.stop();
  return { a: a.firm as FirmId, b: b.firm as FirmId, before, after };
}

if (missing) {
  test.skip(missing, () => {});
} else {
  describe('an operator', { timeout: 60_000 }, async () => {
    local = await startDynamoDbLocal();
    const { client } = local;
    const { a, b, before, after } = await twoMoments();
    const [restored, live] = [
      { client, tableName: await local.createTable() },
      { client, tableName: await local.createTable() },
    ];
    await seed(dynamoTable(restored), before);
    await seed(dynamoTable(live), after);

    test('finds every firm of a table and verifies its book where it lies', async () => {
      const firms: FirmId[] = [];
      for await (const firm of firmsIn(live)) firms.push(firm);
      expect(firms.sort()).toEqual([a, b].sort());
      expect(await verifyFirm(live, a)).toMatchObject({ verified: true, entries: 2, why: [] });
      expect(await verifyFirm(restored, a)).toMatchObject({ verified: true, entries: 1 });
    });

    test('restores one firm as it was and leaves the other as it is', async () => {
      const plan = await planRestore(a, restored, live);
      expect(plan.written.length).toBeGreaterThan(0);
      expect(plan.removed.length).toBeGreaterThan(0);
      for (const { pk } of [...plan.written, ...plan.removed]) expect(pk?.S).toMatch(new RegExp(`^F#${a}#`));
      await restore(plan, live);
      expect(await verifyFirm(live, a)).toMatchObject({ verified: true, entries: 1 });
      expect(await verifyFirm(live, b)).toMatchObject({ verified: true, entries: 2 });
      expect(await planRestore(a, restored, live)).toMatchObject({ written: [], removed: [] });
    });

    test('has done again what was set aside', async () => {
      const table = new FirmTable(dynamoTable(live), b);
      const at = '2026-01-05T10:00:00.000Z';
      await table.transact([{ kind: 'put', item: { pk: 'OUTBOX', sk: 'mail-1', due: { at, handler: 'mail.send' } } }]);
      const due = { handler: 'mail.send', at, pk: `F#${b}#OUTBOX`, sk: 'mail-1' };
      const log = { info() {}, warn() {}, error() {}, metric() {} };
      await setAside(due, new Error('no such address'), { table: async () => dynamoTable(live), log, clock: { now: () => at } } as unknown as Ports);
      expect((await table.get({ pk: 'OUTBOX', sk: 'mail-1' }))?.duesk).toBeUndefined();

      const later = '2026-01-06T10:00:00.000Z';
      expect(await redo(table, later)).toEqual([{ item: { pk: 'OUTBOX', sk: 'mail-1' }, handler: 'mail.send', reason: 'no such address' }]);
      expect((await table.get({ pk: 'OUTBOX', sk: 'mail-1' }))?.duesk).toBe(`${later}#mail.send#F#${b}#OUTBOX#mail-1`);
      expect(await redo(table, later)).toEqual([]);
    });

    test('is told of a byte that is not what was posted', async () => {
      const [entry] = after.filter(({ pk, sk }) => pk === `F#${b}#JOURNAL` && sk !== undefined);
      if (!entry) throw new Error('there is an entry');
      await client.send(
        new UpdateItemCommand({
          TableName: live.tableName,
          Key: { pk: { S: entry.pk }, sk: { S: entry.sk } },
          UpdateExpression: 'SET memo = :other',
          ExpressionAttributeValues: { ':other': { S: 'salary' } },
        }),
      );
      expect(await verifyFirm(live, b)).toMatchObject({ verified: false });
    });

    test('is told of a firm that has no book', async () => {
      expect(await verifyFirm(live, 'frm_01jd0000000000000000000000' as FirmId)).toEqual({
        verified: false,
        entries: 0,
        hash: '',
        why: ['there is no book here'],
      });
    });
  });
}
