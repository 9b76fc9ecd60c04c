import { describe, expect, test } from 'vitest';
import { refusalRow, refusals } from '../../../domain/refusals.ts';
import { type Answered, type Asked, world } from './notes/world.ts';

const w = await world();
const owner = await w.member('owner');
const notes = `/v1/firms/${owner.firm}/notes`;
const stranger = await w.person();
const missing = 'con_01jd0000000000000000000000';

/** A8: every answer that is not a success is problem details, and says of itself what the status line says. */
function expectProblem(answered: Answered, code: string): void {
  expect(answered.json).toMatchObject({ code, status: answered.status });
  expect(answered.headers['content-type']).toBe('application/problem+json');
  expect(Object.hasOwn(refusals, code)).toBe(true);
  expect(answered.status).toBe(refusalRow(code as keyof typeof refusals).status);
  expect(new URL(answered.json.type).href).toBe(`https://diwan.test/docs#${code}`);
  expect(answered.json.title).not.toMatch(/[{}]/);
  expect(answered.headers['x-request-id']).toMatch(/^req_/);
  if (answered.status !== 404) expect(answered.json.instance).toBe(`urn:req:${answered.headers['x-request-id']}`);
}

type Case = readonly [fact: string, method: string, url: string, asked: Asked, code: string, pointers: readonly string[] | undefined];
const refused = (...[fact, method, url, asked, code, pointers]: readonly [string, string, string, Asked, string, (readonly string[])?]): Case => [
  fact,
  method,
  url,
  asked,
  code,
  pointers,
];
const cases: readonly Case[] = [
  refused('an address that is nothing is not found', 'GET', '/v1/nothing', {}, 'request.not_found'),
  refused('an address with a slash too many is not found', 'GET', `${notes}/`, { as: owner }, 'request.not_found'),
  refused('an address that does not take the method says so', 'PUT', notes, { as: owner }, 'request.method'),
  refused('without a token one is not signed in', 'GET', notes, {}, 'session.required'),
  refused('a token that nobody has opens nothing', 'GET', notes, { as: { id: 'usr_1', token: 'x'.repeat(43) } }, 'session.required'),
  refused('a header that is no bearer token opens nothing', 'GET', notes, { headers: { authorization: 'Basic eDp5' } }, 'session.required'),
  refused('a stranger does not see the firm', 'GET', notes, { as: stranger }, 'request.not_found'),
  refused('a firm id that cannot be one is no firm', 'GET', '/v1/firms/nakheel/notes', { as: owner }, 'request.not_found'),
  refused('an id that does not exist is not found', 'GET', `${notes}/${missing}`, { as: owner }, 'request.not_found'),
  refused('an id that cannot be one is not found', 'GET', `${notes}/..%2f..`, { as: owner }, 'request.not_found'),
  refused('a percent sign that encodes nothing is not found', 'GET', `${notes}/%E0%A4%A`, { as: owner }, 'request.not_found'),
  refused(
    'broken JSON is malformed',
    'POST',
    notes,
    { as: owner, text: '{"text":', headers: { 'content-type': 'application/json' } },
    'request.malformed',
  ),
  refused(
    'bytes that are no text are malformed',
    'POST',
    notes,
    { as: owner, base64: true, text: '\udfff', headers: { 'content-type': 'application/json; charset=nonsense' } },
    'request.malformed',
  ),
  refused(
    'a form is not taken for JSON',
    'POST',
    notes,
    { as: owner, text: 'text=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    'request.media_type',
  ),
  refused(
    'a file of another type is not taken',
    'POST',
    `${notes}/import`,
    { as: owner, text: 'x', headers: { 'content-type': 'application/zip' } },
    'request.media_type',
  ),
  refused('a body over a megabyte is too large', 'POST', notes, { as: owner, body: { text: 'x'.repeat(1024 * 1024) } }, 'request.too_large'),
  refused('a body of ten megabytes is too large', 'POST', notes, { as: owner, body: { text: 'x'.repeat(10 * 1024 * 1024) } }, 'request.too_large'),
  refused(
    'a file over its own limit is too large',
    'POST',
    `${notes}/import`,
    { as: owner, text: 'x'.repeat(2001), headers: { 'content-type': 'text/csv' } },
    'request.too_large',
  ),
  refused('a body that is missing is required', 'POST', notes, { as: owner }, 'request.invalid', ['']),
  refused('a body that is a list is not an object', 'POST', notes, { as: owner, body: [] }, 'request.invalid', ['']),
  refused('a member that is missing is pointed at', 'POST', notes, { as: owner, body: {} }, 'request.invalid', ['/text']),
  refused('an unknown member is pointed at', 'POST', notes, { as: owner, body: { text: 'x', txet: 1 } }, 'request.invalid', ['/txet']),
  refused('pointers are escaped', 'POST', notes, { as: owner, body: { text: 'x', 'a/b~c': 1 } }, 'request.invalid', ['/a~1b~0c']),
  refused(
    'members deep inside are pointed at',
    'POST',
    notes,
    {
      as: owner,
      body: {
        text: 'x',
        labels: [
          { name: 'a', weight: 1 },
          { name: 1, weight: 1.5, other: 1 },
        ],
      },
    },
    'request.invalid',
    ['/labels/1/name', '/labels/1/weight', '/labels/1/other'],
  ),
  refused('a command without a body takes none', 'POST', `${notes}/fail?how=throws`, { as: owner, body: { surprise: 1 } }, 'request.invalid', [
    '/surprise',
  ]),
  refused('an unknown parameter is pointed at', 'GET', `${notes}?sort=up`, { as: owner }, 'request.query_invalid', ['/sort']),
  refused('a parameter out of range is pointed at', 'GET', `${notes}?limit=201`, { as: owner }, 'request.query_invalid', ['/limit']),
  refused('a parameter given twice is not one', 'GET', `${notes}?order=asc&order=desc`, { as: owner }, 'request.query_invalid', ['/order']),
  refused('a parameter with the name of a prototype is unknown', 'GET', `${notes}?__proto__=1`, { as: owner }, 'request.query_invalid', [
    '/__proto__',
  ]),
  refused(
    'a cursor made by hand is refused',
    'GET',
    `${notes}?cursor=${Buffer.from('["x","y"]').toString('base64url')}`,
    { as: owner },
    'cursor.invalid',
  ),
  refused(
    'a key with a line break is refused',
    'POST',
    notes,
    { as: owner, body: { text: 'x' }, headers: { 'idempotency-key': 'a\nb' } },
    'idempotency.malformed',
  ),
  refused(
    'a change that does not say of which version is refused',
    'PATCH',
    `${notes}/${missing}`,
    { as: owner, body: { text: 'x' } },
    'version.missing',
  ),
  refused(
    'a change of a version that cannot be one is stale',
    'PATCH',
    `${notes}/${missing}`,
    { as: owner, body: { text: 'x' }, headers: { 'if-match': '*' } },
    'version.stale',
  ),
  refused('what the verb refuses is said as its own', 'POST', notes, { as: owner, body: { text: 'taken' } }, 'account.exists'),
];

describe('what the chain refuses', () => {
  test.each(cases)('%s', async (...[, method, url, asked, code, pointers]) => {
    const answered = await w.ask(method, url, asked);
    expectProblem(answered, code);
    if (pointers) expect(answered.json.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
    const inArabic = await w.ask(method, url, { ...asked, headers: { ...asked.headers, 'accept-language': 'ar-SA,en;q=0.5' } });
    expectProblem(inArabic, code);
    expect(inArabic.json.title).toMatch(/\p{Script=Arabic}/u);
    expect(inArabic.headers['content-language']).toBe('ar');
  });

  const messages: readonly (readonly [fact: string, body: unknown, code: string, message: RegExp])[] = [
    ['a date that does not exist is quoted', { text: 'x', on: '2026-02-30' }, 'date.not_real', /“2026-02-30” is not a date/],
    ['a choice that is none lists the choices', { text: 'x', colour: 'blue' }, 'field.choice', /red, green/],
    ['a text that is too long says how long it may be', { text: 'x'.repeat(201) }, 'field.too_long', /200/],
    ['a list that is too long says how long it may be', { text: 'x', labels: Array(4).fill({ name: 'a', weight: 1 }) }, 'field.too_long', /3/],
    ['an empty text is one that was left out', { text: '' }, 'field.required', /required/],
    ['a number for a text says what is expected', { text: 5 }, 'field.type', /string/],
    ['of two forms the closer one is told', { text: 'x', side: { credit: 'a', rate: 'b' } }, 'field.type', /number/],
  ];
  test.each(messages)('%s', async (_fact, body, code, message) => {
    const { json } = await w.ask('POST', notes, { as: owner, body });
    expect(json.errors).toHaveLength(1);
    expect(json.errors[0].code).toBe(code);
    expect(json.errors[0].message).toMatch(message);
  });

  test('no more than a hundred faults are told at once', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`x${i}`, i]));
    const { json } = await w.ask('POST', notes, { as: owner, body: { text: 'x', ...many } });
    expect(json.errors).toHaveLength(100);
  });

  test('an address says which methods it takes', async () => {
    const { headers } = await w.ask('PUT', notes, { as: owner });
    expect(headers.allow).toBe('POST, GET');
  });

  test('one who is not signed in is told how', async () => {
    expect((await w.ask('GET', notes)).headers['www-authenticate']).toBe('Bearer');
  });
});

describe('what may not be seen does not exist', () => {
  test('a stranger, a missing firm, a missing id and an impossible one are answered alike, to the byte', async () => {
    const answers = await Promise.all([
      w.ask('GET', notes, { as: stranger }),
      w.ask('GET', `/v1/firms/${await w.firm()}/notes`, { as: stranger }),
      w.ask('GET', '/v1/firms/frm_01jd0000000000000000000000/notes', { as: stranger }),
      w.ask('GET', '/v1/firms/x/notes', { as: stranger }),
      w.ask('GET', `${notes}/${missing}`, { as: owner }),
      w.ask('GET', `${notes}/x`, { as: owner }),
      w.ask('PATCH', `${notes}/${missing}`, { as: owner, body: { text: 'x' }, headers: { 'if-match': '"1"' } }),
      w.ask('GET', '/v1/nothing'),
    ]);
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    const strangers = answers.slice(0, 4).map(({ headers }) => ({ ...headers, 'x-request-id': '' }));
    expect(new Set(strangers.map((headers) => JSON.stringify(headers))).size).toBe(1);
  });

  test("another firm's id in one's own firm is not found", async () => {
    const other = await w.member('owner');
    const written = await w.ask('POST', `/v1/firms/${other.firm}/notes`, { as: other, body: { text: 'theirs' } });
    expect((await w.ask('GET', `${notes}/${written.json.id}`, { as: owner })).status).toBe(404);
  });
});

describe('who may do what', () => {
  test('a member whose role does not allow it is told the permission it takes', async () => {
    const auditor = await w.member('auditor', owner.firm);
    const answered = await w.ask('POST', notes, { as: auditor, body: { text: 'x' } });
    expectProblem(answered, 'permission.denied');
    expect(answered.json.title).toContain('contact.write');
  });

  test('a session that was revoked fails on the next request', async () => {
    const { sessionKey, tokenHash } = await import('../../../functions/platform/auth/keys.ts');
    const who = await w.member('owner');
    expect((await w.ask('GET', '/v1/who-am-i', { as: who })).status).toBe(200);
    await w.identity.transact([{ kind: 'update', key: sessionKey(tokenHash(who.token)), set: { revokedAt: '2026-03-15T21:29:00.000Z' } }]);
    expectProblem(await w.ask('GET', '/v1/who-am-i', { as: who }), 'session.required');
  });

  test('a session ends when its time is over', async () => {
    const late = await world();
    const who = await late.person();
    late.at('2026-04-01T00:00:00.000Z');
    expectProblem(await late.ask('GET', '/v1/who-am-i', { as: who }), 'session.required');
  });

  test('a member who was given another role works under it on the next request', async () => {
    const who = await w.member('owner');
    const url = `/v1/firms/${who.firm}/notes`;
    expect((await w.ask('POST', url, { as: who, body: { text: 'x' } })).status).toBe(201);
    await w.joins(who, who.firm, 'auditor');
    expectProblem(await w.ask('POST', url, { as: who, body: { text: 'x' } }), 'permission.denied');
  });
});
