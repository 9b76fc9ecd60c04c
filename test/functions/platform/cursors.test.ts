import { describe, expect, test } from 'vitest';
import { world } from './notes/world.ts';

const w = await world();
const [one, two] = [await w.member('owner'), await w.member('owner')];
const notesOf = (who: { readonly firm: string }) => `/v1/firms/${who.firm}/notes`;
for (const who of [one, two]) for (let i = 0; i < 25; i++) await w.ask('POST', notesOf(who), { as: who, body: { text: `${i}` } });
const list = (who: typeof one, query: string, base = notesOf(who)) => w.ask('GET', `${base}?${query}`, { as: who });
const first = await list(one, 'limit=10');

describe('the pages of a list', () => {
  test.each(['asc', 'desc'])('%s are together the whole, without doubles, while more is written', async (order) => {
    const seen: string[] = [];
    const before: string[] = (await list(one, 'limit=200')).json.data.map(({ id }: { id: string }) => id);
    for (let cursor = '', pages = 0; pages < 6; pages++) {
      const { json } = await list(one, `order=${order}&limit=7${cursor}`);
      seen.push(...json.data.map(({ id }: { id: string }) => id));
      await w.ask('POST', notesOf(one), { as: one, body: { text: 'meanwhile' } });
      if (!json.has_more) break;
      cursor = `&cursor=${encodeURIComponent(json.next_cursor)}`;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(before));
  });

  test('may change their size on the way', async () => {
    const next = await list(one, `limit=3&cursor=${first.json.next_cursor}`);
    expect([next.status, next.json.data.length]).toEqual([200, 3]);
  });

  test.each([
    ['a cursor of another firm', () => list(two, `cursor=${first.json.next_cursor}`)],
    ['a cursor of another list', () => list(one, `cursor=${first.json.next_cursor}`, `/v1/firms/${one.firm}/others`)],
    ['a cursor of another question', () => list(one, `order=desc&cursor=${first.json.next_cursor}`)],
    ['a cursor with a letter changed', () => list(one, `cursor=${first.json.next_cursor.replace(/.$/, (c: string) => (c === 'A' ? 'B' : 'A'))}`)],
    ['a cursor cut short', () => list(one, `cursor=${first.json.next_cursor.slice(0, 12)}`)],
    ['an empty cursor', () => list(one, 'cursor=')],
    ['a cursor that is no text of ours', () => list(one, 'cursor=%F0%9F%92%A9')],
  ])('refuse %s', async (_fact, ask) => {
    const { status, json } = await ask();
    expect([status, json.code]).toEqual([400, 'cursor.invalid']);
  });
});
