import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalHost } from '../../../infra/local/host.ts';
import { type Answer, aHost, type Client, signUp } from '../../host.ts';
import { eventsOf, joinAs, mailsTo } from '../work/office.ts';

let host: LocalHost;
let owner: Client;
let ownerId: string;
let staff: Awaited<ReturnType<typeof joinAs>>;
let auditor: Awaited<ReturnType<typeof joinAs>>;
const nowhere = (prefix: string) => `${prefix}_${'0'.repeat(26)}`;

beforeAll(async () => {
  host = await aHost();
  owner = await signUp(host.url);
  ownerId = (await owner.get('/v1/me')).body.user.id;
  staff = await joinAs(host, owner, 'staff', 'Sami');
  auditor = await joinAs(host, owner, 'auditor', 'Omar');
}, 30_000);
afterAll(() => host.stop());

// biome-ignore lint/suspicious/noExplicitAny: a test reads what came over the wire.
const made = (answer: Answer): any => {
  expect(answer.body, JSON.stringify(answer.body)).not.toHaveProperty('code');
  return answer.body;
};
const add = async (more: object = {}, who = owner) => made(await who.post('/assets', { name: 'ThinkPad', category: 'laptop', ...more }));
const give = async (assets: readonly string[], to: object, who = owner) => who.post('/hand-overs', { assets, to, condition: 'good' });

describe('the register', () => {
  test('tags follow one another, and a tag that is typed moves them on', async () => {
    const firm = await signUp(host.url);
    expect((await add({}, firm)).tag).toBe('AST-0001');
    expect((await add({ tag: 'ast-0041' }, firm)).tag).toBe('ast-0041');
    expect((await firm.get('/assets/next-tag')).body).toEqual({ tag: 'AST-0042' });
    expect((await add({}, firm)).tag).toBe('AST-0042');
    expect((await firm.post('/assets', { name: 'x', tag: 'AST-0041' })).body).toMatchObject({
      status: 409,
      code: 'asset.tag_taken',
      errors: [{ pointer: '/tag' }],
    });
  });

  test('twenty assets at once take twenty tags without a gap', async () => {
    const firm = await signUp(host.url);
    const tags = (await Promise.all(Array.from({ length: 20 }, () => add({}, firm)))).map(({ tag }) => tag).sort();
    expect(tags).toEqual(Array.from({ length: 20 }, (_, i) => `AST-${String(i + 1).padStart(4, '0')}`));
  });

  test('P2: a serial number is held by one asset, whatever the race and however it is written', async () => {
    const serials = ['SN-900', 'sn-900', ' SN-900 ', 'SN-900', 'sn- 900', 'SN-900', 'SN-900', 'SN-900'];
    const answers = await Promise.all(serials.map((serial) => owner.post('/assets', { name: 'x', serial })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...serials.slice(1).map(() => 409)]);
    expect(new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body.code))).toEqual(new Set(['asset.serial_taken']));
    const other = await add({ serial: 'SN-901' });
    expect((await owner.send('PATCH', `/assets/${other.id}`, { serial: 'SN-900' }, { 'if-match': '"1"' })).body.code).toBe('asset.serial_taken');
    const freed = made(await owner.send('PATCH', `/assets/${other.id}`, { serial: null }, { 'if-match': '"1"' }));
    expect(freed.serial).toBeNull();
    expect((await add({ serial: 'SN-901' })).serial).toBe('SN-901');
  });

  test('what is written is changed and taken out, at its version', async () => {
    const one = await add({
      location: 'Riyadh',
      purchase: { on: '2026-01-02', cost: '4500.00', supplier: 'Acme', invoice: '77' },
      warrantyEndsOn: '2029-01-01',
      account: '1201',
    });
    expect(one.purchase).toEqual({ on: '2026-01-02', cost: '4500.00', currency: 'SAR', supplier: 'Acme', invoice: '77' });
    const changed = made(await owner.send('PATCH', `/assets/${one.id}`, { location: null, name: 'X1' }, { 'if-match': '"1"' }));
    expect(changed).toMatchObject({ location: null, name: 'X1', version: 2, purchase: { cost: '4500.00' } });
    expect((await owner.send('PATCH', `/assets/${one.id}`, { name: 'X2' }, { 'if-match': '"1"' })).body.code).toBe('version.stale');
  });

  test.each([
    ['no name', {}, 'request.invalid', '/name'],
    ['an empty name', { name: '' }, 'request.invalid', '/name'],
    ['a category that is none', { name: 'x', category: 'toaster' }, 'request.invalid', '/category'],
    ['a day that is none', { name: 'x', warrantyEndsOn: '2026-02-30' }, 'request.invalid', '/warrantyEndsOn'],
    ['a cost with too many decimals', { name: 'x', purchase: { cost: '1.005' } }, 'amount.digits', '/purchase/cost'],
    ['a cost below nothing', { name: 'x', purchase: { cost: '-1.00' } }, 'field.invalid', '/purchase/cost'],
    ['a currency that is none', { name: 'x', purchase: { cost: '1.00', currency: 'XQX' } }, 'field.invalid', '/purchase/currency'],
    ['a serial number of spaces', { name: 'x', serial: '   ' }, 'request.invalid', '/serial'],
    ['a member that it does not have', { name: 'x', colour: 'red' }, 'request.invalid', '/colour'],
  ])('%s is refused by the member', async (_, body, code, pointer) => {
    expect((await owner.post('/assets', body)).body).toMatchObject({ status: 422, code, errors: [{ pointer }] });
  });

  test('every move outside the table is refused with those that are open', async () => {
    const one = await add();
    const move = (to: string, reason?: string) => owner.post(`/assets/${one.id}/move`, { to, reason });
    expect((await move('assigned')).body).toMatchObject({ status: 409, code: 'asset.transition' });
    expect((await move('assigned')).body.detail + (await move('assigned')).body.title).toContain('in repair');
    expect((await move('retired')).body).toMatchObject({ status: 422, code: 'asset.reason_required' });
    expect(made(await move('in-repair')).state).toBe('in-repair');
    expect((await move('in-repair')).body.code).toBe('asset.transition');
    expect(made(await move('in-stock')).state).toBe('in-stock');
    expect(made(await move('lost', 'left in a taxi')).state).toBe('lost');
    expect(made(await move('in-stock')).state).toBe('in-stock');
    expect(made(await move('retired', 'burnt')).ways).toEqual([]);
    for (const to of ['in-stock', 'assigned', 'in-repair', 'lost', 'retired']) expect((await move(to, 'x')).body.code).toBe('asset.transition');
    expect((await give([one.id], { user: staff.user })).body.code).toBe('asset.transition');
  });

  test('lists are filtered, paged and saved as CSV that runs no formula', async () => {
    const firm = await signUp(host.url);
    for (const [name, category] of [
      ['=cmd()', 'laptop'],
      ['Printer', 'printer'],
      ['Laptop two', 'laptop'],
    ] as const)
      await add({ name, category }, firm);
    const names = async (query: string) => (await firm.get(`/assets?${query}`)).body.data.map(({ name }: { name: string }) => name);
    expect(await names('category=laptop')).toEqual(['=cmd()', 'Laptop two']);
    expect(await names('q=printer')).toEqual(['Printer']);
    expect(await names('q=ast-0003')).toEqual(['Laptop two']);
    expect(await names('state=assigned')).toEqual([]);
    const first = (await firm.get('/assets?limit=2')).body;
    expect(first).toMatchObject({ has_more: true });
    expect(await names(`limit=2&cursor=${first.next_cursor}`)).toEqual(['Laptop two']);
    expect((await firm.get('/assets?cursor=mine')).status).toBe(400);
    const file = await firm.get('/assets/export?category=laptop', { 'accept-language': 'ar' });
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.body).toContain('الرقم التسلسلي');
    expect(file.body).toContain("'=cmd()");
    expect(file.body).not.toContain('Printer');
  });

  test('the end of a warranty stands in the calendar until the asset is gone', async () => {
    const firm = await signUp(host.url);
    const one = await add({ warrantyEndsOn: '2027-03-04' }, firm);
    const days = async () =>
      (await firm.get('/calendar?from=2027-03-01&to=2027-03-31')).body.data.filter((day: { source: string }) => day.source === 'warranty-end');
    expect(await days()).toHaveLength(1);
    await firm.post(`/assets/${one.id}/move`, { to: 'retired', reason: 'old' });
    expect(await days()).toEqual([]);
  });
});

describe('hand-overs', () => {
  test('a hand-over waits for its custodian, who accepts as themself: who, when, from where and exactly what is kept', async () => {
    const one = await add({ serial: 'HO-1' });
    const issued = made(
      await owner.post('/hand-overs', { assets: [one.id], to: { user: staff.user }, condition: 'new', accessories: 'charger', note: 'mind it' }),
    );
    expect(issued).toMatchObject({ state: 'pending', acceptance: null, holder: { user: staff.user, name: 'Sami' } });
    expect((await owner.get(`/assets/${one.id}`)).body).toMatchObject({ state: 'in-stock', promised: issued.id, custodian: null, ways: [] });
    await host.sweep();
    expect((await mailsTo(host, staff.email)).some(({ text }) => text.includes(`/hand-overs/${issued.id}`))).toBe(true);
    expect((await staff.get('/hand-overs?to=me&state=pending')).body.data.map(({ id }: { id: string }) => id)).toEqual([issued.id]);
    expect((await owner.post(`/hand-overs/${issued.id}/accept`, {})).body).toMatchObject({ status: 403, code: 'hand_over.not_yours' });
    expect((await auditor.post(`/hand-overs/${issued.id}/accept`, {})).body).toMatchObject({ status: 403, code: 'hand_over.not_yours' });
    const accepted = made(await staff.post(`/hand-overs/${issued.id}/accept`, {}));
    const canonical = JSON.stringify([
      issued.id,
      'hand-over',
      [[one.id, one.tag, 'ThinkPad', 'HO-1', null]],
      [staff.user, 'Sami'],
      'new',
      'charger',
      'mind it',
      [ownerId, 'Mona'],
      issued.issuedAt,
    ]);
    expect(accepted).toMatchObject({
      state: 'accepted',
      acceptance: {
        by: { user: staff.user, name: 'Sami' },
        witness: null,
        typedName: null,
        digest: createHash('sha256').update(canonical).digest('hex'),
      },
    });
    expect(accepted.acceptance.from).not.toBe('');
    expect((await staff.get('/assets?custodian=me')).body.data.map(({ id }: { id: string }) => id)).toEqual([one.id]);
    expect((await staff.get('/hand-overs?to=me&state=pending')).body.data).toEqual([]);
    for (const act of ['accept', 'decline', 'withdraw']) {
      const who = act === 'withdraw' ? owner : staff;
      expect((await who.post(`/hand-overs/${issued.id}/${act}`, act === 'decline' ? { reason: 'x' } : {})).body).toMatchObject({
        status: 409,
        code: 'hand_over.settled',
      });
    }
    const after = (await owner.get(`/hand-overs/${issued.id}`)).body;
    for (const member of ['assets', 'holder', 'condition', 'accessories', 'note', 'issuedBy', 'issuedAt'])
      expect(after[member]).toEqual(issued[member]);
    expect((await eventsOf(owner, 'hand_over.accepted')).at(0)).toMatchObject({
      by: { id: staff.user },
      data: { digest: accepted.acceptance.digest },
    });
  });

  test('two hand-overs of the same asset at once: one is promised, the others are refused', async () => {
    const one = await add();
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => give([one.id], i % 2 ? { user: staff.user } : { name: `Person ${i}` })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status !== 201).map(({ body }) => body.code)).toEqual(Array.from({ length: 9 }, () => 'asset.promised'));
  });

  test('accepting and withdrawing at once has one outcome', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await add();
      const { id } = made(await give([one.id], { user: staff.user }));
      const [accepted, withdrawn] = await Promise.all([staff.post(`/hand-overs/${id}/accept`, {}), owner.post(`/hand-overs/${id}/withdraw`)]);
      expect([accepted.status, withdrawn.status].sort()).toEqual([200, 409]);
      const { state, custodian } = (await owner.get(`/assets/${one.id}`)).body;
      expect([state, custodian?.name]).toEqual(accepted.status === 200 ? ['assigned', 'Sami'] : ['in-stock', undefined]);
    }
  });

  test('a person without an account accepts by typing their name before whoever issued it', async () => {
    const one = await add();
    const { id } = made(await give([one.id], { name: 'أحمد  العلي' }));
    expect((await owner.post(`/hand-overs/${id}/accept`, {})).body).toMatchObject({ status: 422, code: 'hand_over.name_differs' });
    expect((await owner.post(`/hand-overs/${id}/accept`, { typedName: 'سالم' })).body.code).toBe('hand_over.name_differs');
    expect((await staff.post(`/hand-overs/${id}/accept`, { typedName: 'أحمد العلي' })).body).toMatchObject({
      status: 403,
      code: 'hand_over.not_witness',
    });
    const accepted = made(await owner.post(`/hand-overs/${id}/accept`, { typedName: 'احمد العلي' }));
    expect(accepted.acceptance).toMatchObject({ by: { user: null, name: 'أحمد العلي' }, typedName: 'احمد العلي', witness: { id: ownerId } });
    expect((await owner.get(`/assets?custodian=${encodeURIComponent('احمد العلي')}`)).body.data).toHaveLength(1);
  });

  test('what is declined stays where it was, with the reason', async () => {
    const one = await add();
    const { id } = made(await give([one.id], { user: staff.user }));
    expect((await staff.post(`/hand-overs/${id}/decline`, {})).status).toBe(422);
    expect(made(await staff.post(`/hand-overs/${id}/decline`, { reason: 'The screen is cracked' }))).toMatchObject({
      state: 'declined',
      reason: 'The screen is cracked',
    });
    expect((await owner.get(`/assets/${one.id}`)).body).toMatchObject({ state: 'in-stock', promised: null });
    made(await give([one.id], { user: staff.user }));
  });

  test('a return ends custody with its own evidence, and is of one custodian', async () => {
    const [a, b] = [await add(), await add()];
    const first = made(await give([a.id], { user: staff.user }));
    made(await staff.post(`/hand-overs/${first.id}/accept`, {}));
    const second = made(await give([b.id], { name: 'Guest' }));
    made(await owner.post(`/hand-overs/${second.id}/accept`, { typedName: 'guest' }));
    expect((await owner.post('/returns', { assets: [a.id, b.id], condition: 'good' })).body).toMatchObject({
      code: 'asset.custodian_differs',
      errors: [{ pointer: '/assets/1' }],
    });
    expect((await owner.post(`/assets/${a.id}/move`, { to: 'in-stock' })).body.code).toBe('asset.transition');
    const back = made(await owner.post('/returns', { assets: [a.id], condition: 'damaged', note: 'hinge', to: 'in-repair' }));
    expect(back).toMatchObject({
      kind: 'return',
      state: 'accepted',
      condition: 'damaged',
      holder: { user: staff.user },
      acceptance: { by: { user: ownerId } },
    });
    expect(back.acceptance.digest).toMatch(/^[0-9a-f]{64}$/);
    const after = (await owner.get(`/assets/${a.id}`)).body;
    expect(after).toMatchObject({ state: 'in-repair', custodian: null });
    expect(after.handOvers.map(({ kind }: { kind: string }) => kind)).toEqual(['return', 'hand-over']);
    expect((await owner.post('/returns', { assets: [a.id], condition: 'good' })).body.code).toBe('asset.transition');
  });

  test.each([
    ['nobody', { assets: ['a'], to: {}, condition: 'good' }],
    ['two at once', { assets: ['a'], to: { user: nowhere('usr'), name: 'x' }, condition: 'good' }],
    ['a member who is none', { assets: ['a'], to: { user: nowhere('usr') }, condition: 'good' }],
    ['an asset that is none', { assets: [nowhere('ast')], to: { name: 'x' }, condition: 'good' }],
    ['no asset', { assets: [], to: { name: 'x' }, condition: 'good' }],
    ['a condition that is none', { assets: ['a'], to: { name: 'x' }, condition: 'fine' }],
    ['an asset twice', { assets: ['a', 'a'], to: { name: 'x' }, condition: 'good' }],
  ])('%s is refused', async (_, body) => {
    const { id } = await add();
    const answer = await owner.post('/hand-overs', { ...body, assets: body.assets.map((asset) => (asset === 'a' ? id : asset)) });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.length).toBeGreaterThan(0);
  });

  test('staff may accept and not hand over', async () => {
    expect((await staff.post('/hand-overs', {})).status).toBe(403);
    expect((await staff.post('/assets', { name: 'x' })).status).toBe(403);
    expect((await staff.post('/returns', {})).status).toBe(403);
  });
});

describe('consumables', () => {
  test('P2: fifty people take from thirty: thirty get one, and the stock is never below nothing', async () => {
    const one = made(await owner.post('/consumables', { name: 'Toner', stock: 30, lowAt: 5 }));
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => owner.post(`/consumables/${one.id}/issue`, { quantity: 1, to: { name: `P ${i}` } })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(30);
    expect(new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code))).toEqual(new Set(['consumable.short']));
    expect((await owner.get('/consumables')).body.data).toMatchObject([{ name: 'Toner', stock: 0, low: true }]);
    const moves = (await owner.get(`/consumables/${one.id}/moves?limit=100`)).body.data;
    expect(moves.map(({ stock }: { stock: number }) => stock).sort((a: number, b: number) => a - b)).toEqual(Array.from({ length: 30 }, (_, i) => i));
  });

  test('the keepers are told once each time the stock runs low', async () => {
    const firm = await signUp(host.url, {}, 'keeper@example.com');
    const one = made(await firm.post('/consumables', { name: 'Cable', stock: 6, lowAt: 4 }));
    const issue = () => firm.post(`/consumables/${one.id}/issue`, { quantity: 1, to: { name: 'x' } });
    const told = async () => {
      await host.sweep();
      return (await mailsTo(host, 'keeper@example.com')).filter(({ subject }) => subject.includes('Cable')).length;
    };
    await issue();
    expect(await told()).toBe(0);
    await issue();
    await issue();
    expect(await told()).toBe(1);
    await firm.post(`/consumables/${one.id}/restock`, { quantity: 10 });
    for (let i = 0; i < 9; i++) await issue();
    expect(await told()).toBe(2);
    expect((await firm.post('/consumables', { name: 'cable' })).body.code).toBe('consumable.exists');
    expect((await firm.post(`/consumables/${one.id}/issue`, { quantity: 0, to: { name: 'x' } })).status).toBe(422);
    expect((await firm.post(`/consumables/${one.id}/restock`, { quantity: 1.5 })).status).toBe(422);
  });
});

const upload = (who: Client, text: string, name = 'devices.csv') => who.send('POST', `/discoveries?name=${name}`, text);
const applied = async (who: Client, id: string) => {
  made(await who.post(`/discoveries/${id}/apply`));
  for (let tries = 0; tries < 400; tries++) {
    await host.sweep();
    const { body } = await who.get(`/discoveries/${id}`);
    if (body.state === 'done') return body;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('the file was not applied');
};

describe('discovery', () => {
  const FILE =
    'Host Name,Serial Number,Model,OS,Last Seen\r\nLAP-01,SN-1,"X1 ""Carbon""",Windows 11,2026-01-05\r\n"LAP\n02",SN-2,X2,macOS,2026-01-06\r\n,,,,\r\nLAP-03,,X3,Linux,2026-01-07\r\nLAP-04,SN-1,X4,,\r\nLAP-05,To be filled by O.E.M.,X5,,\r\n';

  test('is previewed by line, then written, and the same file again changes nothing', async () => {
    const firm = await signUp(host.url);
    const known = await add({ serial: 'sn-2', name: 'Known', model: 'Written by a person' }, firm);
    const preview = made(await upload(firm, FILE));
    expect(preview).toMatchObject({ state: 'previewed', lines: 5, counts: { new: 1, changed: 1, same: 0, conflict: 1, invalid: 2 } });
    expect(preview.columns).toEqual([
      { column: 'Host Name', field: 'hostName' },
      { column: 'Serial Number', field: 'serial' },
      { column: 'Model', field: 'model' },
      { column: 'OS', field: 'os' },
      { column: 'Last Seen', field: 'lastSeen' },
    ]);
    // biome-ignore lint/suspicious/noExplicitAny: a test reads what came over the wire.
    expect(preview.preview.map(({ line, outcome }: any) => [line, outcome])).toEqual([
      [2, 'new'],
      [3, 'changed'],
      [6, 'invalid'],
      [7, 'conflict'],
      [8, 'invalid'],
    ]);
    expect(preview.preview[1]).toMatchObject({
      tag: known.tag,
      changes: [{ field: 'hostName', from: null, to: 'LAP 02' }, { field: 'os' }, { field: 'lastSeen' }],
    });
    expect((await firm.get('/assets')).body.data).toHaveLength(1);
    expect((await applied(firm, preview.id)).done).toEqual({ lines: 5, created: 1, changed: 1, same: 0, left: 3 });
    expect((await firm.get(`/assets/${known.id}`)).body).toMatchObject({
      name: 'Known',
      model: 'Written by a person',
      seen: { os: 'macOS', hostName: 'LAP 02' },
    });
    expect((await firm.post(`/discoveries/${preview.id}/apply`)).body.code).toBe('discovery.started');
    const before = (await firm.get('/assets')).body.data;
    const again = made(await upload(firm, FILE));
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 2, conflict: 1, invalid: 2 });
    expect((await applied(firm, again.id)).done).toEqual({ lines: 5, created: 0, changed: 0, same: 2, left: 3 });
    expect((await firm.get('/assets')).body.data).toEqual(before);
  });

  test('a sighting that is older than the one known, a tag of another, a retired asset: none of them changes anything', async () => {
    const firm = await signUp(host.url);
    const [a, b, gone] = [await add({ serial: 'A' }, firm), await add({ serial: 'B' }, firm), await add({ serial: 'C' }, firm)];
    await firm.post(`/assets/${gone.id}/move`, { to: 'retired', reason: 'sold' });
    await applied(firm, made(await upload(firm, 'serial,hostname,last seen\nA,new,2026-05-01\n')).id);
    const { counts } = made(await upload(firm, `serial,tag,hostname,last seen\nA,,old,2025-01-01\nB,${a.tag},x,\nC,,y,\nZ,${b.tag},z,\n`));
    expect(counts).toEqual({ new: 0, changed: 0, same: 1, conflict: 3, invalid: 0 });
  });

  test('headers are known in Arabic too, and after a byte order mark', async () => {
    const firm = await signUp(host.url);
    const { columns, counts } = made(await upload(firm, '\ufeffاسم الجهاز,الرقم التسلسلي\nجهاز,ر-1\n'));
    expect(columns.map(({ field }: { field: string }) => field)).toEqual(['hostName', 'serial']);
    expect(counts.new).toBe(1);
  });

  test.each([
    ['nothing', ' ', 'discovery.empty'],
    ['a first line alone', 'serial,host\n', 'discovery.empty'],
    ['no number among its columns', 'colour,size\nred,big\n', 'discovery.columns'],
    ['one line too many', `serial\n${Array.from({ length: 10_001 }, (_, i) => `S${i}`).join('\n')}\n`, 'discovery.too_many'],
  ])('a file with %s is refused', async (_, text, code) => {
    expect((await upload(owner, text)).body).toMatchObject({ status: 422, code });
  });

  test.each([
    ['a cell too long', `serial,host\nS1,${'x'.repeat(300)}\n`],
    ['a serial number too long', `serial,host\n${'9'.repeat(81)},x\n`],
    ['a control character', 'serial,host\nS\u0007,x\n'],
    ['more cells than columns', 'serial,host\nS1,x,y,z\n'],
    ['a quote that never ends', 'serial,host\n"S1,x\n'],
  ])('a line with %s is counted and left alone', async (_, text) => {
    const answer = await upload(owner, text);
    expect(answer.status).toBe(201);
    expect(answer.body.counts.new).toBe(0);
  });

  test('ten thousand devices are written, and the second time none', { timeout: 120_000 }, async () => {
    const firm = await signUp(host.url);
    const text = `serial,host name,model\n${Array.from({ length: 10_000 }, (_, i) => `BIG-${i},host-${i},M${i % 7}`).join('\n')}\n`;
    const preview = made(await upload(firm, text));
    expect(preview.counts.new).toBe(10_000);
    expect(preview.preview).toHaveLength(100);
    const done = await applied(firm, preview.id);
    expect(done.done).toMatchObject({ created: 10_000, left: 0 });
    expect(made(await upload(firm, text)).counts).toMatchObject({ same: 10_000, new: 0 });
    expect((await firm.get('/assets/next-tag')).body.tag).toBe('AST-10001');
  });
});
