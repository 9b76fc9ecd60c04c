import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Write } from '../../../../functions/platform/table/port.ts';
import type { LocalHost } from '../../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../../host.ts';

let host: LocalHost;
let firm: Client;
beforeAll(async () => {
  host = await aHost();
});
afterAll(() => host.stop());

const date = '2026-01-15';
const lines = [
  { account: '1101', debit: '1.00' },
  { account: '4101', credit: '1.00' },
];
const entries = (count: number, entry: object = { date, lines }) => Array.from({ length: count }, () => entry);
const times = <T>(count: number, of: readonly T[]): T[] => Array.from({ length: count }, () => of).flat();
const verdict = async () => (await firm.get('/book/verify')).body;

describe('a batch', () => {
  test('may hold more lines of one contact than one row of the table does', async () => {
    firm = await signUp(host.url);
    const contact = (await firm.post('/contacts', { name: 'Acme' })).body.id;
    const owed = times(3, [
      { account: '1121', debit: '1.00', contact, memo: 'm'.repeat(100) },
      { account: '4101', credit: '1.00' },
    ]);
    expect((await firm.post('/entries/batch', { entries: entries(1000, { date, lines: owed }) })).status).toBe(201);
    expect((await firm.get(`/contacts/${contact}`)).body.balance.receivable).toBe('3000.00');
    expect(await verdict()).toMatchObject({ verified: true, entries: 1000 });
  });

  test('may hold lines whose dimensions are heavier together than one row of a ledger', async () => {
    firm = await signUp(host.url);
    const dimensions = { branch: 'ب'.repeat(60), project: 'م'.repeat(60), costCentre: 'ك'.repeat(60) };
    for (const [kind, code] of Object.entries(dimensions)) await firm.post('/dimensions', { kind, code, name: kind });
    const [debit, credit] = lines;
    const heavy = times(125, [{ ...debit, dimensions }, credit]);
    expect((await firm.post('/entries/batch', { entries: entries(16, { date, lines: heavy }) })).status).toBe(201);
    expect(await verdict()).toMatchObject({ verified: true, entries: 16 });
  });

  test('may be heavier than one transaction', async () => {
    firm = await signUp(host.url);
    const wordy = times(
      125,
      lines.map((line) => ({ ...line, memo: 'و'.repeat(80) })),
    );
    expect((await firm.post('/entries/batch', { entries: entries(80, { date, lines: wordy }) })).status).toBe(201);
    expect(await verdict()).toMatchObject({ verified: true, entries: 80 });
  });

  test('with an entry whose texts no row holds is refused, and stands in nobody’s way', async () => {
    firm = await signUp(host.url);
    const account = '账'.repeat(150);
    await firm.post('/accounts', { code: account, name: { en: 'x', ar: 'x' }, type: 'asset' });
    const wordy = times(250, [
      { account, debit: '1.00', memo: '账'.repeat(200) },
      { account, credit: '1.00', memo: '账'.repeat(200) },
    ]);
    const sent = [...entries(20), { date, lines: wordy }];
    const tooLong = { status: 413, body: { code: 'request.too_long', status: 413 } };
    expect(await firm.post('/entries/batch', { entries: sent })).toMatchObject(tooLong);
    expect(await firm.post('/entries', { date, lines: wordy })).toMatchObject(tooLong);
    expect(await firm.post('/entries/batch', { entries: entries(20) })).toMatchObject({ status: 201 });
    expect(await verdict()).toMatchObject({ verified: true, entries: 20 });
  });

  test('refused because the counters are full does not stand in the way of the next', async () => {
    firm = await signUp(host.url);
    const most = times(250, [
      { account: '1101', debit: '10000000000.00' },
      { account: '3101', credit: '10000000000.00' },
    ]);
    expect(await firm.post('/entries/batch', { entries: entries(40, { date, lines: most }) })).toMatchObject({
      status: 409,
      body: { code: 'book.full' },
    });
    expect((await firm.post('/entries/batch', { entries: entries(20) })).status).toBe(201);
    expect((await firm.post('/entries/batch', { entries: entries(31, { date, lines: most }) })).status).toBe(201);
    await firm.post('/entries', { date, lines: most });
    expect(await firm.post('/entries', { date, lines: most })).toMatchObject({ status: 409, body: { code: 'book.full' } });
    expect((await verdict()).verified).toBe(true);
  });

  test('whose sealing failed is finished by whoever comes next, in the same process too', async () => {
    firm = await signUp(host.url);
    await firm.post('/entries', { date, lines });
    const restore = failing((writes) => writes.some((write) => write.kind === 'put' && write.item.done === true));
    const failed = await firm.post('/entries/batch', { entries: entries(30) }, { 'idempotency-key': 'b' });
    restore();
    expect(failed).toMatchObject({ status: 503, body: { code: 'server.busy' } });
    expect(await firm.post('/entries', { date, lines })).toMatchObject({ status: 201, body: { seq: 32 } });
    expect((await firm.post('/entries/batch', { entries: entries(30) }, { 'idempotency-key': 'b' })).body.entries).toHaveLength(30);
    expect(await verdict()).toMatchObject({ verified: true, entries: 32 });
  });

  test('whose staging failed leaves nothing behind', async () => {
    firm = await signUp(host.url);
    const restore = failing((writes) => writes.some((write) => write.kind === 'check'));
    expect((await firm.post('/entries/batch', { entries: entries(30) })).status).toBe(500);
    restore();
    expect((await host.table.get({ pk: `F#${firm.firm}#BOOK`, sk: 'HEAD' }))?.leaseId).toBeUndefined();
    expect(await firm.post('/entries/batch', { entries: entries(30) })).toMatchObject({ status: 201 });
    expect(await verdict()).toMatchObject({ verified: true, entries: 30 });
  });
});

describe('what verifies the book', () => {
  test('calls nothing wrong that is only under way', async () => {
    firm = await signUp(host.url);
    await firm.post('/entries/batch', { entries: entries(1000) });
    let verdicts = 0;
    const posting = (async () => {
      while (verdicts < 12) await firm.post('/entries', { date, lines });
    })();
    for (; verdicts < 12; verdicts++) {
      const { status, body } = await firm.get('/book/verify');
      expect(status === 409 || body.verified).toBe(true);
    }
    await posting;
  });

  test('misses a batch that an event tells of and nobody is sealing', async () => {
    firm = await signUp(host.url);
    const restore = failing((writes) => writes.some((write) => write.kind === 'put' && write.item.done === true));
    await firm.post('/entries/batch', { entries: entries(30) });
    restore();
    const key = { pk: `F#${firm.firm}#BOOK`, sk: 'HEAD' };
    await host.table.transact([{ kind: 'update', key, remove: ['leaseId', 'leasePhase', 'leaseTakenAt', 'leaseSeq', 'leaseHash'] }]);
    expect(await verdict()).toMatchObject({
      verified: false,
      checks: expect.arrayContaining([
        expect.objectContaining({ verification: 'anchors', holds: false, findings: [{ seq: 30, what: expect.any(String) }] }),
      ]),
    });
  });
});

/** The table fails at every transaction of a kind, until it is restored. */
function failing(at: (writes: readonly Write[]) => boolean): () => void {
  const { transact } = host.table;
  Object.assign(host.table, {
    transact: async (writes: readonly Write[]) => {
      if (at(writes)) throw new Error('the disk is gone');
      return transact(writes);
    },
  });
  return () => Object.assign(host.table, { transact });
}
