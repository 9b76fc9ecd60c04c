import { expect, test } from 'vitest';
import { refuse } from '../../../domain/kernel/decision.ts';
import { Moved } from '../../../functions/platform/commit-outcome.ts';
import { type CommitContext, FirmLog, type Serial } from '../../../functions/platform/firm-log.ts';
import { mintAt } from '../../../functions/platform/mint.ts';
import type { Ports } from '../../../functions/platform/ports.ts';
import { FirmTable } from '../../../functions/platform/table/firm-table.ts';
import { memoryTable } from '../../../infra/local/table/memory-table.ts';

const now = '2031-01-31T02:00:00.000Z';
const key = { pk: 'COUNT', sk: 'HEAD' };
const counter: Serial<number> = {
  name: 'counter',
  load: async (table) => Number((await table.get(key))?.v ?? 0),
  move: (from, to) => ({ kind: 'put', item: { ...key, v: to }, when: from === 0 ? { exists: false } : { equals: ['v', from] } }),
};

function aLog() {
  const table = new FirmTable(memoryTable(), 'frm_01jd0000000000000000000000');
  const ports = { randomBytes: (count: number) => new Uint8Array(count) } as unknown as Ports;
  const call: CommitContext = { ports, now, mint: mintAt(now, ports), actor: { kind: 'system', name: 'test' } };
  const log = new FirmLog(ports, table);
  const step = (state: number) => ({ state: state + 1, writes: [], happenings: [], answer: state + 1 });
  const submit = (decide: (state: number) => ReturnType<typeof step> | ReturnType<typeof refuse>) => log.submit({ call, serial: counter, decide });
  return { table, submit, step, call, log };
}

test('a command that was told to try again is not committed behind its back, whatever shares its group', async () => {
  const { table, submit, step } = aLog();
  await submit(step);
  // Another process moves the head: what this one remembers is stale.
  await table.transact([counter.move(1, 2)]);
  const [moved, refused] = await Promise.allSettled([
    submit((state) => {
      if (state !== 2) throw new Moved();
      return step(state);
    }),
    submit(() => refuse('request.conflict')),
  ]);
  expect(moved).toMatchObject({ status: 'rejected', reason: expect.any(Moved) });
  expect(refused).toMatchObject({ status: 'fulfilled', value: { refused: 'request.conflict' } });
  expect((await table.get(key))?.v).toBe(2);
});

test('a command that no table takes fails alone', async () => {
  const { table, submit, step } = aLog();
  const heavy = { kind: 'put', item: { pk: 'HEAVY', sk: 'x', text: 'x'.repeat(500_000) } } as const;
  const outcomes = await Promise.allSettled([submit(step), submit((state) => ({ ...step(state), writes: [heavy] as never[] })), submit(step)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((await table.get(key))?.v).toBe(2);
});

test('a command that writes one item twice is a fault of ours and no endless loop', async () => {
  const { submit, step } = aLog();
  const twin = { kind: 'put', item: { pk: 'TWIN', sk: 'x' } } as const;
  await expect(submit((state) => ({ ...step(state), writes: [twin, twin] as never[] }))).rejects.toThrow('writes each item once');
});
