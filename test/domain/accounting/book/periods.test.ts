import { describe, expect, test } from 'vitest';
import { closePeriod, fiscalYear, fiscalYearOf, lockPeriod, reopenPeriod, stateOfPeriod } from '../../../../domain/accounting/periods.ts';
import { aBook } from '../build-book.ts';

const open = aBook().head;
const closed = aBook({ closedThrough: '2026-03-31' }).head;
const locked = aBook({ closedThrough: '2026-03-31', lockedThrough: '2026-02-28' }).head;

describe('periods', () => {
  test('the first close takes everything before it along', () => {
    expect(closePeriod(open, '2026-02', 0)).toMatchObject({ closedThrough: '2026-02-28', version: 2 });
  });
  test.each([
    ['a month out of order does not close', () => closePeriod(closed, '2026-05', 0), 'period.not_next'],
    ['a closed month does not close again', () => closePeriod(closed, '2026-03', 0), 'period.not_next'],
    ['drafts dated in it stand in the way', () => closePeriod(closed, '2026-04', 2), 'period.drafts'],
    ['an import holds the periods', () => closePeriod({ ...closed, importing: `imp_${'0'.repeat(26)}` }, '2026-04', 0), 'import.running'],
    ['an open month does not reopen', () => reopenPeriod(closed, '2026-04'), 'period.not_closed'],
    ['only the last closed month reopens', () => reopenPeriod(closed, '2026-02'), 'period.not_last'],
    ['a locked month never reopens', () => reopenPeriod({ ...closed, lockedThrough: '2026-03-31' }, '2026-03'), 'book.locked'],
    ['an open month does not lock', () => lockPeriod(closed, '2026-04'), 'period.not_closed'],
    ['a lock does not move back', () => lockPeriod(locked, '2026-01'), 'lock.backwards'],
    ['a lock does not stand twice', () => lockPeriod(locked, '2026-02'), 'lock.backwards'],
  ] as const)('%s', (_, decide, code) => {
    expect(decide()).toMatchObject({ refused: code });
  });
  test('the last closed month reopens', () => {
    expect(reopenPeriod(closed, '2026-03')).toMatchObject({ closedThrough: '2026-02-28' });
  });
  test('a lock moves forward', () => {
    expect(lockPeriod(locked, '2026-03')).toMatchObject({ lockedThrough: '2026-03-31' });
  });
  test.each([
    ['2026-02', 'locked'],
    ['2026-03', 'closed'],
    ['2026-04', 'open'],
  ])('%s is %s', (month, state) => {
    expect(stateOfPeriod(locked, month)).toBe(state);
  });
  test.each([
    [1, '2026-12-31', 2026],
    [4, '2026-03-31', 2025],
    [4, '2026-04-01', 2026],
    [7, '2026-02-28', 2025],
  ])('with a fiscal year from month %i, %s falls in %i', (fiscalYearStart, date, year) => {
    expect(fiscalYearOf({ fiscalYearStart }, date)).toBe(year);
    const { from, to } = fiscalYear({ fiscalYearStart }, year);
    expect(from <= date && date <= to).toBe(true);
  });
});
