import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import { MAX_HEADER_BYTES, MAX_MAIL_BYTES } from '../../../domain/work/mail/received-mail.ts';
import { receiveMail } from '../../../functions/work/mail/receive-mail.ts';
import type { LocalHost } from '../../../infra/local/host.ts';
import { aHost, type Client, signUp } from '../../host.ts';
import { aMail, base64, deskOf, drop, multipart, sentTo } from './mail-in.ts';

let host: LocalHost;
let owner: Client;
let desk: string;
beforeAll(async () => {
  host = await aHost();
  owner = await signUp(host.url);
  desk = await deskOf(owner);
});
afterAll(() => host.stop());

let people = 0;
/** Somebody who has not written yet: what one address may send in an hour is counted. */
const somebody = () => `Huda <huda-${++people}@client.example>`;
type Raw = string | Uint8Array<ArrayBuffer>;
const opened = async (raw: Raw, query = '') => {
  const answer = await drop(host.url, raw, query);
  expect(answer.body).toMatchObject({ received: [{ outcome: 'opened' }] });
  return (await owner.get(`/cases/${answer.body.received[0].case}`)).body;
};
const filesOf = async (caseId: string) =>
  (await owner.get(`/cases/${caseId}/attachments`)).body.data as { name: string; type: string; bytes: number; isMail: boolean }[];
const cases = async () => (await owner.get('/cases?limit=200')).body.data.length as number;
const blobs = () => {
  try {
    return readdirSync(join(host.dataDir, 'blobs', owner.firm)).length;
  } catch {
    return 0;
  }
};

test('a mail opens a case of whoever wrote, who is told its number in a mail without a link', async () => {
  const one = await opened(aMail({ to: desk, from: 'Mariam <mariam@client.example>', subject: 'Where is my invoice?', body: 'I have not had it.' }));
  expect(one).toMatchObject({
    kind: 'client-question',
    queue: 'clients',
    title: 'Where is my invoice?',
    description: 'I have not had it.',
    requester: { id: null, name: 'Mariam', email: 'mariam@client.example' },
    fields: { channel: 'email' },
  });
  const [mail] = await sentTo(host, 'mariam@client.example');
  expect(mail).toMatchObject({ subject: expect.stringContaining(`#${one.number}`), fromName: 'Blue Falcon', language: 'en' });
  expect(mail?.text).not.toContain('/firms/');
});

const arabic = 'الطابعة لا تعمل منذ الصباح';
/** Windows-1256 as its bytes are: the letters of «سلام عليكم». */
const windows1256 = Buffer.from([0xd3, 0xe1, 0xc7, 0xe3, 0x20, 0xda, 0xe1, 0xed, 0xdf, 0xe3]);
const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const part = (type: string, body: string, more: readonly string[] = []) => [`Content-Type: ${type}`, ...more, '', body].join('\r\n');
const file = (type: string, headers: string, content: string | Uint8Array) =>
  part(type, base64(content), ['Content-Transfer-Encoding: base64', headers]);
const mixed = (parts: readonly string[], kind = 'mixed') => ({
  headers: ['MIME-Version: 1.0', `Content-Type: multipart/${kind}; boundary="b1"`],
  body: multipart('b1', parts),
});

describe('what a mail says becomes readable text', () => {
  const table: readonly (readonly [what: string, mail: () => Raw, expected: object, files?: readonly object[]])[] = [
    ['plain text', () => aMail({ to: desk, from: somebody(), body: 'One\r\n\r\nTwo' }), { description: 'One\n\nTwo' }],
    [
      'HTML alone, of which nothing is loaded',
      () =>
        aMail({
          to: desk,
          from: somebody(),
          headers: ['Content-Type: text/html; charset=utf-8'],
          body: '<html><head><style>p{color:red}</style><script>alert(1)</script></head><body><p>Dear&nbsp;all,</p><img src="https://spy.example/1.gif"><ul><li>one &lt;1&gt;<li>two</ul></body></html>',
        }),
      { description: 'Dear all,\n\n- one <1>\n- two' },
    ],
    [
      'windows-1256',
      () =>
        new Uint8Array(
          Buffer.concat([
            Buffer.from(
              aMail({
                to: desk,
                from: somebody(),
                headers: ['Content-Type: text/plain; charset=windows-1256', 'Content-Transfer-Encoding: 8bit'],
                body: '',
              }),
            ),
            windows1256,
          ]),
        ),
      { description: 'سلام عليكم' },
    ],
    [
      'windows-1256 in a subject',
      () => aMail({ to: desk, from: somebody(), subject: `=?windows-1256?B?${windows1256.toString('base64')}?=` }),
      { title: 'سلام عليكم' },
    ],
    [
      'an Arabic subject in two words',
      () => aMail({ to: desk, from: somebody(), subject: `${word('الطابعة لا ')}\r\n ${word('تعمل')}` }),
      { title: 'الطابعة لا تعمل' },
    ],
    ['marks of answering in both languages', () => aMail({ to: desk, from: somebody(), subject: `${word('رد: ')} Re: FW: Help` }), { title: 'Help' }],
    ['no subject', () => aMail({ to: desk, from: somebody(), subject: '', body: 'The lift is stuck.\r\nHelp' }), { title: 'The lift is stuck.' }],
    ['neither subject nor text', () => aMail({ to: desk, from: somebody(), subject: '', body: '' }), { title: '(no subject)', description: null }],
    [
      'a file name in RFC 2231 parts, in Arabic',
      () =>
        aMail({
          to: desk,
          from: somebody(),
          ...mixed([
            part('text/plain; charset=utf-8', 'See the file.'),
            file(
              'application/pdf',
              `Content-Disposition: attachment;\r\n filename*0*=utf-8''${encodeURIComponent('تقرير ')};\r\n filename*1*=${encodeURIComponent('سنوي.pdf')}`,
              '%PDF-1.4',
            ),
          ]),
        }),
      { description: 'See the file.' },
      [{ name: 'تقرير سنوي.pdf', type: 'application/pdf', bytes: 8 }],
    ],
    [
      'multiparts in one another, the plain side of an alternative, an inline picture',
      () =>
        aMail({
          to: desk,
          from: somebody(),
          ...mixed([
            [
              'Content-Type: multipart/related; boundary="b2"',
              '',
              multipart('b2', [
                [
                  'Content-Type: multipart/alternative; boundary="b3"',
                  '',
                  multipart('b3', [part('text/plain', 'The words.'), part('text/html', '<b>The words.</b><img src="cid:x">')]),
                ].join('\r\n'),
                file('image/png', 'Content-ID: <x>\r\nContent-Disposition: inline; filename="screen.png"', picture),
              ]),
            ].join('\r\n'),
          ]),
        }),
      { description: 'The words.' },
      [{ name: 'screen.png', type: 'image/png', bytes: picture.length }],
    ],
    [
      'names with path characters and marks that turn the reading',
      () =>
        aMail({
          to: desk,
          from: somebody(),
          ...mixed([
            part('text/plain', 'x'),
            file('text/plain', 'Content-Disposition: attachment; filename="../../etc/passwd"', 'a'),
            file('application/pdf', 'Content-Disposition: attachment; filename="C:\\\\temp\\\\a|b?.pdf"', 'b'),
            file('application/pdf', `Content-Disposition: attachment; filename="${word('fdp\u202egpj.pdf')}"`, 'c'),
            file('image/png', 'Content-Disposition: attachment', 'd'),
          ]),
        }),
      {},
      [{ name: 'passwd' }, { name: 'a_b_.pdf' }, { name: 'fdpgpj.pdf' }, { name: 'file.png' }],
    ],
    [
      'a program, which stays in the mail and is no file of the case',
      () =>
        aMail({
          to: desk,
          from: somebody(),
          ...mixed([part('text/plain', 'Run it'), file('application/pdf', 'Content-Disposition: attachment; filename="invoice.pdf.exe"', 'MZ')]),
        }),
      { description: expect.stringContaining('invoice.pdf.exe') },
      [],
    ],
    [
      'a mail cut off within its base64, as far as it can be read',
      () =>
        aMail({
          to: desk,
          from: somebody(),
          ...mixed([part('text/plain', 'Here.'), file('application/pdf', 'Content-Disposition: attachment; filename="a.pdf"', Buffer.alloc(300, 7))]),
        }).slice(0, -200),
      { description: 'Here.' },
      [{ name: 'a.pdf' }],
    ],
    [
      'a case of the queue that was written to',
      () => aMail({ to: desk.replace('desk+', 'it-support+'), from: somebody() }),
      { queue: 'it-support', kind: 'incident' },
    ],
    [
      'a quoted mail below what was written anew, without it',
      () =>
        aMail({
          to: desk,
          from: somebody(),
          body: 'New words.\r\n\r\nOn Mon, 1 Feb 2026 at 10:00, Blue Falcon wrote:\r\n> Old words.\r\n> More.\r\n',
        }),
      { description: 'New words.' },
    ],
  ];
  const rows = table.map(([what, mail, expected, files = []]) => ({ what, mail, expected, files }));
  test.each(rows)('$what', async ({ mail, expected, files }) => {
    const one = await opened(mail());
    expect(one).toMatchObject(expected);
    const kept = await filesOf(one.id);
    const found = kept.filter(({ isMail }) => !isMail);
    expect(found).toHaveLength(files.length);
    expect(found).toEqual(expect.arrayContaining(files.map((each) => expect.objectContaining(each))));
    expect(kept.filter(({ isMail }) => isMail)).toHaveLength(1);
  });

  test('somebody who writes Arabic is answered in Arabic, and a long mail is cut in the case alone', async () => {
    const one = await opened(
      aMail({
        to: desk,
        from: 'Noor <noor@client.example>',
        subject: word(arabic),
        headers: ['Content-Type: text/plain; charset=utf-8'],
        body: `${arabic} `.repeat(1000),
      }),
    );
    expect(one.description.length).toBeLessThanOrEqual(10_000);
    const [mail] = await sentTo(host, 'noor@client.example');
    expect(mail).toMatchObject({ language: 'ar', subject: expect.stringContaining('وصلنا طلبك') });
  });

  test('the mail itself is kept byte by byte, and its files by their digest', async () => {
    const raw = aMail({
      to: desk,
      from: somebody(),
      ...mixed([part('text/plain', 'x'), file('image/png', 'Content-Disposition: attachment; filename="p.png"', picture)]),
    });
    const one = await opened(raw);
    const files = (await owner.get(`/cases/${one.id}/attachments`)).body.data;
    const contents = await Promise.all(
      files.map(async ({ id }: { id: string }) =>
        Buffer.from(await (await fetch((await owner.get(`/cases/${one.id}/attachments/${id}`)).body.url)).arrayBuffer()),
      ),
    );
    expect(contents.map((content: Buffer) => content.toString('latin1')).sort()).toEqual([raw, picture.toString('latin1')].sort());
  });
});

describe('a mail that cannot be taken is refused, and leaves nothing behind', () => {
  const nested = (depth: number) => {
    let inner = part('text/plain', 'deep');
    for (let i = depth; i > 0; i--) inner = `Content-Type: multipart/mixed; boundary="n${i}"\r\n\r\n${multipart(`n${i}`, [inner])}`;
    return inner;
  };
  const table: readonly (readonly [what: string, mail: () => Raw, code: string])[] = [
    ['nothing at all', () => '', 'mail.malformed'],
    ['words without a header', () => 'Hello, is anybody there?', 'mail.malformed'],
    ['no sender', () => aMail({ to: desk }).replace(/^From: .*\r\n/m, ''), 'mail.malformed'],
    ['a sender that is no address', () => aMail({ to: desk, from: 'root@localhost' }), 'mail.malformed'],
    [
      '1,000 parts in one another',
      () =>
        aMail({
          to: desk,
          from: somebody(),
          headers: ['MIME-Version: 1.0', nested(1000).split('\r\n\r\n')[0] ?? ''],
          body: nested(1000).split('\r\n\r\n').slice(1).join('\r\n\r\n'),
        }),
      'mail.too_complex',
    ],
    [
      '30 parts in one another',
      () =>
        aMail({
          to: desk,
          from: somebody(),
          headers: ['MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="b1"'],
          body: multipart('b1', [nested(30)]),
        }),
      'mail.too_complex',
    ],
    [
      '1,000 parts side by side',
      () => aMail({ to: desk, from: somebody(), ...mixed(Array.from({ length: 1000 }, () => part('text/plain', 'x'))) }),
      'mail.too_complex',
    ],
    [
      '31 files',
      () =>
        aMail({
          to: desk,
          from: somebody(),
          ...mixed(Array.from({ length: 31 }, () => file('image/png', 'Content-Disposition: attachment; filename="p.png"', 'x'))),
        }),
      'mail.too_complex',
    ],
    [
      'a header beyond its bound',
      () => aMail({ to: desk, from: somebody(), headers: [`X-Long: ${'a'.repeat(MAX_HEADER_BYTES)}`] }),
      'mail.too_complex',
    ],
    [
      'more than 25 MB',
      () => new Uint8Array(Buffer.concat([Buffer.from(aMail({ to: desk, from: somebody() })), Buffer.alloc(MAX_MAIL_BYTES, 0x61)])),
      'mail.too_large',
    ],
    ['another domain', () => aMail({ to: 'desk@elsewhere.example', from: somebody() }), 'mail.no_such_address'],
    ['a firm that is not there', () => aMail({ to: desk.replace(/\+.{5}/, '+00000'), from: somebody() }), 'mail.no_such_address'],
    [
      'a reply address that nobody sealed, of no firm',
      () => aMail({ to: `reply+${'0'.repeat(26)}.1.${'0'.repeat(12)}@diwan.localhost`, from: somebody() }),
      'mail.no_such_address',
    ],
  ];
  test.each(table)('%s', async (_, mail, code) => {
    const [before, kept] = [await cases(), blobs()];
    const answer = await drop(host.url, mail());
    expect(answer.body).toMatchObject({ code, title: expect.any(String) });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect([await cases(), blobs()]).toEqual([before, kept]);
  });

  test('whatever bytes come, nothing is thrown and nothing is left', async () => {
    const [before, kept] = [await cases(), blobs()];
    const headers = fc.constantFrom(
      'From: a@b.example',
      'Content-Type: multipart/mixed; boundary=x',
      'Content-Transfer-Encoding: base64',
      '--x',
      '--x--',
      'Subject: =?utf-8?Q?=ff',
      '',
      'Content-Type: message/rfc822',
      'Content-Type: text/html; charset=nonsense',
    );
    const mangled = fc
      .array(fc.oneof(headers, fc.string(), fc.string({ unit: 'binary' })), { maxLength: 30 })
      .map((lines) => new Uint8Array(Buffer.from(lines.join('\r\n'))));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 3000 }), mangled), async (bytes) => {
        expect(isRefusal(await receiveMail(bytes, {}, host.ports))).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect([await cases(), blobs()]).toEqual([before, kept]);
  });

  test('whatever follows a good header, the mail is taken or refused, and nothing is thrown', async () => {
    const body = fc.array(
      fc.oneof(
        fc.constantFrom(
          '--b1',
          '--b1--',
          'Content-Type: text/html',
          'Content-Type: multipart/alternative; boundary=b2',
          '--b2',
          '',
          "Content-Disposition: attachment; filename*=utf-8''%FF",
        ),
        fc.string({ unit: 'binary' }),
      ),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(body, async (lines) => {
        const raw = aMail({ to: desk, from: somebody(), headers: ['Content-Type: multipart/mixed; boundary=b1'], body: lines.join('\r\n') });
        const outcome = await receiveMail(new TextEncoder().encode(raw), {}, host.ports);
        expect(isRefusal(outcome) ? outcome.refused.startsWith('mail.') : outcome[0]?.outcome === 'opened').toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('a forged one, where the host says that it is', async () => {
    expect(await receiveMail(new TextEncoder().encode(aMail({ to: desk, from: somebody() })), { isUnsafe: true }, host.ports)).toMatchObject({
      refused: 'mail.unsafe',
    });
  });

  test('when the firm takes in no mail', async () => {
    const firm = await signUp(host.url);
    const to = await deskOf(firm);
    expect((await firm.send('PATCH', '/desk-mail', { accepts: false }, { 'if-match': '"1"' })).body).toMatchObject({ accepts: false, version: 2 });
    expect((await drop(host.url, aMail({ to, from: somebody() }))).body).toMatchObject({ code: 'mail.not_accepted' });
    expect((await firm.send('PATCH', '/desk-mail', { accepts: true }, { 'if-match': '"1"' })).body).toMatchObject({ code: 'version.stale' });
    await firm.send('PATCH', '/desk-mail', { accepts: true }, { 'if-match': '"2"' });
    expect((await drop(host.url, aMail({ to, from: somebody() }))).status).toBe(201);
  });

  test('after 60 in an hour from one address, until the hour is over', async () => {
    const firm = await signUp(host.url);
    const to = await deskOf(firm);
    const from = somebody();
    for (let i = 0; i < 60; i++) expect((await drop(host.url, aMail({ to, from }))).status).toBe(201);
    expect(await drop(host.url, aMail({ to, from }))).toMatchObject({ status: 429, body: { code: 'mail.too_many' } });
    // Two machines that write to each other are not answered for ever either.
    expect(await sentTo(host, from.slice(6, -1))).toHaveLength(10);
    expect((await drop(host.url, aMail({ to, from: somebody() }))).status).toBe(201);
  }, 60_000);
});

describe('the local mailbox', () => {
  test('takes a mail only as what it is, so that no page of another site can send one', async () => {
    const answer = await fetch(`${host.url}/local/mail`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: aMail({ to: desk }) });
    expect(answer.status).toBe(415);
  });
  test('knows to whom a mail was handed over, whatever its headers say', async () => {
    expect((await opened(aMail({ to: 'undisclosed@elsewhere.example', from: somebody() }), `?to=${encodeURIComponent(desk)}`)).kind).toBe(
      'client-question',
    );
  });
});

test('a contact is known by its address', async () => {
  const contact = (await owner.post('/contacts', { name: 'Client Ltd', email: 'Sales@Known.example' })).body.id;
  expect(await opened(aMail({ to: desk, from: 'sales@known.example' }))).toMatchObject({ contact, requester: { email: 'sales@known.example' } });
});
