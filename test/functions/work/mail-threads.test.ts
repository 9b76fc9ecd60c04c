import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LocalHost } from '../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../host.ts';
import { aMail, deskOf, drop, multipart, type RawMail, type SentMail, sentTo } from './mail-in.ts';
import { joinAs } from './office.ts';

let host: LocalHost;
let owner: Client;
let staff: Awaited<ReturnType<typeof joinAs>>;
let desk: string;
beforeAll(async () => {
  host = await aHost({ at: '2026-02-02T07:00:00.000Z' });
  owner = await signUp(host.url);
  staff = await joinAs(host, owner, 'staff', 'Sami');
  desk = await deskOf(owner);
});
afterAll(() => host.stop());

let people = 0;
const newAddress = () => `huda-${++people}@client.example`;
const mail = (raw: RawMail) => drop(host.url, aMail(raw));
const received = async (raw: RawMail) => (await mail(raw)).body.received[0];
const caseOf = async (id: string) => (await owner.get(`/cases/${id}`)).body;
const total = async () => (await owner.get('/cases?limit=200')).body.data.length as number;

/** A case that came by mail, with the mail that its sender was sent about it. */
async function written(subject = 'Printer'): Promise<{ readonly id: string; readonly from: string; readonly mail: SentMail }> {
  const from = newAddress();
  const { case: id } = await received({ to: desk, from, subject });
  const [confirmation] = await sentTo(host, from);
  if (!confirmation) throw new Error('no confirmation came');
  return { id, from, mail: confirmation };
}
const answering = ({ messageId }: SentMail) => [
  `In-Reply-To: <${messageId}@diwan.localhost>`,
  `References: <other@client.example> <${messageId}@diwan.localhost>`,
];
const move = (id: string, to: string, reason?: string) => owner.post(`/cases/${id}/move`, { to, ...(reason && { reason }) });

describe('an answer finds its case', () => {
  test('by References, whatever its subject says', async () => {
    const one = await written();
    expect(await received({ to: desk, from: one.from, subject: 'Something else', headers: answering(one.mail), body: 'More of it.' })).toMatchObject({
      outcome: 'threaded',
      case: one.id,
    });
    const { comments } = await caseOf(one.id);
    expect(comments).toMatchObject([{ text: 'More of it.', byMail: true, internal: false, stranger: false, by: { id: null, email: one.from } }]);
  });

  test('by the address that we sealed alone', async () => {
    const one = await written();
    expect(await received({ to: one.mail.replyTo ?? '', from: one.from })).toMatchObject({ outcome: 'threaded', case: one.id });
  });

  test('by the id of the mail that opened it', async () => {
    const from = newAddress();
    const { case: id } = await received({ to: desk, from, id: `first-${from}` });
    expect(await received({ to: desk, from, headers: [`References: <first-${from}>`] })).toMatchObject({ outcome: 'threaded', case: id });
  });

  test('after the case was merged, in the one that goes on; and whoever wrote is still told', async () => {
    const [one, into] = [await written(), await written()];
    expect((await owner.post(`/cases/${one.id}/merge`, { into: into.id })).status).toBe(200);
    expect(await received({ to: one.mail.replyTo ?? '', from: one.from })).toMatchObject({ outcome: 'threaded', case: into.id });
    await owner.post(`/cases/${into.id}/comments`, { text: 'For both of you.' });
    expect((await sentTo(host, one.from))[0]?.text).toContain('For both of you.');
    expect((await caseOf(into.id)).participants).toContainEqual({ id: null, name: one.from, email: one.from, as: ['correspondent'] });
  });

  test('never by a number in its subject', async () => {
    const one = await written();
    const { number } = await caseOf(one.id);
    expect(await received({ to: desk, from: newAddress(), subject: `Re: #${number} is with us: Printer` })).toMatchObject({ outcome: 'opened' });
    expect((await caseOf(one.id)).comments).toEqual([]);
  });

  test.each([
    ['another number', (address: string) => address.replace(/\.(\d+)\./, (_, number) => `.${Number(number) + 1}.`)],
    ['another seal', (address: string) => address.replace(/\.[0-9a-z]{12}@/, '.000000000000@')],
    ['the mark of colleagues', (address: string) => address.replace(/\.(\d+)\./, '.$1i.')],
  ])('nor by an address with %s put into it', async (_, change) => {
    const one = await written();
    await written();
    expect(await received({ to: change(one.mail.replyTo ?? ''), from: one.from })).toMatchObject({ outcome: 'opened' });
  });

  test('in its own firm alone: the ids and seals of another firm mean nothing', async () => {
    const one = await written();
    const other = await signUp(host.url);
    const theirs = await deskOf(other);
    const token = theirs.slice('desk+'.length, theirs.indexOf('@'));
    const from = newAddress();
    expect(await received({ to: theirs, from, headers: answering(one.mail) })).toMatchObject({ outcome: 'opened', firm: other.firm });
    expect(await received({ to: (one.mail.replyTo ?? '').replace(/\+.{26}/, `+${token}`), from })).toMatchObject({
      outcome: 'opened',
      firm: other.firm,
    });
  });
});

describe('who may say what', () => {
  test('somebody with no part in the case is read by colleagues alone, and is told nothing', async () => {
    const one = await written();
    const stranger = newAddress();
    expect(await received({ to: one.mail.replyTo ?? '', from: stranger, body: 'Let me in.' })).toMatchObject({ outcome: 'noted', case: one.id });
    expect((await caseOf(one.id)).comments).toMatchObject([{ text: 'Let me in.', internal: true, stranger: true }]);
    await owner.post(`/cases/${one.id}/comments`, { text: 'Answer' });
    expect(await sentTo(host, stranger)).toEqual([]);
    expect((await sentTo(host, one.from))[0]?.text).toContain('Answer');
  });

  test('a member is known by their address, and what they answer goes to whoever asked', async () => {
    const one = await written();
    await owner.post(`/cases/${one.id}/assign`, { assignee: staff.user });
    await received({ to: one.mail.replyTo ?? '', from: one.from, body: 'Any news?' });
    const toStaff = (await sentTo(host, staff.email)).find(({ text }) => text.includes('Any news?'));
    expect(toStaff?.text).toContain(`/firms/${owner.firm}/cases/${one.id}`);
    expect(await received({ to: toStaff?.replyTo ?? '', from: staff.email.toUpperCase(), body: 'Tomorrow.' })).toMatchObject({ outcome: 'threaded' });
    expect((await sentTo(host, one.from))[0]?.text).toContain('Tomorrow.');
    expect((await caseOf(one.id)).comments.at(-1)).toMatchObject({ by: { id: staff.user, name: 'Sami', email: null }, byMail: true });
  });

  test('an answer to a mail among colleagues stays among them, also by reference', async () => {
    const one = await written();
    await owner.post(`/cases/${one.id}/comments`, { text: '@Sami is this true?', internal: true });
    const mention = (await sentTo(host, staff.email)).find(({ subject }) => subject.includes('mentioned'));
    expect(mention?.text).toContain('is this true?');
    if (!mention) throw new Error('no mention came');
    expect(await received({ to: mention.replyTo ?? '', from: staff.email, body: 'No.' })).toMatchObject({ outcome: 'noted', case: one.id });
    expect(await received({ to: desk, from: staff.email, headers: answering(mention), body: 'Not at all.' })).toMatchObject({
      outcome: 'noted',
      case: one.id,
    });
    const toAsker = (await sentTo(host, one.from)).map(({ text }) => text).join();
    expect(toAsker).not.toMatch(/is this true|No\.|Not at all/);
  });
});

describe('what an answer does', () => {
  test('it resumes a case that waits for whoever asked', async () => {
    const one = await written();
    await move(one.id, 'waiting', 'Which printer?');
    await received({ to: one.mail.replyTo ?? '', from: one.from });
    expect(await caseOf(one.id)).toMatchObject({ state: 'open', commentCount: 1 });
  });

  test('from anybody else it is a comment, and the case waits on', async () => {
    const one = await written();
    await move(one.id, 'waiting', 'Which printer?');
    await received({ to: one.mail.replyTo ?? '', from: staff.email });
    expect((await caseOf(one.id)).state).toBe('waiting');
  });

  test('“approved” is a comment: it decides nothing and opens nothing', async () => {
    const asked = await staff.post('/cases', {
      kind: 'change',
      title: 'New switch',
      fields: { risk: 'low', plan: 'a', backOut: 'b', window: { from: '2026-03-01T00:00:00Z', to: '2026-03-01T02:00:00Z' } },
    });
    const { id } = asked.body;
    await owner.post(`/cases/${id}/comments`, { text: 'May we?' });
    const question = (await sentTo(host, staff.email)).find(({ text }) => text.includes('May we?'));
    await move(id, 'waiting', 'for a word');
    const before = await total();
    expect(await received({ to: question?.replyTo ?? '', from: staff.email, subject: 'Re: approved', body: 'Approved' })).toMatchObject({
      outcome: 'threaded',
      case: id,
    });
    expect(await caseOf(id)).toMatchObject({ state: 'waiting', commentCount: 2 });
    expect(await total()).toBe(before);
  });

  test('it reopens what was resolved or closed within the days of the kind', async () => {
    const one = await written();
    await move(one.id, 'resolved');
    await received({ to: one.mail.replyTo ?? '', from: one.from, body: 'It is not.' });
    expect((await caseOf(one.id)).state).toBe('open');
    await move(one.id, 'resolved');
    await move(one.id, 'closed');
    await received({ to: one.mail.replyTo ?? '', from: one.from, body: 'Again.' });
    expect((await caseOf(one.id)).state).toBe('open');
  });

  test.each([
    ['5', 5],
    ['٣', 3],
  ])('%s alone says how it went, and closes what was resolved', async (body, score) => {
    const one = await written();
    await move(one.id, 'resolved');
    const done = (await sentTo(host, one.from))[0];
    expect(done?.subject).toContain('is done');
    await received({ to: done?.replyTo ?? '', from: one.from, headers: ['Content-Type: text/plain; charset=utf-8'], body });
    expect(await caseOf(one.id)).toMatchObject({ state: 'closed', rating: { score }, comments: [] });
  });

  test('after a cancellation it opens a case of its own, and both are linked', async () => {
    const one = await written();
    await move(one.id, 'cancelled', 'twice');
    const { outcome, case: id } = await received({ to: one.mail.replyTo ?? '', from: one.from });
    expect(outcome).toBe('opened');
    expect((await caseOf(id)).links).toEqual([{ to: one.id, relation: 'relates' }]);
    expect((await caseOf(one.id)).links).toEqual([{ to: id, relation: 'relates' }]);
  });
});

describe('once is once', () => {
  test('the same mail twice is one case', async () => {
    const raw = aMail({ to: desk, from: newAddress() });
    const before = await total();
    expect((await drop(host.url, raw)).body.received[0].outcome).toBe('opened');
    expect((await drop(host.url, raw)).body.received[0].outcome).toBe('duplicate');
    expect(await total()).toBe(before + 1);
  });

  test.each([['the same bytes'], ['other words under the same id']])('in a race of ten too: %s', async (which) => {
    const from = newAddress();
    const raw = (i: number) => aMail({ to: desk, from, id: `race-${from}`, body: which === 'the same bytes' ? 'x' : `x${i}` });
    const before = await total();
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, i) => drop(host.url, raw(i))));
    expect(outcomes.map(({ body }) => body.received?.[0].outcome).sort()).toEqual([...Array(9).fill('duplicate'), 'opened']);
    expect(await total()).toBe(before + 1);
    const one = outcomes.find(({ body }) => body.received[0].outcome === 'opened')?.body.received[0];
    const [file] = (await owner.get(`/cases/${one.case}/attachments`)).body.data;
    const { url } = (await owner.get(`/cases/${one.case}/attachments/${file.id}`)).body;
    expect(await (await fetch(url)).text()).toContain(`race-${from}`);
    expect(await sentTo(host, from)).toHaveLength(1);
  });

  test('answers in a race are all there, and none is lost', async () => {
    const one = await written();
    await Promise.all(Array.from({ length: 6 }, (_, i) => received({ to: one.mail.replyTo ?? '', from: one.from, body: `answer ${i}` })));
    expect((await caseOf(one.id)).comments.map(({ text }: { text: string }) => text).sort()).toEqual(
      Array.from({ length: 6 }, (_, i) => `answer ${i}`),
    );
  });
});

describe('machines', () => {
  const robots: readonly (readonly [what: string, raw: Partial<RawMail>, why: string, query?: string])[] = [
    ['Auto-Submitted', { headers: ['Auto-Submitted: auto-replied'] }, 'auto-reply'],
    ['a vacation mail of Exchange', { headers: ['X-Auto-Response-Suppress: All'] }, 'auto-reply'],
    ['Precedence: bulk', { headers: ['Precedence: bulk'] }, 'list'],
    ['a mailing list', { headers: ['List-Id: <all.client.example>'] }, 'list'],
    ['a null return path', { headers: ['Return-Path: <>'] }, 'auto-reply'],
    ['an empty envelope sender', {}, 'auto-reply', '?from='],
    ['noreply@', { from: 'noreply@shop.example' }, 'auto-reply'],
  ];
  const rows = robots.map(([what, raw, why, query = '']) => ({ what, raw, why, query }));
  test.each(rows)('$what opens nothing and is answered by nothing', async ({ raw, why, query }) => {
    const from = raw.from ?? newAddress();
    const before = await total();
    const answer = await drop(host.url, aMail({ to: desk, from, ...raw }), query);
    expect(answer.body.received).toMatchObject([{ outcome: 'ignored', why }]);
    expect(await total()).toBe(before);
    expect(await sentTo(host, from)).toEqual([]);
  });

  test('“Auto-Submitted: no” says that a person wrote it', async () => {
    expect(await received({ to: desk, from: newAddress(), headers: ['Auto-Submitted: no'] })).toMatchObject({ outcome: 'opened' });
  });

  test('a mail of ours that comes back is recognised', async () => {
    const one = await written();
    const own = (await (await fetch(`${host.url}/local/mail.json`)).json()) as { mails: { messageId: string; file: string }[] };
    const file = own.mails.find(({ messageId }) => messageId === one.mail.messageId)?.file;
    const raw = await (await fetch(`${host.url}/local/mail/${file}`)).text();
    expect((await drop(host.url, raw, `?to=${encodeURIComponent(desk)}`)).body.received).toMatchObject([{ outcome: 'ignored' }]);
    // And where a forwarder has taken every mark off it but its id:
    expect(await received({ to: desk, from: newAddress(), id: `${one.mail.messageId}@diwan.localhost` })).toMatchObject({
      outcome: 'ignored',
      why: 'loop',
    });
  });

  const bounce = (messageId: string, to: string) =>
    aMail({
      to,
      from: 'Mail Delivery <mailer-daemon@mx.example>',
      subject: 'Undelivered',
      headers: ['Return-Path: <>', 'MIME-Version: 1.0', 'Content-Type: multipart/report; report-type=delivery-status; boundary="r"'],
      body: multipart('r', [
        'Content-Type: text/plain\r\n\r\nSorry.',
        'Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; huda@client.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 no such user',
        `Content-Type: message/rfc822\r\n\r\nFrom: no-reply@diwan.localhost\r\nMessage-ID: <${messageId}@diwan.localhost>\r\nSubject: x\r\n\r\nx`,
      ]),
    });
  test('a bounce is noted on its case for colleagues, by what it gives back or by where it goes; and is answered by nothing', async () => {
    const one = await written();
    const before = await total();
    expect((await drop(host.url, bounce(one.mail.messageId, desk))).body.received).toMatchObject([{ outcome: 'noted', case: one.id }]);
    expect((await drop(host.url, bounce('eml_unknown', one.mail.replyTo ?? ''))).body.received).toMatchObject([{ outcome: 'noted', case: one.id }]);
    expect((await caseOf(one.id)).comments).toMatchObject([
      { internal: true, text: expect.stringMatching(/huda@client\.example.*550 5\.1\.1/) },
      { internal: true },
    ]);
    expect((await caseOf(one.id)).state).toBe('new');
    expect((await drop(host.url, bounce('eml_unknown', desk))).body.received).toMatchObject([{ outcome: 'ignored', why: 'bounce' }]);
    expect(await total()).toBe(before);
    expect(await sentTo(host, 'mailer-daemon@mx.example')).toEqual([]);
  });
});

test('a firm named twice is written to once, and two firms each have their case', async () => {
  const other = await signUp(host.url);
  const to = `${desk}, ${desk.toUpperCase()}, ${desk.replace('desk+', 'office+')}, ${await deskOf(other)}`;
  const answer = await mail({ to, from: newAddress() });
  expect(answer.body.received).toMatchObject([
    { outcome: 'opened', firm: owner.firm },
    { outcome: 'opened', firm: other.firm },
  ]);
});

test('what came by mail is one event a deed, by the mail and by nobody else, and the chain holds', async () => {
  const one = await written();
  await move(one.id, 'waiting', 'x');
  await received({ to: one.mail.replyTo ?? '', from: one.from });
  const { events } = await caseOf(one.id);
  expect(events.filter(({ by }: { by: { name: string } }) => by.name === 'mail').map(({ type }: { type: string }) => type)).toEqual([
    'case.moved',
    'case.commented',
    'case.opened',
  ]);
});

test('after the days of the kind an answer opens a case of its own, and both are linked', async () => {
  const one = await written();
  await move(one.id, 'resolved');
  await move(one.id, 'closed');
  await host.advanceTo('2026-04-20T07:00:00.000Z');
  // A month later everybody signs in again, but the mail needs no session.
  const { outcome, case: id } = await received({ to: one.mail.replyTo ?? '', from: one.from, body: 'It is back.' });
  expect(outcome).toBe('opened');
  expect(id).not.toBe(one.id);
});
