import { describe, expect, test } from 'vitest';
import { FirmTable } from '../../../functions/platform/table/firm-table.ts';
import { KeyOutOfScope, leadingKeyOf, scopeOf, withLeadingKeys } from '../../../functions/platform/table/leading-keys.ts';
import type { Table } from '../../../functions/platform/table/port.ts';
import { memoryTable } from '../../../infra/local/table/memory-table.ts';
import { mint } from './notes/people.ts';

const firm = mint('firm');
const wall = withLeadingKeys(memoryTable(), [leadingKeyOf(firm)]);
const own = `F#${firm}#NOTES`;

describe('the wall around a firm', () => {
  test.each([
    ['read by key', () => wall.get({ pk: 'F#frm_other#NOTES', sk: '1' })],
    [
      'read of several',
      () =>
        wall.batchGet([
          { pk: own, sk: '1' },
          { pk: 'NOTES', sk: '1' },
        ]),
    ],
    ['query', () => wall.query({ pk: 'F#frm_other#NOTES' })],
    ['query of the index', () => wall.query({ index: 'gsi1', pk: 'ENTITY#1' })],
    ['query of what is due', () => wall.query({ index: 'due', pk: 'DUE#2026-01-01T00' })],
    ['query of the directories', () => wall.query({ pk: 'D#EMAIL#a@b.test' })],
    ['put', () => wall.transact([{ kind: 'put', item: { pk: 'NOTES', sk: '1' } }])],
    [
      'put among its own',
      () =>
        wall.transact([
          { kind: 'put', item: { pk: own, sk: '1' } },
          { kind: 'delete', key: { pk: 'F#frm_other#NOTES', sk: '1' } },
        ]),
    ],
    ["put into another's list", () => wall.transact([{ kind: 'put', item: { pk: own, sk: '1', gsi1pk: 'F#frm_other#LIST', gsi1sk: '1' } }])],
    ["move into another's list", () => wall.transact([{ kind: 'update', key: { pk: own, sk: '1' }, set: { gsi1pk: 'LIST' } }])],
    ['check', () => wall.transact([{ kind: 'check', key: { pk: `F#${firm}`, sk: '1' }, when: { exists: false } }])],
  ] as const)('lets no %s through that is outside', async (_kind, act) => {
    await expect(act()).rejects.toThrow(KeyOutOfScope);
  });

  test('lets through what is inside', async () => {
    await wall.transact([{ kind: 'put', item: { pk: own, sk: '1', gsi1pk: `F#${firm}#LIST`, gsi1sk: '1' } }]);
    expect(await wall.get({ pk: own, sk: '1' })).toMatchObject({ sk: '1' });
    expect((await wall.query({ index: 'gsi1', pk: `F#${firm}#LIST` })).items).toHaveLength(1);
  });

  test('is named by the key itself', () => {
    expect([scopeOf(own), scopeOf('D#USER#1')]).toEqual([firm, 'identity']);
    expect(() => scopeOf('NOTES')).toThrow();
  });

  test('catches a view that forgot its prefix', async () => {
    /** The mutant: a FirmTable that addresses as it was asked. */
    const forgetful: Table = wall;
    await expect(forgetful.get({ pk: 'FIRM', sk: 'FIRM' })).rejects.toThrow(KeyOutOfScope);
    await expect(new FirmTable(wall, mint('firm')).get({ pk: 'FIRM', sk: 'FIRM' })).rejects.toThrow(KeyOutOfScope);
  });
});
