import { hash } from 'node:crypto';
import { ConditionalCheckFailedException, type UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { beforeEach, describe, expect, test } from 'vitest';
import { awsTables } from '../../../../functions/platform/aws/aws-tables.ts';
import { s3Blobs } from '../../../../functions/platform/aws/s3-blobs.ts';
import { readSecret } from '../../../../functions/platform/aws/secrets.ts';
import { sesMail } from '../../../../functions/platform/aws/ses-mail.ts';
import { NO_FIRM, sessionClients } from '../../../../functions/platform/aws/session-clients.ts';
import { sqsQueue } from '../../../../functions/platform/aws/sqs-queue.ts';
import { tableLimiter } from '../../../../functions/platform/aws/table-limiter.ts';
import { throughTheDoor } from '../../../../functions/platform/aws/through-the-door.ts';
import { KeyOutOfScope } from '../../../../functions/platform/table/leading-keys.ts';
import { mint } from '../notes/people.ts';
import { eventOf } from '../notes/world.ts';
import { assumed, type Called, pretendAws } from './pretend-aws.ts';

let answer: (called: Called) => { status?: number; body?: string; type?: string } = () => ({});
const { calls, endpoint } = await pretendAws((called) => answer(called));
beforeEach(() => {
  calls.splice(0);
  answer = () => ({});
});
const sent = () => calls.map(({ what }) => what);

describe('blobs on S3', () => {
  const blobs = s3Blobs('blobs', new S3Client({ forcePathStyle: true }));

  test('are put, read and deleted by their key', async () => {
    answer = ({ what }) => (what.startsWith('GET') ? { body: 'content', type: 'text/csv' } : { body: '' });
    await blobs.put('frm_1/a', Buffer.from('content'), 'text/csv');
    expect(Buffer.from((await blobs.get('frm_1/a')) ?? []).toString()).toBe('content');
    await blobs.delete('frm_1/a');
    expect(sent()).toEqual(['PUT /blobs/frm_1/a', 'GET /blobs/frm_1/a', 'DELETE /blobs/frm_1/a']);
    expect(calls[0]?.headers['content-type']).toBe('text/csv');
  });

  test('that are not there are undefined', async () => {
    answer = () => ({ status: 404, type: 'application/xml', body: '<Error><Code>NoSuchKey</Code></Error>' });
    expect(await blobs.get('frm_1/a')).toBeUndefined();
  });

  test('are uploaded by a form that holds their size and their type', async () => {
    const { url, fields } = await blobs.uploadUrl('frm_1/a', { type: 'text/csv', maximumBytes: 1000, seconds: 300 });
    expect(url).toMatch(/^http.*blobs\/?$/);
    expect(fields).toMatchObject({ key: 'frm_1/a', 'Content-Type': 'text/csv' });
    const { conditions, expiration } = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString());
    expect(conditions).toEqual(
      expect.arrayContaining([['content-length-range', 0, 1000], ['eq', '$Content-Type', 'text/csv'], { key: 'frm_1/a' }, { bucket: 'blobs' }]),
    );
    expect(Date.parse(expiration) - Date.now()).toBeLessThan(301_000);
  });

  test('are uploaded by a form that takes the declared bytes alone, where their digest is known', async () => {
    const { fields } = await blobs.uploadUrl('frm_1/a', { type: 'text/csv', maximumBytes: 4, seconds: 300, sha256: 'ab'.repeat(32) });
    const sum = Buffer.from('ab'.repeat(32), 'hex').toString('base64');
    expect(fields).toMatchObject({ 'x-amz-checksum-algorithm': 'SHA256', 'x-amz-checksum-sha256': sum });
    const { conditions } = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString());
    expect(conditions).toContainEqual(['eq', '$x-amz-checksum-sha256', sum]);
  });

  test('have the digest that S3 counted; without one it is counted over what is read', async () => {
    const content = 'content';
    const counted = hash('sha256', content, 'hex');
    answer = ({ what }) => (what.startsWith('GET') ? { body: content, type: 'text/csv' } : { body: '' });
    expect(await blobs.digest('frm_1/a')).toEqual({ bytes: content.length, sha256: counted });
    expect(sent()).toEqual(['HEAD /blobs/frm_1/a', 'GET /blobs/frm_1/a']);
    answer = () => ({ status: 404, body: '' });
    expect(await blobs.digest('frm_1/a')).toBeUndefined();
  });

  test('are read a little at a time, as far as was asked', async () => {
    answer = () => ({ body: 'content', type: 'text/csv' });
    const read: Buffer[] = [];
    for await (const chunk of (await blobs.read('frm_1/a', 100)) ?? []) read.push(Buffer.from(chunk));
    expect(Buffer.concat(read).toString()).toBe('content');
    expect(calls[0]?.headers.range).toBe('bytes=0-99');
  });

  test('are read by a link that says their name and when it is over', async () => {
    const url = new URL(await blobs.downloadUrl('frm_1/a', { name: 'كشف.csv', seconds: 60 }));
    expect(url.searchParams.get('X-Amz-Expires')).toBe('60');
    expect(url.searchParams.get('response-content-disposition')).toContain(encodeURIComponent('كشف.csv'));
    expect(calls).toEqual([]);
  });
});

test('a mail on SES has its texts, its language and our own id', async () => {
  await sesMail('Diwan <no-reply@diwan.example>').send({
    to: 'a@b.test',
    subject: 'مرحبا',
    text: 'نص',
    html: '<p>نص</p>',
    language: 'ar',
    messageId: 'eml_1',
  });
  expect(JSON.parse(calls[0]?.body ?? '')).toMatchObject({
    FromEmailAddress: 'Diwan <no-reply@diwan.example>',
    Destination: { ToAddresses: ['a@b.test'] },
    Content: {
      Simple: {
        Subject: { Data: 'مرحبا' },
        Body: { Text: { Data: 'نص' }, Html: { Data: '<p>نص</p>' } },
        Headers: expect.arrayContaining([
          { Name: 'X-Entity-Ref-ID', Value: 'eml_1' },
          { Name: 'Content-Language', Value: 'ar' },
        ]),
      },
    },
  });
});

describe('the queue on SQS', () => {
  const queue = sqsQueue(`${endpoint}/due`);
  const due = Array.from({ length: 23 }, (_, i) => ({ handler: 'mail.send', at: '2026-01-01T00:00:00.000Z', pk: 'F#frm_1#OUTBOX', sk: `${i}` }));

  test('is sent to ten at a time', async () => {
    await queue.send(due);
    const batches = calls.map(({ body }) => JSON.parse(body).Entries.map(({ MessageBody }: { MessageBody: string }) => JSON.parse(MessageBody)));
    expect(batches.map((batch) => batch.length)).toEqual([10, 10, 3]);
    expect(batches.flat()).toEqual(due);
  });

  test('that does not take a message fails the whole', async () => {
    answer = () => ({ body: JSON.stringify({ Successful: [], Failed: [{ Id: '0', Code: 'InternalError', SenderFault: false }] }) });
    await expect(queue.send(due.slice(0, 1))).rejects.toThrow('1 due items were not taken: InternalError');
  });

  test('with nothing to send is left alone', async () => {
    await queue.send([]);
    expect(calls).toEqual([]);
  });
});

describe('work in the table', () => {
  const [one, two] = [mint('firm'), mint('firm')];
  const tagOf = (body: string) => new URLSearchParams(body).get('Tags.member.1.Value');
  const signerOf = ({ headers }: Called) => /Credential=([^/]+)/.exec(String(headers.authorization))?.[1];
  const asSession = ({ what, body }: Called) => (what === 'STS AssumeRole' ? assumed(`SESSION-${tagOf(body)}`) : { body: '{}' });

  test('is done in a session that is tagged with its firm, opened once', async () => {
    answer = asSession;
    const tables = awsTables('table', sessionClients('arn:role'), sessionClients('arn:due'));
    for (const firm of [one, two, one]) await (await tables([firm])).get({ pk: `F#${firm}#FIRM`, sk: 'FIRM' });
    await (await tables(['identity', one])).get({ pk: 'D#USER#1', sk: 'USER' });
    await (await tables(['identity'])).get({ pk: 'D#USER#1', sk: 'USER' });
    const gets = calls.filter(({ what }) => what === 'DynamoDB GetItem');
    expect(gets.map(signerOf)).toEqual([one, two, one, one, NO_FIRM].map((firm) => `SESSION-${firm}`));
    const sessions = calls.filter(({ what }) => what === 'STS AssumeRole');
    expect(sessions.map(({ body }) => tagOf(body))).toEqual([one, two, NO_FIRM]);
    expect(Object.fromEntries(new URLSearchParams(sessions[0]?.body))).toMatchObject({
      RoleArn: 'arn:role',
      DurationSeconds: '900',
      RoleSessionName: one,
    });
  });

  test('is done in a new session when the old one is nearly over', async () => {
    let opened = 0;
    answer = ({ what }) => {
      if (what !== 'STS AssumeRole') return {};
      opened += 1;
      return assumed(`SESSION-${opened}`, new Date(Date.now() + (opened === 1 ? 60_000 : 900_000)));
    };
    const table = await awsTables('table', sessionClients('arn:role'), sessionClients('arn:due'))([one]);
    for (let i = 0; i < 4; i++) {
      await table.get({ pk: `F#${one}#FIRM`, sk: 'FIRM' });
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(signerOf(calls.at(-1) ?? calls[0] ?? expect.fail())).toBe('SESSION-2');
  });

  test('of the due index is done in a session of its own', async () => {
    answer = asSession;
    const tables = awsTables('table', sessionClients('arn:role'), sessionClients('arn:due'));
    await (await tables(['due'])).query({ index: 'due', pk: 'DUE#2026-01-01T00' });
    expect(new URLSearchParams(calls[0]?.body).get('RoleArn')).toBe('arn:due');
    await expect(tables(['due', one])).rejects.toThrow('no session is open to');
    await expect(tables([one, two])).rejects.toThrow('no session is open to');
  });

  test('outside its scope is stopped before the policy is asked', async () => {
    const table = await awsTables('table', sessionClients('arn:role'), sessionClients('arn:due'))([one]);
    await expect(table.get({ pk: `F#${two}#FIRM`, sk: 'FIRM' })).rejects.toThrow(KeyOutOfScope);
    expect(calls).toEqual([]);
  });
});

describe('the limiter over all instances', () => {
  /** DynamoDB's counter, as `UpdateItem` with these two conditions keeps it. */
  function counter() {
    const counts = new Map<string, { minute: number; taken: number }>();
    let writes = 0;
    return {
      writes: () => writes,
      async send({ input }: UpdateItemCommand) {
        writes += 1;
        const [key, minute, size] = [
          String(input.Key?.pk?.S),
          Number(input.ExpressionAttributeValues?.[':minute']?.N),
          Number(input.ExpressionAttributeValues?.[':size']?.N),
        ];
        const held = counts.get(key);
        const adds = input.UpdateExpression?.startsWith('ADD');
        if (adds ? held?.minute !== minute : held && held.minute >= minute) throw new ConditionalCheckFailedException({ message: '', $metadata: {} });
        const taken = adds ? (held?.taken ?? 0) + size : size;
        counts.set(key, { minute, taken });
        return { Attributes: { taken: { N: String(taken) } } };
      },
    };
  }
  const instances = (count: number, nowMs: () => number) => {
    const table = counter();
    return { table, limiters: Array.from({ length: count }, () => tableLimiter(table as never, 'table', nowMs)) };
  };

  test('lets through what a minute allows and no more, whichever instance is asked', async () => {
    const { limiters, table } = instances(3, () => 1_000_000);
    let through = 0;
    for (let i = 0; i < 900; i++) if (((await limiters[i % 3]?.take('firm:1', 600))?.remaining ?? -1) >= 0) through += 1;
    expect(through).toBe(600);
    expect(table.writes()).toBeLessThan(100);
  });

  test('begins anew with each minute', async () => {
    let now = 0;
    const { limiters } = instances(1, () => now);
    const take = async () => (await limiters[0]?.take('a', 2))?.remaining;
    expect([await take(), await take(), await take()]).toEqual([1, 0, -1]);
    now = 60_000;
    expect(await take()).toBe(1);
  });

  test('does not ask the table again for a key that is over', async () => {
    const { limiters, table } = instances(1, () => 0);
    for (let i = 0; i < 50; i++) await limiters[0]?.take('a', 2);
    expect(table.writes()).toBeLessThanOrEqual(5);
  });

  test('says when the minute is over', async () => {
    const { limiters } = instances(1, () => 59_400);
    expect(await limiters[0]?.take('a', 2)).toMatchObject({ limit: 2, resetSeconds: 1 });
  });
});

describe('a secret', () => {
  const arn = 'arn:aws:secretsmanager:me-south-1:1:secret:signing';

  test('is read with a signed call', async () => {
    answer = () => ({ body: JSON.stringify({ SecretString: 'hush' }) });
    expect(await readSecret(arn)).toBe('hush');
    expect(calls[0]).toMatchObject({ what: 'secretsmanager GetSecretValue', body: JSON.stringify({ SecretId: arn }) });
    expect(calls[0]?.headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=FUNCTION\/\d+\/me-south-1\/secretsmanager\/aws4_request, SignedHeaders=.*host.*, Signature=[0-9a-f]{64}$/,
    );
  });

  test('that may not be read says so and no more', async () => {
    answer = () => ({ status: 400, body: JSON.stringify({ __type: 'AccessDeniedException', Message: 'arn of a role' }) });
    await expect(readSecret(arn)).rejects.toThrow(/^secretsmanager refused \(400\)$/);
  });
});

describe('the door', () => {
  const asked = (headers: Record<string, string>) => eventOf('GET', '/healthz', { headers });

  test('says whose request it is', () => {
    const admitted = throughTheDoor(asked({ 'x-diwan-door': 'key', 'x-diwan-viewer': '203.0.113.9', accept: '*/*' }), 'key');
    expect(admitted?.requestContext.http.sourceIp).toBe('203.0.113.9');
    expect(admitted?.headers).toEqual({ accept: '*/*' });
  });

  test.each([{}, { 'x-diwan-door': 'kez' }, { 'x-diwan-door': '' }, { 'x-diwan-viewer': '203.0.113.9' }])('lets nobody in with %j', (headers) => {
    expect(throughTheDoor(asked(headers), 'key')).toBeUndefined();
  });
});
