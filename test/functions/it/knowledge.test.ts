import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalHost } from '../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../host.ts';
import { eventsOf, joinAs } from '../work/office.ts';

let host: LocalHost;
let owner: Client;
let staff: Client;
beforeAll(async () => {
  host = await aHost();
  owner = await signUp(host.url);
  staff = await joinAs(host, owner, 'staff', 'Sami');
});
afterAll(() => host.stop());

const printer = {
  wordings: {
    en: { title: 'The printer does not print', body: 'Turn it off, wait a minute, and turn it on again.\n\nThen print a test page.' },
    ar: { title: 'الطابعة لا تطبع', body: 'أوقف الطابعة دقيقة ثم شغّلها، واطبع صفحة تجريبية.' },
  },
  kinds: ['incident'],
  tags: ['printer'],
};
const write = async (who: Client, article: object = printer) => (await who.post('/articles', article)).body;
const publish = async (id: string) => (await owner.post(`/articles/${id}/publish`)).body;
const change = (id: string, body: object, version: number) => owner.send('PATCH', `/articles/${id}`, body, { 'if-match': `"${version}"` });

describe('an article', () => {
  test('is read by those who write until it is published, and by everybody then', async () => {
    const { id } = await write(owner);
    expect((await staff.get(`/articles/${id}`)).status).toBe(404);
    expect((await staff.get('/articles?state=draft')).body.data).toEqual([]);
    expect((await owner.get('/articles?state=draft')).body.data.map((one: { id: string }) => one.id)).toContain(id);
    expect(await publish(id)).toMatchObject({ state: 'published', publishedAt: expect.any(String) });
    expect((await staff.get(`/articles/${id}`)).body.wordings.ar.title).toBe('الطابعة لا تطبع');
    await owner.post(`/articles/${id}/archive`);
    expect((await staff.get(`/articles/${id}`)).status).toBe(404);
  });

  test.each([
    ['no language', { wordings: {} }, 422, '/wordings'],
    ['a title without a text', { wordings: { en: { title: 'x' } } }, 422, '/wordings/en/body'],
    ['a third language', { wordings: { ...printer.wordings, fr: { title: 'x', body: 'y' } } }, 422, '/wordings/fr'],
    ['a kind that is none', { ...printer, kinds: ['holiday'] }, 422, '/kinds/0'],
    ['eleven tags', { ...printer, tags: Array.from({ length: 11 }, (_, i) => `t${i}`) }, 422, '/tags'],
  ])('with %s is refused where it is wrong', async (_, body, status, pointer) => {
    const answer = await owner.post('/articles', body);
    expect(answer.status).toBe(status);
    expect(answer.body.errors.map((fault: { pointer: string }) => fault.pointer)).toContain(pointer);
  });

  test('keeps what it said before, latest first', async () => {
    const { id } = await write(owner);
    const said = (title: string) => ({ wordings: { en: { title, body: 'b' } } });
    await change(id, said('Second'), 1);
    expect((await change(id, said('Third'), 2)).body.titles).toEqual({ en: 'Third', ar: null });
    expect((await change(id, said('Late'), 2)).status).toBe(412);
    const { data } = (await owner.get(`/articles/${id}/versions`)).body;
    expect(data.map((one: { version: number; wordings: { en: { title: string } } }) => [one.version, one.wordings.en.title])).toEqual([
      [2, 'Second'],
      [1, 'The printer does not print'],
    ]);
  });

  test('is published once, archived, and published again; each is an event', async () => {
    const { id } = await write(owner);
    await publish(id);
    expect(await owner.post(`/articles/${id}/publish`)).toMatchObject({ status: 409, body: { code: 'article.state' } });
    expect((await owner.post(`/articles/${id}/archive`)).status).toBe(200);
    expect((await publish(id)).state).toBe('published');
    const events = (await eventsOf(owner, 'article.published')).filter((event) => event.entity.id === id);
    expect(events).toHaveLength(2);
    expect(events[0].data).toEqual({ title: 'The printer does not print' });
  });

  test('counts one answer a person, which they may change, and 20 at once of one person are one', async () => {
    const { id } = await write(owner);
    await publish(id);
    const answers = await Promise.all(Array.from({ length: 20 }, () => staff.post(`/articles/${id}/feedback`, { helped: true })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await owner.post(`/articles/${id}/feedback`, { helped: true });
    expect((await staff.post(`/articles/${id}/feedback`, { helped: false })).body).toMatchObject({ helped: { yes: 1, no: 1 }, mine: false });
    expect((await owner.get(`/articles/${id}`)).body).toMatchObject({ helped: { yes: 1, no: 1 }, mine: true, version: 2 });
  });
});

describe('suggestions', () => {
  const suggested = async (text: string, more = '') =>
    (await staff.get(`/articles/suggestions?q=${encodeURIComponent(text)}${more}`)).body.data.map((one: { title: string }) => one.title);

  test('answer what is typed in either language, of what is published alone, by its present words', async () => {
    const firm = await signUp(host.url);
    const ask = async (text: string) =>
      (await firm.get(`/articles/suggestions?q=${encodeURIComponent(text)}`)).body.data as { id: string; title: string; beginning: string }[];
    const { id } = (await firm.post('/articles', printer)).body;
    expect(await ask('my printer is broken')).toEqual([]);
    await firm.post(`/articles/${id}/publish`);
    expect((await ask('my printer is broken')).map((one) => one.id)).toEqual([id]);
    expect((await ask('طابعه المكتب لا تعمل')).map((one) => one.id)).toEqual([id]);
    expect(await ask('leave next week')).toEqual([]);
    await firm.send(
      'PATCH',
      `/articles/${id}`,
      { wordings: { en: { title: 'Scanning', body: 'Put the page in.' } }, tags: [] },
      { 'if-match': '"2"' },
    );
    expect(await ask('my printer is broken')).toEqual([]);
    expect((await ask('scanning a page'))[0]?.beginning).toBe('Put the page in.');
  });

  test('put first what is written for the kind of case', async () => {
    const text = { en: { title: 'Mailbox quota', body: 'b' } };
    const general = await write(owner, { wordings: text });
    const incident = await write(owner, { wordings: { en: { ...text.en, title: 'Mailbox full' } }, kinds: ['incident'] });
    await publish(general.id);
    await publish(incident.id);
    expect((await suggested('mailbox', '&kind=incident'))[0]).toBe('Mailbox full');
    expect(await suggested('mailbox')).toHaveLength(2);
  });
});
