import { describe, expect, test } from 'vitest';
import { acceptedLanguage } from '../../../functions/platform/http/accept-language.ts';
import { attachment } from '../../../functions/platform/http/respond.ts';
import { router } from '../../../functions/platform/http/router.ts';
import { todayIn } from '../../../functions/platform/http/today.ts';
import { randomPool } from '../../../functions/platform/random-pool.ts';

describe('the router', () => {
  const table = router(
    [
      ['GET', '/v1/firms/{firmId}/notes'],
      ['GET', '/v1/firms/{firmId}/notes/{noteId}'],
      ['GET', '/v1/firms/{firmId}/notes/print'],
      ['POST', '/v1/firms/{firmId}/notes/{id}/lines/{line}'],
      ['POST', '/v1/firms/{firmId}/notes/print/again'],
    ].map(([method = '', path = '']) => ({ method, path, target: path })),
  );

  test.each([
    ['a fixed segment goes before a variable one', '/v1/firms/f/notes/print', '/v1/firms/{firmId}/notes/print', { firmId: 'f' }],
    ['a variable segment is decoded', '/v1/firms/f/notes/a%20b%2Fc', '/v1/firms/{firmId}/notes/{noteId}', { firmId: 'f', noteId: 'a b/c' }],
  ] as const)('%s', (_fact, path, target, params) => {
    expect(table.find('GET', path)).toEqual({ kind: 'found', target, params });
  });

  test('a fixed segment that leads nowhere gives way to a variable one', () => {
    expect(table.find('POST', '/v1/firms/f/notes/print/lines/2')).toMatchObject({ kind: 'found', params: { firmId: 'f', id: 'print', line: '2' } });
  });

  test.each(['/', '', '/v1', '/v1/firms//notes', '/v1/firms/f/notes/a/b', 'v1/firms/f/notes'])('%j is nothing', (path) => {
    expect(table.find('GET', path)).toEqual({ kind: 'missing' });
  });

  test('two routes that answer the same do not start', () => {
    const twice = ['{a}', '{b}'].map((name) => ({ method: 'GET', path: `/x/${name}`, target: name }));
    expect(() => router(twice)).toThrow('two routes answer GET /x/{b}');
  });
});

test.each([
  ['Asia/Riyadh', '2026-03-15T21:30:00.000Z', '2026-03-16'],
  ['America/New_York', '2026-03-16T03:59:00.000Z', '2026-03-15'],
  ['America/New_York', '2026-03-16T04:00:00.000Z', '2026-03-16'],
  ['Asia/Kathmandu', '2026-03-15T18:14:59.000Z', '2026-03-15'],
  ['Asia/Kathmandu', '2026-03-15T18:15:00.000Z', '2026-03-16'],
])('in %s it is at %s the %s', (timeZone, now, date) => {
  expect(todayIn(timeZone, now)).toBe(date);
});

test.each([
  [undefined, undefined],
  ['', undefined],
  ['*', undefined],
  ['arz', undefined],
  ['en;q=nonsense', 'en'],
])('the language of %j is %j', (header, language) => {
  expect(acceptedLanguage(header)).toBe(language);
});

test('a file’s name is safe in a header, whatever it holds', () => {
  expect(attachment('a"b\r\n\\.csv')).toBe('attachment; filename="a_b___.csv"; filename*=UTF-8\'\'a%22b%0D%0A%5C.csv');
});

test('no two draws from the pool are the same', () => {
  const draw = randomPool();
  const draws = Array.from({ length: 5000 }, () => Buffer.from(draw(16)).toString('hex'));
  expect(new Set(draws).size).toBe(5000);
  expect(draw(20_000)).toHaveLength(20_000);
});
