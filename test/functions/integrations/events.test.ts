import { describe, expect, test } from 'vitest';
import { rooms } from '../../../functions/integrations/api.ts';
import { integrationsIndex } from '../../../functions/integrations/routes.generated.ts';
import { eventHash } from '../../../functions/platform/event-chain.ts';
import { api } from '../../../functions/platform/http/api.ts';
import type { Person } from '../platform/notes/people.ts';
import { contextOf, eventOf, world } from '../platform/notes/world.ts';

const w = await world();
const owner = await w.member('owner');
const handler = api('integrations', integrationsIndex, rooms, { ports: () => w.ports, checkAnswers: true });
const events = `/v1/firms/${owner.firm}/events`;
async function ask(url: string, as?: Person, headers: Record<string, string> = {}) {
  const { statusCode, body = '', headers: answered } = await handler(eventOf('GET', url, { ...(as && { as }), headers }), contextOf(29_000));
  return { status: statusCode, text: body, headers: answered, json: /json/.test(answered['content-type'] ?? '') ? JSON.parse(body) : undefined };
}
const written: string[] = [];
for (let i = 0; i < 12; i++) written.push((await w.ask('POST', `/v1/firms/${owner.firm}/notes`, { as: owner, body: { text: `${i}` } })).json.id);
await w.ask('PATCH', `/v1/firms/${owner.firm}/notes/${written[3]}`, { as: owner, body: { text: 'changed' }, headers: { 'if-match': '"1"' } });
type Seen = { seq: number; type: string; hash: string };
const seqs = ({ json }: { json?: { data: Seen[] } }) => json?.data.map(({ seq }) => seq);

describe('the feed of a firm', () => {
  test('tells in order who did what to which thing', async () => {
    const { json } = await ask(events, owner);
    expect(json.data).toHaveLength(13);
    expect(json.data[0]).toMatchObject({
      seq: 1,
      type: 'note.written',
      by: { kind: 'user', id: owner.id, name: 'Huda' },
      entity: { kind: 'note', id: written[0] },
    });
    expect(json.data.at(-1)).toMatchObject({ seq: 13, type: 'note.changed' });
  });

  test('is continued after a number, for ever', async () => {
    expect(seqs(await ask(`${events}?after=11`, owner))).toEqual([12, 13]);
    expect(seqs(await ask(`${events}?after=13`, owner))).toEqual([]);
  });

  test('tells the latest first where that is asked', async () => {
    expect(seqs(await ask(`${events}?order=desc&limit=3`, owner))).toEqual([13, 12, 11]);
    expect(seqs(await ask(`${events}?order=desc&after=11`, owner))).toEqual([13, 12]);
  });

  test('tells of one thing alone', async () => {
    const { json } = await ask(`${events}?entity=note:${written[3]}`, owner);
    expect(json.data.map(({ type }: Seen) => type)).toEqual(['note.written', 'note.changed']);
    expect(seqs(await ask(`${events}?entity=note:con_nobody`, owner))).toEqual([]);
  });

  test('is read page by page, by the thing too', async () => {
    const seen: number[] = [];
    for (let cursor = ''; ; ) {
      const page = await ask(`${events}?limit=5${cursor}`, owner);
      seen.push(...(seqs(page) ?? []));
      if (!page.json.has_more) break;
      cursor = `&cursor=${page.json.next_cursor}`;
    }
    expect(seen).toEqual(Array.from({ length: 13 }, (_, i) => i + 1));
    const first = await ask(`${events}?entity=note:${written[3]}&limit=1`, owner);
    expect(seqs(await ask(`${events}?entity=note:${written[3]}&limit=1&cursor=${first.json.next_cursor}`, owner))).toEqual([13]);
  });

  test('is a chain that anybody can check', async () => {
    const { json } = await ask(events, owner);
    let previous = '';
    for (const { hash, ...event } of json.data) {
      previous = eventHash(previous, { ...event, firm: owner.firm });
      expect(hash).toBe(previous);
    }
  });

  test.each(['?after=-1', '?after=x', '?entity=note', '?entity=', '?order=up'])('refuses %s', async (query) => {
    expect((await ask(events + query, owner)).json.code).toBe('request.query_invalid');
  });

  test('is not for staff, and nothing to strangers', async () => {
    expect((await ask(events, await w.member('staff', owner.firm))).json.code).toBe('permission.denied');
    expect((await ask(events, await w.person())).json.code).toBe('request.not_found');
  });
});

describe('what anybody may read', () => {
  test('says whether we are well', async () => {
    expect((await ask('/healthz')).json).toEqual({ status: 'ok', at: '2026-03-15T21:30:00.000Z' });
  });

  test('describes the API', async () => {
    const { json, headers } = await ask('/v1/openapi.json');
    expect(json.openapi).toBe('3.1.1');
    expect(headers['content-disposition']).toBe('inline');
  });

  test.each([
    ['/docs', 'ar', 'ar'],
    ['/docs?lang=en', 'ar', 'en'],
    ['/docs', 'en', 'en'],
  ])('is a page at %s for who reads %s, in %s', async (url, language, expected) => {
    const { text, headers } = await ask(url, undefined, { 'accept-language': language });
    expect(text).toContain(`<html lang="${expected}"`);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.not.stringContaining('script-src'),
    });
  });
});
