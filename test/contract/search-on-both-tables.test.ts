import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { FirmId } from '../../domain/kernel/ids.ts';
import { matches } from '../../domain/records/search/matches.ts';
import type { SearchQuery } from '../../domain/records/search/read-query.ts';
import type { SearchDoc } from '../../domain/records/search/search-doc.ts';
import { dynamoTable } from '../../functions/platform/table/dynamo.ts';
import { FirmTable } from '../../functions/platform/table/firm-table.ts';
import type { Table } from '../../functions/platform/table/port.ts';
import { findCandidates, forgiven } from '../../functions/records/search/find-candidates.ts';
import { nameWrites, termWrites } from '../../functions/records/search/write-terms.ts';
import { memoryTable } from '../../infra/local/table/memory-table.ts';
import { anyDoc, anyQuestion } from '../domain/records/search/any-doc.ts';
import { startDynamoDbLocal, whyNoDynamoDb } from './dynamodb-local.ts';

let firms = 0;
const aFirm = (table: Table): FirmTable => new FirmTable(table, `frm_${String(++firms).padStart(26, '0')}` as FirmId);

/** Puts documents into the index as the indexer does, in the order given; a document that was there is put again under its number. */
async function put(table: FirmTable, docs: readonly { readonly n: number; readonly doc: SearchDoc }[], times = 1): Promise<void> {
  const numbered = docs.map(({ n, doc }) => ({ kind: 'contact' as const, n, doc }));
  for (let time = 0; time < times; time++) {
    for (const group of [...(await termWrites(table, 1, numbered)), ...(await nameWrites(table, 1, numbered))]) await table.transact(group);
  }
}

async function answers(table: FirmTable, docs: ReadonlyMap<number, SearchDoc>, query: SearchQuery, isForgiving: boolean): Promise<readonly number[]> {
  const asked = isForgiving ? await forgiven(table, 1, query) : query;
  const named = (await findCandidates(table, 1, 'contact', asked)).flat();
  expect(new Set(named).size, 'each once').toBe(named.length);
  return named.filter((n) => {
    const doc = docs.get(n);
    return doc !== undefined && matches(doc, query, isForgiving);
  });
}

const looked = (docs: ReadonlyMap<number, SearchDoc>, query: SearchQuery, isForgiving: boolean): readonly number[] =>
  [...docs].filter(([, doc]) => matches(doc, query, isForgiving)).map(([n]) => n);

function describeSearch(name: string, make: () => Promise<Table>, runs: number): void {
  let made: Promise<Table> | undefined;
  const table = (): Promise<Table> => (made ??= make());

  describe(`${name} answers as reading everything would`, { timeout: 120_000 }, () => {
    test('after any documents and any edits, with and without forgiving', async () => {
      const edits = fc.array(fc.record({ n: fc.integer({ min: 1, max: 12 }), doc: fc.option(anyDoc) }), { minLength: 1, maxLength: 20 });
      await fc.assert(
        fc.asyncProperty(
          edits,
          fc.array(anyQuestion, { minLength: 1, maxLength: 5 }),
          fc.integer({ min: 1, max: 2 }),
          async (acts, questions, times) => {
            const firm = aFirm(await table());
            const docs = new Map<number, SearchDoc>();
            for (const { n, doc } of acts) {
              // What is deleted stays under its words, and is no document any more.
              if (doc === null) docs.delete(n);
              else {
                const one = { id: String(n), ...doc };
                docs.set(n, one);
                await put(firm, [{ n, doc: one }], times);
              }
            }
            for (const { q, query } of questions) {
              for (const isForgiving of [false, true]) {
                const found = await answers(firm, docs, query, isForgiving);
                expect(
                  found.toSorted((a, b) => a - b),
                  q,
                ).toEqual(looked(docs, query, isForgiving).toSorted((a, b) => a - b));
              }
            }
          },
        ),
        { numRuns: runs },
      );
    });

    test('when a word stands in more documents than its row and a block hold, put in steps of any size and some of them twice', async () => {
      const firm = aFirm(await table());
      const docs = new Map(
        Array.from({ length: 1_700 }, (_, i) => [i + 1, { id: String(i), title: `rent ${i % 3 === 0 ? 'office' : 'car'} w${i}` }] as const),
      );
      const all = [...docs].map(([n, doc]) => ({ n, doc }));
      for (let from = 0, size = 1; from < all.length; from += size, size = (size * 7) % 400 || 5)
        await put(firm, all.slice(from, from + size), size % 2 === 0 ? 2 : 1);
      const query = (...terms: string[]): SearchQuery => ({ asked: terms.map((term) => ({ ways: [{ term, begins: true }] })), phrases: [] });
      for (const one of [query('rent'), query('rent', 'office'), query('re', 'ca'), query('office', 'car'), query('w1699')]) {
        expect(await answers(firm, docs, one, false)).toEqual(looked(docs, one, false).toSorted((a, b) => b - a));
      }
    });
  });
}

describeSearch('the embedded table', async () => memoryTable(), 60);

const missing = await whyNoDynamoDb();
let stop: (() => Promise<void> | void) | undefined;
afterAll(() => stop?.());
if (missing) test.skip(missing, () => {});
else
  describeSearch(
    'DynamoDB',
    async () => {
      const local = await startDynamoDbLocal();
      stop = () => local.stop();
      return dynamoTable({ client: local.client, tableName: await local.createTable() });
    },
    6,
  );
