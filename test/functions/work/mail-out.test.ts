import { SESv2Client, type SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { SESEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeIn } from '../../../functions/platform/aws/lambda-mail.ts';
import type { AwsPorts } from '../../../functions/platform/aws/ports.ts';
import { sesMail } from '../../../functions/platform/aws/ses-mail.ts';
import { TransactionCancelled } from '../../../functions/platform/table/port.ts';
import { receiveMail } from '../../../functions/work/mail/receive-mail.ts';
import type { LocalHost } from '../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../host.ts';
import { aMail, deskOf, drop, sentTo } from './mail-in.ts';
import { joinAs } from './office.ts';

let host: LocalHost;
let owner: Client;
let ownerEmail: string;
let staff: Awaited<ReturnType<typeof joinAs>>;
let auditor: Awaited<ReturnType<typeof joinAs>>;
beforeAll(async () => {
  host = await aHost();
  owner = await signUp(host.url);
  ownerEmail = (await owner.get('/v1/me')).body.user.email;
  staff = await joinAs(host, owner, 'staff', 'Sami');
  auditor = await joinAs(host, owner, 'auditor', 'Adel');
});
afterAll(() => host.stop());
const aCase = async (who: Client = owner) =>
  (await who.post('/cases', { kind: 'incident', title: `Down ${Math.random()}` })).body as { id: string; title: string };
const aboutOf = async (email: string, { title }: { title: string }) => (await sentTo(host, email)).filter(({ subject }) => subject.includes(title));

describe('mails about a case', () => {
  test('whoever is given a case is told; who takes it is not', async () => {
    const [given, taken] = [await aCase(), await aCase()];
    await owner.post(`/cases/${given.id}/assign`, { assignee: staff.user });
    await staff.post(`/cases/${taken.id}/assign`, { assignee: staff.user });
    const [mail, ...more] = await aboutOf(staff.email, given);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      subject: expect.stringContaining('is yours'),
      fromName: 'Blue Falcon',
      replyTo: expect.stringMatching(/^reply\+/),
      references: [`${given.id}@diwan.localhost`],
    });
    expect(await aboutOf(staff.email, taken)).toEqual([]);
  });

  test('whoever is mentioned is told what was said, once; what colleagues say never reaches who may not read it', async () => {
    const one = await aCase();
    await owner.post(`/cases/${one.id}/comments`, { text: 'Ask @Sami and @Adel.', internal: true });
    expect((await aboutOf(staff.email, one)).map(({ text }) => text)).toEqual([expect.stringContaining('Ask @Sami')]);
    expect(await aboutOf(auditor.email, one)).toEqual([]);
    const said = await owner.post(`/cases/${one.id}/comments`, { text: 'In public now, @Adel.' });
    expect(said.body.comment.mentions).toEqual([{ id: auditor.user, name: 'Adel' }]);
    expect(await aboutOf(auditor.email, one)).toHaveLength(1);
  });

  test('whoever asked is told what is said in public and when it is done, and nobody of their own words', async () => {
    const one = await aCase(staff);
    await staff.post(`/cases/${one.id}/comments`, { text: 'Please hurry.' });
    await owner.post(`/cases/${one.id}/comments`, { text: 'Among us.', internal: true });
    await owner.post(`/cases/${one.id}/comments`, { text: 'We are at it.' });
    await owner.post(`/cases/${one.id}/move`, { to: 'resolved' });
    const mails = await aboutOf(staff.email, one);
    expect(mails.map(({ text }) => /at it|finished/.exec(text)?.[0]).sort()).toEqual(['at it', 'finished']);
    expect(await aboutOf(ownerEmail, one)).toEqual([]);
  });

  test('who turned them off gets none, in this firm; and is told so by nobody else’s switch', async () => {
    expect((await staff.get('/desk-mail/preference')).body).toEqual({ off: false });
    expect((await staff.send('PUT', '/desk-mail/preference', { off: true })).body).toEqual({ off: true });
    expect((await owner.get('/desk-mail/preference')).body).toEqual({ off: false });
    const one = await aCase();
    await owner.post(`/cases/${one.id}/assign`, { assignee: staff.user });
    expect(await aboutOf(staff.email, one)).toEqual([]);
    await staff.send('PUT', '/desk-mail/preference', { off: false });
    await owner.post(`/cases/${one.id}/comments`, { text: '@Sami' });
    expect(await aboutOf(staff.email, one)).toHaveLength(1);
  });

  test('somebody outside is written to in the language in which they write, and their program shows it below their mail', async () => {
    const from = 'salma@client.example';
    await drop(
      host.url,
      aMail({
        to: await deskOf(owner),
        from,
        id: 'salma-1@client.example',
        subject: '=?utf-8?B?2LPYpNin2YQ=?=',
        headers: ['Content-Type: text/plain; charset=utf-8'],
        body: 'متى يصل الجهاز؟',
      }),
    );
    const [confirmation] = await sentTo(host, from);
    expect(confirmation).toMatchObject({ language: 'ar', references: [expect.stringMatching(/^cas_/), 'salma-1@client.example'] });
    const files = ((await (await fetch(`${host.url}/local/mail.json`)).json()) as { mails: { to: string; file: string }[] }).mails;
    const raw = await (await fetch(`${host.url}/local/mail/${files.find(({ to }) => to === from)?.file}`)).text();
    expect(raw).toMatch(/^From: Blue Falcon <no-reply@diwan\.localhost>\r$/m);
    expect(raw).toMatch(/^Reply-To: reply\+[0-9a-z]{26}\.\d+\.[0-9a-z]{12}@diwan\.localhost\r$/m);
    expect(raw).toMatch(/^In-Reply-To: <salma-1@client\.example>\r$/m);
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  });
});

describe('on AWS', () => {
  test('SES is told where answers and bounces go, and what is answered; and the id that it gives is known when an answer names it', async () => {
    const sent: SendEmailCommand['input'][] = [];
    const client = new SESv2Client({ region: 'eu-central-1' });
    client.send = (async ({ input }: SendEmailCommand) => {
      sent.push(input);
      return { MessageId: '0107-x' };
    }) as unknown as typeof client.send;
    const as = await sesMail('office@diwan.example', client).send({
      to: 'a@b.example',
      subject: 's',
      text: 't',
      language: 'ar',
      messageId: 'eml_1',
      fromName: 'الصقر "الأزرق"\r\nBcc: x',
      replyTo: 'reply+x@desk.example',
      references: ['cas_1@desk.example', 'm@client.example'],
    });
    expect(as).toEqual({ id: '0107-x@eu-central-1.amazonses.com' });
    expect(sent[0]).toMatchObject({
      ReplyToAddresses: ['reply+x@desk.example'],
      FeedbackForwardingEmailAddress: 'reply+x@desk.example',
      FromEmailAddress: expect.stringMatching(/^=\?UTF-8\?B\?[\w+/=]+\?= <office@diwan\.example>$/),
    });
    expect(sent[0]?.Content?.Simple?.Headers).toEqual(
      expect.arrayContaining([
        { Name: 'In-Reply-To', Value: '<m@client.example>' },
        { Name: 'References', Value: '<cas_1@desk.example> <m@client.example>' },
      ]),
    );
  });

  const event = (messageId: string, recipients: string[], verdicts: object = {}): SESEvent =>
    ({
      Records: [
        {
          ses: {
            mail: { messageId, source: 'huda@client.example' },
            receipt: { recipients, spamVerdict: { status: 'PASS' }, virusVerdict: { status: 'PASS' }, dmarcVerdict: { status: 'PASS' }, ...verdicts },
          },
        },
      ],
    }) as unknown as SESEvent;
  const arrivals = (raw: string) => {
    const held = new Map([['incoming/one', new TextEncoder().encode(raw)]]);
    return { held, incoming: { get: async (key: string) => held.get(key), delete: async (key: string) => void held.delete(key) } };
  };
  const ports = () =>
    ({
      ...host.ports,
      mailDomain: 'diwan.localhost',
      log: { ...host.ports.log, info() {}, warn() {}, error() {}, metric() {}, flush() {} },
    }) as unknown as AwsPorts;

  test('what SES took in goes to the same desk, by its envelope; and is removed once it was taken', async () => {
    const { held, incoming } = arrivals(aMail({ to: 'list@elsewhere.example' }));
    const before = (await owner.get('/cases?limit=200')).body.data.length;
    await takeIn(event('one', [await deskOf(owner)]), { ports: ports(), incoming, receive: receiveMail });
    expect(held.size).toBe(0);
    await takeIn(event('one', [await deskOf(owner)]), { ports: ports(), incoming, receive: receiveMail });
    expect((await owner.get('/cases?limit=200')).body.data).toHaveLength(before + 1);
  });
  test.each([
    ['a virus', { virusVerdict: { status: 'FAIL' } }, 0],
    ['spam', { spamVerdict: { status: 'FAIL' } }, 0],
    ['a sender whose domain disowns it', { dmarcVerdict: { status: 'FAIL' }, dmarcPolicy: 'reject' }, 0],
    ['a sender whose domain does not mind', { dmarcVerdict: { status: 'FAIL' }, dmarcPolicy: 'none' }, 1],
  ])('%s', async (_, verdicts, more) => {
    const { held, incoming } = arrivals(aMail({ to: 'x@elsewhere.example' }));
    const before = (await owner.get('/cases?limit=200')).body.data.length;
    await takeIn(event('one', [await deskOf(owner)], verdicts), { ports: ports(), incoming, receive: receiveMail });
    expect([held.size, (await owner.get('/cases?limit=200')).body.data.length]).toEqual([0, before + more]);
  });
  test('a mail to two firms, one of which is too busy for it now, stays too: later both have it, and neither twice', async () => {
    const other = await signUp(host.url);
    const { held, incoming } = arrivals(aMail({ to: 'x@elsewhere.example', subject: 'To both' }));
    const isTheirs = (key: { readonly pk: string }) => key.pk.includes(other.firm);
    const real = ports();
    const busy: AwsPorts = {
      ...real,
      table: async (firms) => {
        const table = await real.table(firms);
        return {
          get: (key) => table.get(key),
          batchGet: (keys) => table.batchGet(keys),
          query: (query) => table.query(query),
          transact: async (writes) => {
            if (writes.some((write) => isTheirs(write.kind === 'put' ? write.item : write.key))) throw new TransactionCancelled([]);
            return table.transact(writes);
          },
        };
      },
    };
    const both = event('one', [await deskOf(owner), await deskOf(other)]);
    await expect(takeIn(both, { ports: busy, incoming, receive: receiveMail })).rejects.toThrow('met others');
    expect(held.size).toBe(1);
    await takeIn(both, { ports: real, incoming, receive: receiveMail });
    expect(held.size).toBe(0);
    for (const firm of [owner, other]) {
      const titles = (await firm.get('/cases?limit=200')).body.data.map(({ title }: { title: string }) => title);
      expect(titles.filter((title: string) => title === 'To both')).toHaveLength(1);
    }
  });
  test('a mail that could not be taken now stays where it is, and is tried again', async () => {
    const { held, incoming } = arrivals(aMail({ to: 'x@elsewhere.example' }));
    const failing = async () => {
      throw new Error('the table is away');
    };
    await expect(takeIn(event('one', ['x']), { ports: ports(), incoming, receive: failing })).rejects.toThrow('the table is away');
    expect(held.size).toBe(1);
  });
});
