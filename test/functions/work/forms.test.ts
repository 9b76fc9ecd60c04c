import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseKindCodes } from '../../../domain/work/kinds/case-kinds.ts';
import type { LocalHost } from '../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../host.ts';
import { joinAs } from './office.ts';

let host: LocalHost;
let owner: Client;
let staff: Awaited<ReturnType<typeof joinAs>>;
beforeAll(async () => {
  host = await aHost();
  owner = await signUp(host.url);
  staff = await joinAs(host, owner, 'staff', 'Sami');
}, 30_000);
afterAll(() => host.stop());

const label = { en: 'Cost centre', ar: 'مركز التكلفة' };
const floor = (value: string, off = false) => ({ value, label: { en: value, ar: value }, off });
const fields = [
  { code: 'costCentre', type: 'text', label, required: true },
  { code: 'seats', type: 'number', label: { en: 'Seats', ar: 'المقاعد' } },
  { code: 'until', type: 'date', label: { en: 'Until', ar: 'حتى' } },
  { code: 'floor', type: 'choice', label: { en: 'Floor', ar: 'الدور' }, choices: [floor('ground'), floor('first')] },
];
const change = async (body: object, who: Client = owner) => {
  const etag = (await owner.get('/work-settings')).headers.get('etag') ?? '';
  return who.send('PATCH', '/work-settings', body, { 'if-match': etag });
};
const ask = (sent: object, kind = 'incident') => staff.post('/cases', { kind, title: 'Down', fields: sent });
// biome-ignore lint/suspicious/noExplicitAny: a test reads what came over the wire.
const askedIn = async (kind: string): Promise<any[]> =>
  (await staff.get('/case-kinds')).body.data.find(({ code }: { code: string }) => code === kind).fields;

describe('the kinds of case', () => {
  test('say what their forms ask for, in both languages', async () => {
    const { data } = (await staff.get('/case-kinds')).body;
    expect(data.map(({ code }: { code: string }) => code)).toEqual(caseKindCodes);
    const change = data.find(({ code }: { code: string }) => code === 'change');
    expect(change.fields.map((field: { code: string; type: string; required: boolean }) => [field.code, field.type, field.required])).toEqual([
      ['risk', 'choice', true],
      ['plan', 'long', true],
      ['backOut', 'long', true],
      ['window', 'window', true],
      ['systems', 'text', false],
    ]);
    expect(change.fields[0].choices[0]).toEqual({ value: 'low', label: { en: 'Low', ar: 'منخفض' }, off: false });
    for (const kind of data) for (const field of kind.fields) expect(field.label.ar).toMatch(/[\u0600-\u06ff]/);
  });
});

describe('a firm’s own fields', () => {
  test('are asked for from then on, and refused by name', async () => {
    expect((await change({ forms: { incident: { off: ['asset'], fields } } }, staff)).status).toBe(403);
    expect((await change({ forms: { incident: { off: ['asset'], fields } } })).status).toBe(200);
    expect((await askedIn('incident')).map(({ code, off }) => [code, off])).toEqual([
      ['service', false],
      ['asset', true],
      ['symptoms', false],
      ['since', false],
      ['affected', false],
      ['costCentre', false],
      ['seats', false],
      ['until', false],
      ['floor', false],
    ]);
    const good = { costCentre: 'A1', seats: 2.5, until: '2026-12-31', floor: 'first', service: 'Print' };
    const opened = await ask(good);
    expect(opened.status).toBe(201);
    expect(opened.body.fields).toEqual(good);
  });

  test.each([
    ['a required one is missing', {}, [['/fields/costCentre', 'field.required']]],
    ['a required one is empty', { costCentre: '' }, [['/fields/costCentre', 'field.required']]],
    ['a number is words', { costCentre: 'A1', seats: 'two' }, [['/fields/seats', 'field.type']]],
    ['a date is none', { costCentre: 'A1', until: '2026-02-30' }, [['/fields/until', 'date.not_real']]],
    ['a choice is none', { costCentre: 'A1', floor: 'roof' }, [['/fields/floor', 'field.choice']]],
    ['a text is a list', { costCentre: ['A1'] }, [['/fields/costCentre', 'field.type']]],
    ['a field is nobody’s', { costCentre: 'A1', colour: 'red' }, [['/fields/colour', 'field.unknown']]],
    ['a field is asked for no more', { costCentre: 'A1', asset: 'PC-1' }, [['/fields/asset', 'field.switched_off']]],
    ['a name is a trick', { costCentre: 'A1', constructor: 'x' }, [['/fields/constructor', 'field.unknown']]],
    [
      'several are wrong',
      { seats: true, floor: 3 },
      [
        ['/fields/seats', 'field.type'],
        ['/fields/floor', 'field.choice'],
        ['/fields/costCentre', 'field.required'],
      ],
    ],
  ])('refused: %s', async (_, sent, errors) => {
    const { body, status } = await ask(sent);
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual(errors);
  });

  test('leave other kinds as they are', async () => {
    expect((await ask({}, 'general-request')).status).toBe(201);
    expect((await ask({ costCentre: 'A1' }, 'general-request')).body.errors).toMatchObject([
      { pointer: '/fields/costCentre', code: 'field.unknown' },
    ]);
  });

  test('old cases go on saying what is asked for no more, and can be edited', async () => {
    const old = (await ask({ costCentre: 'A1', floor: 'first', seats: 3 })).body;
    const off = fields.map((field) =>
      field.code === 'seats'
        ? { ...field, off: true }
        : field.code === 'floor'
          ? { ...field, choices: [floor('ground'), floor('first', true)] }
          : field,
    );
    expect((await change({ forms: { incident: { off: ['asset'], fields: off } } })).status).toBe(200);
    const read = (await staff.get(`/cases/${old.id}`)).body;
    expect(read.fields).toEqual({ costCentre: 'A1', floor: 'first', seats: 3 });
    const asked = await askedIn('incident');
    expect(asked.find(({ code }) => code === 'seats')).toMatchObject({ off: true, label: { en: 'Seats' } });
    const edit = (sent: object) => staff.send('PATCH', `/cases/${old.id}`, { fields: sent }, { 'if-match': '"1"' });
    expect((await edit({ costCentre: 'A1', seats: 4 })).body.errors).toMatchObject([{ pointer: '/fields/seats', code: 'field.switched_off' }]);
    expect((await edit({ costCentre: 'A1', floor: 'roof' })).body.errors).toMatchObject([{ pointer: '/fields/floor', code: 'field.choice' }]);
    expect((await edit({ costCentre: 'B2', floor: 'first', seats: 3 })).status).toBe(200);
    expect((await ask({ costCentre: 'A1', floor: 'first' })).body.errors).toMatchObject([{ pointer: '/fields/floor', code: 'field.choice' }]);
  });

  test.each([
    ['take a field away', { off: [], fields: fields.slice(1) }, '/forms/incident/fields', 'form.field_gone'],
    [
      'give a field another type',
      { off: [], fields: fields.map((field) => ({ ...field, type: field.code === 'seats' ? 'text' : field.type })) },
      '/forms/incident/fields/1/type',
      'form.type_fixed',
    ],
    [
      'take the code of the kind’s own',
      { off: [], fields: [...fields, { code: 'service', type: 'text', label }] },
      '/forms/incident/fields/4/code',
      'form.code_taken',
    ],
    [
      'take a name that every object has',
      { off: [], fields: [...fields, { code: 'constructor', type: 'text', label }] },
      '/forms/incident/fields/4/code',
      'form.code_taken',
    ],
    [
      'take a code twice',
      { off: [], fields: [...fields, { code: 'floor', type: 'text', label }] },
      '/forms/incident/fields/4/code',
      'form.code_taken',
    ],
    ['switch off what is not of the kind', { off: ['nothing'], fields }, '/forms/incident/off/0', 'form.not_optional'],
    [
      'have a list without choices',
      { off: [], fields: [...fields, { code: 'list', type: 'choice', label }] },
      '/forms/incident/fields/4/choices',
      'form.choices',
    ],
    [
      'take a choice away',
      { off: [], fields: fields.map((field) => (field.code === 'floor' ? { ...field, choices: [floor('ground')] } : field)) },
      '/forms/incident/fields/3/choices',
      'form.choice_gone',
    ],
  ])('cannot %s', async (_, form, pointer, code) => {
    expect((await change({ forms: { incident: form } })).body.errors).toMatchObject([{ pointer, code }]);
  });

  test('what a kind cannot do without is not switched off', async () => {
    expect((await change({ forms: { change: { off: ['plan'], fields: [] } } })).body).toMatchObject({
      status: 422,
      code: 'form.not_optional',
      errors: [{ pointer: '/forms/change/off/0' }],
    });
  });
});

describe('routing', () => {
  test('sends cases of a kind to another queue, which then stays open', async () => {
    const name = { en: 'Front desk', ar: 'مكتب الاستقبال' };
    await owner.post('/queues', { code: 'front', name });
    expect((await change({ routing: { maintenance: 'nowhere' } })).body).toMatchObject({
      code: 'queue.unknown',
      errors: [{ pointer: '/routing/maintenance' }],
    });
    expect((await change({ routing: { maintenance: 'front' } })).body.routing).toMatchObject({ maintenance: 'front', incident: 'it-support' });
    expect((await ask({}, 'maintenance')).body.queue).toBe('front');
    expect((await owner.send('PATCH', '/queues/front', { archived: true }, { 'if-match': '"1"' })).body.code).toBe('queue.routed');
    expect((await owner.send('PATCH', '/queues/facilities', { archived: true }, { 'if-match': '"1"' })).status).toBe(200);
    expect((await change({ routing: { maintenance: 'facilities' } })).body.code).toBe('queue.unknown');
  });
});
