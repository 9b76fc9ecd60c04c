import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { dueNow } from '../../../functions/platform/due/dispatch.ts';
import { nextDue, sweep } from '../../../functions/platform/due/sweep.ts';
import { type DueHandlers, setAside, viewOf, work } from '../../../functions/platform/due/work.ts';
import { MAIL_SEND, mailWrite, sendMail } from '../../../functions/platform/mail/outbox.ts';
import type { DueItem, Mail, Ports } from '../../../functions/platform/ports.ts';
import { type FirmItem, FirmTable, IDENTITY_SCOPE } from '../../../functions/platform/table/firm-table.ts';
import { leadingKeyOf, withLeadingKeys } from '../../../functions/platform/table/leading-keys.ts';
import type { Item } from '../../../functions/platform/table/port.ts';
import { jsonLinesLog } from '../../../infra/local/log.ts';
import { memoryTable } from '../../../infra/local/table/memory-table.ts';
import { mint } from './notes/people.ts';

let now = '2026-03-15T21:30:00.000Z';
let table = memoryTable();
let handed: DueItem[] = [];
let sent: Mail[] = [];
let ports = portsOver();
const queue = {
  async send(items: readonly DueItem[]) {
    handed.push(...items);
  },
};
const firm = mint('firm');
const view = () => new FirmTable(table, firm);
const put = (sk: string, at: string, handler = 'reminder') =>
  view().transact([{ kind: 'put', item: { pk: 'REMINDERS', sk, due: { at, handler } } satisfies FirmItem as Item }]);
const swept = async () => {
  handed = [];
  await sweep({ ports, queue });
  return handed.map(({ sk }) => sk);
};

function portsOver(): Ports {
  const never = () => Promise.reject(new Error('nothing here asks for this'));
  return {
    table: async (scopes) => withLeadingKeys(table, scopes.map(leadingKeyOf)),
    clock: { now: () => now },
    randomBytes,
    blobs: { put: never, get: never, delete: never, read: never, digest: never, uploadUrl: never, downloadUrl: never },
    mail: {
      async send(mail) {
        sent.push(mail);
      },
    },
    limiter: { take: never },
    log: jsonLinesLog('silent'),
    signingKey: randomBytes(32),
    receiptSecret: async () => new Uint8Array(32),
    pagesUrl: 'https://diwan.test',
  };
}

beforeEach(() => {
  now = '2026-03-15T21:30:00.000Z';
  table = memoryTable();
  [handed, sent] = [[], []];
  ports = portsOver();
});

describe('the sweep', () => {
  test('hands over what is due and leaves what is not', async () => {
    await put('past', '2026-03-15T21:29:59.999Z');
    await put('now', '2026-03-15T21:30:00.000Z');
    await put('later', '2026-03-15T21:30:00.001Z');
    expect(await swept()).toEqual(['past', 'now']);
    expect(handed[0]).toEqual({ handler: 'reminder', at: '2026-03-15T21:29:59.999Z', pk: `F#${firm}#REMINDERS`, sk: 'past' });
  });

  test('that was away for a month finds all of it, oldest first, and loses nothing', async () => {
    await swept();
    const days = Array.from({ length: 30 }, (_, i) => `2026-03-${String(16 + (i % 15)).padStart(2, '0')}T0${i % 10}:15:00.000Z`);
    for (const [i, at] of days.entries()) await put(String(i), at);
    now = '2026-04-15T00:00:00.000Z';
    expect((await swept()).length).toBe(30);
    expect(handed.map(({ at }) => at)).toEqual(days.toSorted());
  });

  test('hands over again what was not done, however long ago it was due', async () => {
    await put('stuck', '2026-03-15T20:00:00.000Z');
    expect(await swept()).toEqual(['stuck']);
    now = '2026-06-01T00:00:00.000Z';
    expect(await swept()).toEqual(['stuck']);
    expect(await swept()).toEqual(['stuck']);
  });

  test('passes an hour only when it is over and nothing waits in it', async () => {
    const through = async () => (await new FirmTable(table, IDENTITY_SCOPE).get({ pk: 'SWEEP', sk: 'WATERMARK' }))?.through;
    await swept();
    expect(await through()).toBe('2026-03-15T20');
    await put('stuck', '2026-03-15T22:00:00.000Z');
    now = '2026-03-17T10:00:00.000Z';
    await swept();
    expect(await through()).toBe('2026-03-15T22');
    await view().transact([{ kind: 'delete', key: { pk: 'REMINDERS', sk: 'stuck' } }]);
    await swept();
    expect(await through()).toBe('2026-03-17T09');
  });

  test('sees what was committed late into the hour that has just ended', async () => {
    now = '2026-03-15T22:00:00.100Z';
    await swept();
    await put('late', '2026-03-15T21:59:59.990Z');
    now = '2026-03-15T22:01:00.000Z';
    expect(await swept()).toEqual(['late']);
  });

  test('that fails half way goes on from where it stood', async () => {
    for (let i = 0; i < 5; i++) await put(String(i), `2026-03-15T1${i}:00:00.000Z`);
    const failing = {
      send: async (items: readonly DueItem[]) => (handed.length < 2 ? queue.send(items) : Promise.reject(new Error('the queue is away'))),
    };
    await expect(sweep({ ports, queue: failing })).rejects.toThrow('the queue is away');
    expect(await swept()).toEqual(['0', '1', '2', '3', '4']);
  });

  test('hands over more than a page of one hour', async () => {
    for (let i = 0; i < 450; i++) await put(String(i), '2026-03-15T21:00:00.000Z');
    expect(new Set(await swept()).size).toBe(450);
  });

  test('of a table whose clock went back looks at the present again', async () => {
    now = '2026-09-01T00:00:00.000Z';
    await swept();
    now = '2026-03-15T21:30:00.000Z';
    await put('now', now);
    expect(await swept()).toEqual(['now']);
  });

  test('knows what falls due next', async () => {
    await put('a', '2026-03-20T10:00:00.000Z');
    await put('b', '2026-03-19T10:00:00.000Z');
    expect(await nextDue({ ports }, now, '2026-04-01T00:00:00.000Z')).toBe('2026-03-19T10:00:00.000Z');
    expect(await nextDue({ ports }, '2026-03-19T10:00:00.000Z', '2026-04-01T00:00:00.000Z')).toBe('2026-03-20T10:00:00.000Z');
    expect(await nextDue({ ports }, now, '2026-03-19T09:59:59.999Z')).toBeUndefined();
  });
});

describe('what is due', () => {
  const done: Item[] = [];
  const handlers: DueHandlers = {
    reminder: async () => async (due, item, given) => {
      done.push(item);
      const { table: own, key } = await viewOf(due, given);
      await own.transact([{ kind: 'update', key, remove: ['duepk', 'duesk'], set: { told: true } }]);
    },
    broken: async () => () => Promise.reject(new Error('no luck')),
  };
  const due = (sk: string, handler = 'reminder', at = '2026-03-15T21:00:00.000Z'): DueItem => ({ handler, at, pk: `F#${firm}#REMINDERS`, sk });
  beforeEach(() => done.splice(0));

  test('is done once, whether it is handed over once or twice', async () => {
    await put('a', '2026-03-15T21:00:00.000Z');
    await work(due('a'), ports, handlers);
    await work(due('a'), ports, handlers);
    expect(done).toEqual([expect.objectContaining({ pk: 'REMINDERS', sk: 'a' })]);
    expect(await swept()).toEqual([]);
  });

  test('and gone meanwhile is nobody’s work', async () => {
    await work(due('never there'), ports, handlers);
    expect(done).toEqual([]);
  });

  test('and moved meanwhile waits for its new time', async () => {
    await put('a', '2026-04-01T00:00:00.000Z');
    await work(due('a'), ports, handlers);
    expect(done).toEqual([]);
  });

  test('and known to no handler fails, and is set aside in the end', async () => {
    await put('a', '2026-03-15T21:00:00.000Z', 'forgotten');
    await expect(work(due('a', 'forgotten'), ports, handlers)).rejects.toThrow('nobody handles forgotten');
  });

  test('and failed for good leaves a dead letter and no longer holds up the sweep', async () => {
    await put('a', '2026-03-15T21:00:00.000Z', 'broken');
    await setAside(due('a', 'broken'), new Error('no luck'), ports);
    expect(await swept()).toEqual([]);
    const { items } = await view().query({ pk: 'DEAD' });
    expect(items).toEqual([
      expect.objectContaining({ handler: 'broken', dueAt: '2026-03-15T21:00:00.000Z', item: { pk: 'REMINDERS', sk: 'a' }, reason: 'no luck' }),
    ]);
    expect(await view().get({ pk: 'REMINDERS', sk: 'a' })).toBeDefined();
  });

  test('and done while it was being set aside leaves no dead letter', async () => {
    await setAside(due('a', 'broken'), new Error('no luck'), ports);
    expect((await view().query({ pk: 'DEAD' })).items).toEqual([]);
  });
});

describe('the dispatcher', () => {
  const item = (duesk?: string): Item => ({ pk: 'p', sk: 's', ...(duesk !== undefined && { duesk }) });
  test.each([
    ['a new item that is due is handed over', undefined, item('2026-03-15T21:30:00.000Z#reminder#p#s'), true],
    ['a new item that is not due yet waits for the sweep', undefined, item('2026-03-15T21:31:00.000Z#reminder#p#s'), false],
    [
      'an item that was due before is not handed over again',
      item('2026-03-15T21:30:00.000Z#reminder#p#s'),
      item('2026-03-15T21:30:00.000Z#reminder#p#s'),
      false,
    ],
    ['an item that is never due is nothing to it', undefined, item(), false],
    ['an item that was removed is nothing to it', item('2026-03-15T21:30:00.000Z#reminder#p#s'), undefined, false],
  ] as const)('%s', (_fact, before, after, isDue) => {
    const found = dueNow({ ...(before && { before }), ...(after && { after }) }, now);
    expect(found).toEqual(isDue ? { handler: 'reminder', at: '2026-03-15T21:30:00.000Z', pk: 'p', sk: 's' } : undefined);
  });
});

describe('a mail', () => {
  const mail: Mail = { to: 'a@b.test', subject: 'Hello', text: 'Hello', language: 'en', messageId: 'eml_1' };
  const outbox = { pk: `F#${firm}#OUTBOX`, sk: 'eml_1', handler: MAIL_SEND, at: '2026-03-15T21:30:00.000Z' };

  test('is one more item of the commit that causes it, and leaves the outbox when it is sent', async () => {
    await view().transact([mailWrite('eml_1', mail, now)]);
    expect(await swept()).toEqual(['eml_1']);
    await work(outbox, ports, { [MAIL_SEND]: async () => sendMail });
    expect(sent).toEqual([mail]);
    expect(await swept()).toEqual([]);
  });

  test('that could not be sent stays', async () => {
    await view().transact([mailWrite('eml_1', mail, now)]);
    const away: Ports = { ...ports, mail: { send: () => Promise.reject(new Error('no route')) } };
    await expect(work(outbox, away, { [MAIL_SEND]: async () => sendMail })).rejects.toThrow('no route');
    expect(await swept()).toEqual(['eml_1']);
  });
});
