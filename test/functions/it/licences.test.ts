import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalHost } from '../../../infra/local/host.ts';
import { type Answer, aHost, type Client, client, PASSWORD, signUp } from '../../host.ts';
import { eventsOf, joinAs, mailsTo } from '../work/office.ts';

let host: LocalHost;
let owner: Client;
let staff: Awaited<ReturnType<typeof joinAs>>;
let firms = 0;
/** A firm of its own, on the host’s clock. */
const aFirm = () => signUp(host.url, { country: 'GB', currency: 'GBP' }, `keeper-${++firms}@example.com`);

beforeAll(async () => {
  host = await aHost({ at: '2026-01-10T09:00:00.000Z' });
  owner = await signUp(host.url, { country: 'GB', currency: 'GBP' });
  staff = await joinAs(host, owner, 'staff', 'Sami');
}, 30_000);
afterAll(() => host.stop());

// biome-ignore lint/suspicious/noExplicitAny: a test reads what came over the wire.
const made = (answer: Answer): any => {
  expect(answer.body, JSON.stringify(answer.body)).not.toHaveProperty('code');
  return answer.body;
};
const enter = async (more: object = {}, who = owner) =>
  made(await who.post('/licences', { product: 'Office', startsOn: '2026-01-01', endsOn: '2026-12-31', seats: 10, ...more }));
const seat = (who: Client, licence: string, holder: object) => who.post(`/licences/${licence}/seats`, holder);

describe('P2: seats', () => {
  test('fifty people ask for ten seats at once: ten have one, nobody two, never an eleventh', async () => {
    const one = await enter();
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => seat(owner, one.id, { holder: { name: `Person ${i}` } })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(new Set(answers.filter(({ status }) => status !== 201).map(({ body }) => body.code))).toEqual(new Set(['licence.full']));
    expect((await owner.get(`/licences/${one.id}`)).body).toMatchObject({ held: 10, seats: 10 });
    const held = (await owner.get(`/licences/${one.id}/seats?limit=100`)).body.data;
    expect(new Set(held.map(({ holder }: { holder: { name: string } }) => holder.name)).size).toBe(10);
  });

  test('somebody holds a seat once, whatever the race and however their name is written', async () => {
    const one = await enter();
    const names = ['أحمد', 'احمد', ' أحمد ', 'أحمد', 'أحْمد', 'احمد', 'أحمد', 'أحمد'];
    const answers = await Promise.all(names.map((name) => seat(owner, one.id, { holder: { name } })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...names.slice(1).map(() => 409)]);
    expect(new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body.code))).toEqual(new Set(['licence.seat_held']));
    expect((await owner.get(`/licences/${one.id}`)).body.held).toBe(1);
  });

  test('seats are taken, released and taken back while their number shrinks: those held never exceed those there are', async () => {
    const one = await enter({ seats: 6 });
    for (let round = 0; round < 4; round++) {
      const { version } = (await owner.get(`/licences/${one.id}`)).body;
      const held = (await owner.get(`/licences/${one.id}/seats`)).body.data as { id: string }[];
      await Promise.all([
        ...Array.from({ length: 8 }, (_, i) => seat(owner, one.id, { holder: { name: `r${round} p${i}` } })),
        ...held.slice(0, 3).map(({ id }) => owner.post(`/licences/${one.id}/seats/${id}/release`)),
        owner.send('PATCH', `/licences/${one.id}`, { seats: 6 - round }, { 'if-match': `"${version}"` }),
      ]);
      const now = (await owner.get(`/licences/${one.id}`)).body;
      expect(now.held).toBeLessThanOrEqual(now.seats);
      expect((await owner.get(`/licences/${one.id}/seats?limit=50`)).body.data).toHaveLength(now.held);
    }
  });

  test('a seat is released once, and stays on record', async () => {
    const one = await enter({ seats: 1 });
    const taken = made(await seat(owner, one.id, { holder: { user: staff.user } }));
    expect((await seat(owner, one.id, { holder: { name: 'x' } })).body.code).toBe('licence.full');
    const answers = await Promise.all(Array.from({ length: 5 }, () => owner.post(`/licences/${one.id}/seats/${taken.id}/release`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    expect((await owner.get(`/licences/${one.id}`)).body.held).toBe(0);
    made(await seat(owner, one.id, { holder: { user: staff.user } }));
    expect((await eventsOf(owner, 'seat.released')).map(({ data }) => data.seat)).toContain(taken.id);
  });

  test('an asset holds a seat as a person does', async () => {
    const [one, asset] = [await enter(), made(await owner.post('/assets', { name: 'Server' }))];
    expect(made(await seat(owner, one.id, { asset: asset.id }))).toMatchObject({ holder: null, asset: { id: asset.id, tag: asset.tag } });
    expect((await seat(owner, one.id, { asset: asset.id })).body.code).toBe('licence.seat_held');
    expect((await seat(owner, one.id, { asset: `ast_${'0'.repeat(26)}` })).body.code).toBe('asset.unknown');
    expect((await seat(owner, one.id, { asset: asset.id, holder: { name: 'x' } })).status).toBe(422);
    expect((await seat(owner, one.id, {})).status).toBe(422);
    expect((await seat(staff, one.id, { holder: { name: 'x' } })).status).toBe(403);
  });

  test('none is given before the first day or past the last', async () => {
    const [past, ahead] = [
      await enter({ startsOn: '2025-01-01', endsOn: '2026-01-09' }),
      await enter({ startsOn: '2026-02-01', endsOn: '2026-12-31' }),
    ];
    expect(past.state).toBe('expired');
    expect(ahead.state).toBe('upcoming');
    for (const { id } of [past, ahead])
      expect((await seat(owner, id, { holder: { name: 'x' } })).body).toMatchObject({ status: 409, code: 'licence.not_running' });
    const today = await enter({ endsOn: '2026-01-10' });
    made(await seat(owner, today.id, { holder: { name: 'x' } }));
  });

  test('seats below those held are refused, with how many they are', async () => {
    const one = await enter({ seats: 3 });
    for (const name of ['a', 'b']) made(await seat(owner, one.id, { holder: { name } }));
    const patch = (seats: number, version = 1) => owner.send('PATCH', `/licences/${one.id}`, { seats }, { 'if-match': `"${version}"` });
    expect((await patch(1)).body).toMatchObject({ status: 409, code: 'licence.seats_held', errors: [{ pointer: '/seats' }] });
    expect(made(await patch(2)).seats).toBe(2);
    expect((await owner.post(`/licences/${one.id}/renew`, { endsOn: '2027-12-31', seats: 1 })).body.code).toBe('licence.seats_held');
  });
});

describe('terms', () => {
  test('the cost of a seat is exact: what each costs and what is left over', async () => {
    expect((await enter({ seats: 3, cost: '100.00' })).term).toMatchObject({
      cost: '100.00',
      currency: 'GBP',
      costPerSeat: { each: '33.33', left: '0.01' },
    });
    expect((await enter({ seats: 7, cost: '100', currency: 'JPY' })).term.costPerSeat).toEqual({ each: '14', left: '2' });
    expect((await enter()).term.costPerSeat).toBeNull();
  });

  test('a renewal is a successor: the term before stays as it was', async () => {
    const one = await enter({ cost: '100.00' });
    const renewed = made(await owner.post(`/licences/${one.id}/renew`, { endsOn: '2027-12-31', seats: 12, cost: '150.00' }));
    expect(renewed.terms.map(({ startsOn, endsOn, seats, cost }: Record<string, unknown>) => [startsOn, endsOn, seats, cost])).toEqual([
      ['2026-01-01', '2026-12-31', 10, '100.00'],
      ['2027-01-01', '2027-12-31', 12, '150.00'],
    ]);
    // Until the larger term begins there are as many as the smaller has.
    expect(renewed).toMatchObject({ state: 'active', seats: 10 });
    expect((await owner.post(`/licences/${one.id}/renew`, { startsOn: '2027-06-01', endsOn: '2028-01-01' })).body).toMatchObject({
      code: 'licence.overlaps',
      errors: [{ pointer: '/startsOn' }],
    });
    expect((await owner.post(`/licences/${one.id}/renew`, { startsOn: '2028-06-01', endsOn: '2028-01-01' })).body.code).toBe('licence.backwards');
    expect((await owner.send('PATCH', `/licences/${one.id}`, { endsOn: '2030-01-01' }, { 'if-match': '"2"' })).status).toBe(422);
    const endless = made(await owner.post('/licences', { product: 'Bought once', startsOn: '2026-01-01', seats: 1, period: 'once' }));
    expect((await owner.post(`/licences/${endless.id}/renew`, { endsOn: '2028-01-01' })).body.code).toBe('licence.endless');
  });

  test.each([
    ['no seat', { seats: 0 }, 'request.invalid', '/seats'],
    ['half a seat', { seats: 1.5 }, 'request.invalid', '/seats'],
    ['an end before its beginning', { startsOn: '2026-02-01', endsOn: '2026-01-01' }, 'licence.backwards', '/endsOn'],
    ['a day that is none', { startsOn: '2026-02-30' }, 'request.invalid', '/startsOn'],
    ['a cost that is no amount', { cost: '1,5' }, 'amount.malformed', '/cost'],
    ['a key, which is a secret', { key: 'XXXX-YYYY' }, 'request.invalid', '/key'],
  ])('%s is refused by the member', async (_, more, code, pointer) => {
    expect((await owner.post('/licences', { product: 'x', startsOn: '2026-01-01', seats: 1, ...more })).body).toMatchObject({
      status: 422,
      code,
      errors: [{ pointer }],
    });
  });
});

describe('time', () => {
  test('its keepers are told once at 60, 30 and 7 days, and once that it ended', { timeout: 60_000 }, async () => {
    const own = await aHost({ at: '2026-01-10T09:00:00.000Z' });
    const mail = 'keeper@example.com';
    let firm = await signUp(own.url, { country: 'GB', currency: 'GBP' }, mail);
    const one = await enter({ product: 'Figma', endsOn: '2026-06-30' }, firm);
    const silent = await enter({ product: 'Slack', startsOn: '2025-07-01', endsOn: '2026-06-30', autoRenew: true, cost: '10.00' }, firm);
    const told = async (at: string) => {
      own.clock.moveTo(at);
      for (let i = 0; i < 4; i++) await own.sweep();
      const { token } = (await client(own.url, '', '').post('/v1/sessions', { email: mail, password: PASSWORD })).body;
      firm = client(own.url, firm.firm, token);
      return (await mailsTo(own, mail)).filter(({ subject }) => /Figma|Slack/.test(subject)).map(({ subject }) => /\d+/.exec(subject)?.[0]);
    };
    expect(await told('2026-04-30T12:00:00.000Z')).toEqual([]);
    expect(await told('2026-05-01T12:00:00.000Z')).toEqual(['60']);
    expect((await firm.get(`/licences/${one.id}`)).body.state).toBe('expiring');
    expect(await told('2026-05-20T12:00:00.000Z')).toEqual(['60']);
    // Away for two thresholds: one mail, of the nearer.
    expect((await told('2026-06-25T12:00:00.000Z')).sort()).toEqual(['60', '7']);
    expect((await told('2026-07-02T12:00:00.000Z')).length).toBe(2);
    expect((await eventsOf(firm, 'licence.expired')).map(({ entity }) => entity.id)).toEqual([one.id]);
    expect((await firm.get(`/licences/${one.id}`)).body.state).toBe('expired');
    const renewed = (await firm.get(`/licences/${silent.id}`)).body;
    expect(renewed).toMatchObject({ state: 'active', term: { startsOn: '2026-07-01', endsOn: '2027-06-30', cost: '10.00', autoRenew: true } });
    expect(renewed.terms).toHaveLength(2);
    expect((await told('2026-12-01T12:00:00.000Z')).length).toBe(2);
    expect(await eventsOf(firm, 'licence.expired')).toHaveLength(1);
    await own.stop();
  });

  test('the day it ends stands in the calendar, and moves with the renewal', async () => {
    const firm = await aFirm();
    const one = await enter({ product: 'Zoom', startsOn: '2027-01-01', endsOn: '2027-12-31' }, firm);
    const days = async (year: string) =>
      (await firm.get(`/calendar?from=${year}-12-01&to=${year}-12-31`)).body.data.map(({ on, date, source }: Record<string, string>) => [
        on ?? date,
        source,
      ]);
    expect(await days('2027')).toEqual([['2027-12-31', 'licence-renewal']]);
    made(await firm.post(`/licences/${one.id}/renew`, { endsOn: '2028-12-31' }));
    expect(await days('2027')).toEqual([]);
    expect(await days('2028')).toEqual([['2028-12-31', 'licence-renewal']]);
  });
});
