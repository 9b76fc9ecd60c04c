import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { addDays } from '../../../../domain/kernel/dates.ts';
import type { LocalHost } from '../../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../../host.ts';
import { joinAs, mailsTo } from '../office.ts';
import { lasting } from './lasting.ts';

let host: LocalHost;
afterEach(() => host.stop());

/** A Saudi firm: Sunday to Thursday, Riyadh time. */
async function office(at: string, more: object = {}) {
  host = await aHost({ at, addressFactor: 10_000, ...more });
  return lasting(await signUp(host.url, {}, 'owner@example.com'), 'owner@example.com');
}
const vat = { title: 'VAT return', firstOn: '2026-01-31', rule: 'FREQ=MONTHLY;BYMONTHDAY=31' };
const set = async (who: Client, body: object) => {
  const answer = await who.post('/deadlines', body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};
// biome-ignore lint/suspicious/noExplicitAny: a test reads what came over the wire.
const datesOf = async (who: Client, id: string): Promise<any[]> => (await who.get(`/deadlines/${id}`)).body.occurrences.toReversed();
async function remindedOf(who: Client) {
  const told: [day: string, date: string, days: number][] = [];
  for (let after = 0; ; ) {
    const { data } = (await who.get(`/events?limit=200&after=${after}`)).body;
    if (data.length === 0) return told;
    for (const event of data) if (event.type === 'deadline.reminded') told.push([event.at.slice(0, 10), event.data.date, event.data.days]);
    after = data.at(-1).seq;
  }
}

test('W6: reminders fire once per threshold, then a badge; overdue stays overdue until done or waived; a series has no horizon end; the key is the scheduled date', async () => {
  const owner = await office('2025-12-01T06:00:00.000Z');
  const member = await joinAs(host, owner, 'staff', 'Sami');
  const sami = { ...lasting(member, member.email), user: member.user, email: member.email };
  const one = await set(owner, { ...vat, owner: sami.user, shift: 'next-open-day' });
  expect(one).toMatchObject({ ruleWords: { en: 'every month on the last day', ar: 'كل شهر في آخر يوم' }, reminders: [30, 7, 0], overdue: false });
  // 31 January 2026 is a Saturday, on which the firm rests: due on Sunday, kept under Saturday.
  expect(one.next).toEqual({ date: '2026-01-31', dueOn: '2026-02-01' });
  expect((await set(owner, { title: 'Twice in a row', firstOn: '2026-01-30' })).next).toEqual({ date: '2026-01-30', dueOn: '2026-01-30' });

  await host.advanceTo('2026-02-03T00:00:00.000Z');
  const fired = (await remindedOf(owner)).filter(([, date]) => date === '2026-01-31');
  expect(fired).toEqual([
    ['2026-01-02', '2026-01-31', 30],
    ['2026-01-25', '2026-01-31', 7],
    ['2026-02-01', '2026-01-31', 0],
  ]);
  const subjects = (await mailsTo(host, sami.email)).map(({ subject }) => subject);
  expect(subjects.filter((subject) => subject.includes('2026-02-01') || subject.startsWith('Due today'))).toHaveLength(3);

  // The badge: overdue until somebody settles it, however long that takes.
  const badge = async () => (await sami.get('/deadlines?owner=me&overdue=true')).body.data.map(({ next }: { next: { date: string } }) => next.date);
  expect(await badge()).toEqual(['2026-01-31']);
  await host.advanceTo('2026-06-02T00:00:00.000Z');
  expect(await badge()).toEqual(['2026-01-31']);
  expect((await sami.post(`/deadlines/${one.id}/occurrences/2026-01-31/complete`, { evidence: 'SADAD 123' })).body).toMatchObject({
    date: '2026-01-31',
    state: 'done',
    settled: { by: { name: 'Sami' }, note: 'SADAD 123' },
  });
  expect(await badge()).toEqual(['2026-02-28']);
  for (const date of ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'])
    expect((await sami.post(`/deadlines/${one.id}/occurrences/${date}/waive`, { reason: 'Deregistered' })).status).toBe(200);
  expect(await badge()).toEqual([]);

  // Five years on, the host away meanwhile: the series is still a year ahead, every scheduled date is there once, and was told of once.
  host.clock.moveTo('2031-01-15T00:00:00.000Z');
  await host.sweep();
  const dates = (await datesOf(owner, one.id)).map(({ date }) => date);
  expect(new Set(dates).size).toBe(dates.length);
  expect(dates.at(-1)).toBe('2032-01-31');
  expect(dates).toContain('2028-02-29');
  expect((await remindedOf(owner)).filter(([, date]) => date === '2028-02-29')).toEqual([['2031-01-15', '2028-02-29', 0]]);
}, 60_000);

test('done before a threshold silences it; waived and reopened, what was told is not told again', async () => {
  const owner = await office('2026-01-01T06:00:00.000Z');
  const one = await set(owner, { title: 'Licence fee', firstOn: '2026-02-10' });
  await host.advanceTo('2026-01-12T00:00:00.000Z');
  expect(await remindedOf(owner)).toEqual([['2026-01-11', '2026-02-10', 30]]);
  const at = `/deadlines/${one.id}/occurrences/2026-02-10`;
  await owner.post(`${at}/complete`);
  await host.advanceTo('2026-02-04T00:00:00.000Z');
  expect(await remindedOf(owner)).toHaveLength(1);
  expect((await owner.post(`${at}/complete`)).body.code).toBe('occurrence.settled');
  expect((await owner.post(`${at}/reopen`)).body).toMatchObject({ state: 'pending', settled: null, reminded: [30] });
  await host.advanceTo('2026-02-11T00:00:00.000Z');
  // Reopened late: one reminder for the seventh day, which had passed, then the day itself.
  expect(await remindedOf(owner)).toEqual([
    ['2026-01-11', '2026-02-10', 30],
    ['2026-02-04', '2026-02-10', 7],
    ['2026-02-10', '2026-02-10', 0],
  ]);
  expect((await owner.post(`${at}/reopen`)).body.code).toBe('occurrence.pending');
  expect((await owner.post(`${at}/waive`, {})).status).toBe(422);
});

test('whatever outages a host has, each threshold is told at most once, the last one always, and never two at a time', async () => {
  const owner = await office('2026-01-01T06:00:00.000Z');
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 45 }), { minLength: 1, maxLength: 5 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 4 }),
      async (outages, reminders) => {
        const began = host.clock.now();
        const firstOn = addDays(began.slice(0, 10), 50);
        const { id } = await set(owner, { title: 'Outage', firstOn, reminders });
        let day = began.slice(0, 10);
        for (const days of outages) {
          // The host is away: its clock jumps, and it looks only when it is back.
          day = addDays(day, days);
          host.clock.moveTo(`${day}T09:00:00.000Z`);
          await host.sweep();
        }
        host.clock.moveTo(`${addDays(firstOn, 300)}T09:00:00.000Z`);
        await host.sweep();
        const { body } = await owner.get(`/events?entity=deadline:${id}&limit=100`);
        const told = body.data.filter(({ type }: { type: string }) => type === 'deadline.reminded');
        const days = told.map(({ data }: { data: { days: number } }) => data.days);
        const looks = told.map(({ at }: { at: string }) => at.slice(0, 10));
        expect(new Set(days).size).toBe(days.length);
        expect(new Set(looks).size).toBe(looks.length);
        expect(days.at(-1)).toBe(Math.min(...reminders));
      },
    ),
    { numRuns: 15 },
  );
}, 120_000);

test('making the dates of a series again adds none', async () => {
  const owner = await office('2026-01-01T06:00:00.000Z');
  const { id } = await set(owner, { title: 'Weekly', firstOn: '2026-01-04', rule: 'FREQ=WEEKLY' });
  const before = await datesOf(owner, id);
  expect(before).toHaveLength(16);
  for (let i = 0; i < 3; i++) await host.sweep();
  expect(await datesOf(owner, id)).toEqual(before);
  // Away for two years: every week is there once, those that nobody met are overdue.
  host.clock.moveTo('2028-01-05T09:00:00.000Z');
  await host.sweep();
  const { body } = await owner.get(`/calendar?from=2027-01-01&to=2027-12-31`);
  const on = body.data.filter((day: { source: string }) => day.source === 'deadline').map((day: { on: string }) => day.on);
  expect(on).toHaveLength(52);
  expect(new Set(on).size).toBe(52);
  expect((await datesOf(owner, id)).filter(({ date }) => date > '2028-01-05')).toHaveLength(16);
}, 60_000);

test('a change reaches the dates to come; what is done or overdue stays', async () => {
  const owner = await office('2026-01-01T06:00:00.000Z');
  const one = await set(owner, { title: 'GOSI', firstOn: '2026-01-15', rule: 'FREQ=MONTHLY;BYMONTHDAY=15' });
  await host.advanceTo('2026-03-20T06:00:00.000Z');
  await owner.post(`/deadlines/${one.id}/occurrences/2026-01-15/complete`);
  await owner.post(`/deadlines/${one.id}/occurrences/2026-04-15/complete`);
  const at = `/deadlines/${one.id}`;
  expect((await owner.send('PATCH', at, { title: 'x' })).status).toBe(428);
  expect((await owner.send('PATCH', at, { title: 'x' }, { 'if-match': '"9"' })).body.code).toBe('version.stale');
  const changed = await owner.send('PATCH', at, { title: 'Social insurance', rule: 'FREQ=MONTHLY;BYMONTHDAY=10' }, { 'if-match': '"1"' });
  expect(changed.body).toMatchObject({ title: 'Social insurance', version: 2, next: { date: '2026-02-15' }, overdue: true });
  const dates = await datesOf(owner, one.id);
  expect(dates.filter(({ date }) => date < '2026-06-01').map(({ date, state }) => [date, state])).toEqual([
    ['2026-01-15', 'done'],
    ['2026-02-15', 'pending'],
    ['2026-03-15', 'pending'],
    ['2026-04-10', 'pending'],
    ['2026-04-15', 'done'],
    ['2026-05-10', 'pending'],
  ]);
  const april = (await owner.get('/calendar?from=2026-04-01&to=2026-04-30')).body.data;
  expect(april.map(({ on, title, done }: Record<string, unknown>) => [on, title, done])).toEqual([
    ['2026-04-10', 'Social insurance', false],
    ['2026-04-15', 'GOSI', true],
  ]);
  const archived = await owner.post(`${at}/archive`);
  expect(archived.body).toMatchObject({ state: 'archived', next: { date: '2026-02-15' } });
  expect((await datesOf(owner, one.id)).filter(({ state }) => state === 'pending').map(({ date }) => date)).toEqual(['2026-02-15', '2026-03-15']);
  expect((await owner.post(`${at}/archive`)).body.code).toBe('deadline.archived');
  await host.advanceTo('2027-03-20T06:00:00.000Z');
  expect(await datesOf(owner, one.id)).toHaveLength(4);
});

test('a deadline opens its case so many days before, once, and the case names who has it', async () => {
  const owner = await office('2026-01-01T06:00:00.000Z');
  const one = await set(owner, {
    title: 'Renew the lease',
    firstOn: '2026-02-10',
    does: { type: 'open-case', kind: 'general-request', title: 'Prepare the renewal', daysBefore: 14 },
  });
  await host.advanceTo('2026-01-26T00:00:00.000Z');
  expect((await owner.get('/cases')).body.data).toEqual([]);
  await host.advanceTo('2026-02-20T00:00:00.000Z');
  await host.sweep();
  const cases = (await owner.get('/cases')).body.data;
  expect(cases).toHaveLength(1);
  expect(cases[0]).toMatchObject({ title: 'Prepare the renewal', kind: 'general-request', number: 1 });
  expect(cases[0].openedAt).toMatch(/^2026-01-27T05:00:00/);
  expect((await datesOf(owner, one.id))[0]).toMatchObject({ case: cases[0].id, reminded: [30, 7, 0], overdue: true });
});

test('staff settle what is theirs and nothing else', async () => {
  const owner = await office('2026-01-01T06:00:00.000Z');
  const member = await joinAs(host, owner, 'staff', 'Sami');
  const sami = { ...lasting(member, member.email), user: member.user, email: member.email };
  const mine = await set(owner, { ...vat, owner: sami.user });
  const other = await set(owner, vat);
  expect((await sami.post(`/deadlines/${other.id}/occurrences/2026-01-31/complete`)).body).toMatchObject({
    status: 403,
    code: 'occurrence.not_yours',
  });
  expect((await sami.post(`/deadlines/${mine.id}/occurrences/2026-01-31/complete`)).status).toBe(200);
  expect((await sami.post('/deadlines', vat)).status).toBe(403);
});

describe('a deadline is refused', () => {
  test.each([
    ['a rule of hours', { rule: 'FREQ=HOURLY' }, 'deadline.rule_unsupported', '/rule'],
    ['no rule at all', { rule: 'monthly' }, 'deadline.rule_malformed', '/rule'],
    ['an end before its beginning', { rule: 'FREQ=MONTHLY;UNTIL=20250101' }, 'deadline.no_dates', '/rule'],
    ['an end that has passed', { firstOn: '2020-01-31', rule: 'FREQ=MONTHLY;COUNT=3' }, 'deadline.no_dates', '/rule'],
    ['the 31st and the 15th of short months', { rule: 'FREQ=MONTHLY;BYMONTHDAY=15,31' }, 'deadline.rule_last_day', '/rule'],
    ['an owner from elsewhere', { owner: `usr_${'0'.repeat(26)}` }, 'deadline.owner_unknown', '/owner'],
    ['a contact from elsewhere', { link: { kind: 'contact', id: `con_${'0'.repeat(26)}` } }, 'deadline.link_unknown', '/link/id'],
    ['a kind whose form asks', { does: { type: 'open-case', kind: 'change', daysBefore: 3 } }, 'deadline.case_form', '/does/kind'],
    [
      'a queue that is not there',
      { does: { type: 'open-case', kind: 'general-request', queue: 'nowhere', daysBefore: 3 } },
      'queue.unknown',
      '/does/queue',
    ],
    ['a date that is none', { firstOn: '2026-02-30' }, 'request.invalid', '/firstOn'],
    ['a threshold of a thousand days', { reminders: [1000] }, 'request.invalid', '/reminders/0'],
    ['an id of another kind', { link: { kind: 'case', id: `con_${'0'.repeat(26)}` } }, 'request.invalid', '/link/id'],
  ])('%s', async (_, body, code, pointer) => {
    const owner = await office('2026-01-01T06:00:00.000Z');
    const answer = await owner.post('/deadlines', { ...vat, ...body });
    expect(answer.body).toMatchObject({ status: 422, code, errors: [{ pointer }] });
    expect((await owner.get('/deadlines')).body.data).toEqual([]);
  });
});

test('a preview shows dates and due days, and keeps nothing; templates are of the firm’s country and to be confirmed', async () => {
  const owner = await office('2026-01-10T06:00:00.000Z');
  const { body } = await owner.post('/deadlines/preview', { firstOn: '2026-01-31', rule: 'FREQ=MONTHLY', shift: 'previous-open-day', count: 3 });
  expect(body).toEqual({
    ruleWords: { en: 'every month on the last day', ar: 'كل شهر في آخر يوم' },
    dates: [
      { date: '2026-01-31', dueOn: '2026-01-29' },
      { date: '2026-02-28', dueOn: '2026-02-26' },
      { date: '2026-03-31', dueOn: '2026-03-31' },
    ],
    ends: false,
  });
  const templates = (await owner.get('/deadline-templates')).body.data;
  expect(templates.map(({ code, firstOn }: Record<string, unknown>) => [code, firstOn])).toEqual([
    ['sa-vat-monthly', '2026-01-31'],
    ['sa-vat-quarterly', '2026-01-31'],
    ['sa-zakat', '2026-04-29'],
    ['sa-gosi', '2026-01-15'],
    ['sa-wht', '2026-01-10'],
  ]);
  for (const { firstOn, rule, source, toBeConfirmed } of templates) {
    expect(source.ar && toBeConfirmed).toBe(true);
    expect((await owner.post('/deadlines/preview', { firstOn, rule })).body.dates[0].date).toBe(firstOn);
  }
});

test('a maintenance plan is a deadline that opens a case about its asset, and is found by either', async () => {
  const owner = await office('2026-01-01T06:00:00.000Z');
  const asset = (await owner.post('/assets', { name: 'Air conditioner', tag: 'AC-1' })).body;
  const plan = await set(owner, {
    title: 'Clean the filters',
    firstOn: '2026-01-10',
    rule: 'FREQ=MONTHLY',
    does: { type: 'open-case', kind: 'maintenance', daysBefore: 3 },
    link: { kind: 'asset', id: asset.id },
  });
  await set(owner, vat);
  for (const query of [`asset=${asset.id}`, 'opens=maintenance'])
    expect((await owner.get(`/deadlines?${query}`)).body.data.map(({ id }: { id: string }) => id)).toEqual([plan.id]);
  await host.advanceTo('2026-01-08T06:00:00.000Z');
  const [opened] = (await owner.get('/cases?kind=maintenance')).body.data;
  expect((await owner.get(`/cases/${opened.id}`)).body.fields).toEqual({ asset: 'AC-1 Air conditioner' });
  const unknown = { ...vat, link: { kind: 'asset', id: `ast_${'0'.repeat(26)}` } };
  expect(await owner.post('/deadlines', unknown)).toMatchObject({ status: 422, body: { code: 'deadline.link_unknown' } });
});
