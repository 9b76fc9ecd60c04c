import type { DynamoDBStreamEvent, SQSEvent } from 'aws-lambda';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { rooms } from '../../../../functions/integrations/api.ts';
import { integrationsIndex } from '../../../../functions/integrations/routes.generated.ts';
import { lambdaApi } from '../../../../functions/platform/aws/lambda-api.ts';
import { dispatch, workBatch } from '../../../../functions/platform/aws/lambda-due.ts';
import { awsPorts } from '../../../../functions/platform/aws/ports.ts';
import type { DueItem } from '../../../../functions/platform/ports.ts';
import { type FirmItem, FirmTable } from '../../../../functions/platform/table/firm-table.ts';
import { leadingKeyOf, withLeadingKeys } from '../../../../functions/platform/table/leading-keys.ts';
import type { Item } from '../../../../functions/platform/table/port.ts';
import { memoryTable } from '../../../../infra/local/table/memory-table.ts';
import { mint } from '../notes/people.ts';
import { contextOf, eventOf } from '../notes/world.ts';
import { assumed, type Called, pretendAws } from './pretend-aws.ts';

const asAws = ({ what }: Called) =>
  what === 'STS AssumeRole' ? assumed('SESSION') : what.startsWith('secretsmanager') ? { body: '{"SecretString":"a-key-nobody-knows"}' } : {};
let answer: (called: Called) => { status?: number; body?: string; type?: string } = asAws;
const { calls } = await pretendAws((called) => answer(called));
Object.assign(process.env, {
  FUNCTION: 'integrations',
  TABLE: 'table',
  SESSION_ROLE_ARN: 'arn:role',
  DUE_ROLE_ARN: 'arn:due',
  PAGES_URL: 'https://diwan.example',
  SIGNING_KEY_ARN: 'arn:aws:secretsmanager:me-south-1:1:secret:signing',
  DOOR_KEY_ARN: 'arn:aws:secretsmanager:me-south-1:1:secret:door',
});
const lines: string[] = [];
for (const output of [process.stdout, process.stderr]) {
  vi.spyOn(output, 'write').mockImplementation((chunk) => {
    lines.push(
      ...String(chunk)
        .split('\n')
        .filter((line) => line.startsWith('{')),
    );
    return true;
  });
}
beforeEach(() => {
  calls.splice(0);
  lines.splice(0);
  answer = asAws;
});

describe('an API as a Lambda', () => {
  const handler = lambdaApi('integrations', integrationsIndex, rooms);
  const ask = (headers: Record<string, string>, path = '/healthz') => handler(eventOf('GET', path, { headers }), contextOf(29_000));
  const door = { 'x-diwan-door': 'a-key-nobody-knows', 'x-diwan-viewer': '203.0.113.9' };

  test('whose start failed starts again with the next call', async () => {
    answer = () => ({ status: 500, body: '{}' });
    await expect(ask(door)).rejects.toThrow('secretsmanager refused (500)');
    answer = asAws;
    expect((await ask(door)).statusCode).toBe(200);
  });

  test('answers over HTTPS alone, from the table, and starts only once', async () => {
    const answered = await ask(door);
    expect([answered.statusCode, answered.headers['strict-transport-security']]).toEqual([200, expect.stringContaining('max-age')]);
    expect(calls.map(({ what }) => what)).toEqual(['DynamoDB GetItem']);
  });

  test('is nothing to who goes round the door', async () => {
    const answered = await ask({});
    expect([answered.statusCode, JSON.parse(answered.body ?? '').code]).toEqual([404, 'request.not_found']);
    expect(calls).toEqual([]);
  });

  test('answers 503 while the table is away', async () => {
    answer = ({ what }) => (what === 'DynamoDB GetItem' ? { status: 500, body: '{"__type":"InternalServerError"}' } : {});
    const answered = await ask(door);
    expect([answered.statusCode, JSON.parse(answered.body ?? '').code]).toEqual([503, 'server.busy']);
  });

  test('writes one line a request and one of figures', async () => {
    await ask(door);
    const written = lines.map((line) => JSON.parse(line));
    expect(written).toEqual([
      expect.objectContaining({ message: 'request', service: 'integrations', route: 'readHealth', status: 200 }),
      expect.objectContaining({ answers: 1, duration: expect.any(Number), _aws: expect.anything() }),
    ]);
  });
});

test('the dispatcher hands over what a commit made due at once', async () => {
  const image = (duesk?: string) => ({ pk: { S: 'F#frm_1#OUTBOX' }, sk: { S: 'eml_1' }, ...(duesk && { duesk: { S: duesk } }) });
  const [due, later] = ['2026-01-01T00:00:00.000Z#mail.send#F#frm_1#OUTBOX#eml_1', '2026-02-01T00:00:00.000Z#mail.send#F#frm_1#OUTBOX#eml_1'];
  const event: DynamoDBStreamEvent = {
    Records: [
      { dynamodb: { NewImage: image(due) } },
      { dynamodb: { NewImage: image(later) } },
      { dynamodb: { OldImage: image(due), NewImage: image(due) } },
      { dynamodb: { OldImage: image(due) } },
      {},
    ],
  };
  const handed: DueItem[] = [];
  const queue = { send: async (items: readonly DueItem[]) => void handed.push(...items) };
  expect(await dispatch(event, queue, '2026-01-15T00:00:00.000Z')).toEqual({ batchItemFailures: [] });
  expect(handed).toEqual([{ handler: 'mail.send', at: '2026-01-01T00:00:00.000Z', pk: 'F#frm_1#OUTBOX', sk: 'eml_1' }]);
  await expect(dispatch(event, { send: () => Promise.reject(new Error('away')) }, '2026-01-15T00:00:00.000Z')).rejects.toThrow('away');
});

describe('the worker', () => {
  const firm = mint('firm');
  const at = '2026-01-01T00:00:00.000Z';
  const message = (sk: string, handler: string, received = 1): SQSEvent['Records'][number] => ({
    messageId: sk,
    receiptHandle: '',
    body: JSON.stringify({ handler, at, pk: `F#${firm}#REMINDERS`, sk }),
    attributes: { ApproximateReceiveCount: String(received), SentTimestamp: '', SenderId: '', ApproximateFirstReceiveTimestamp: '' },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: '',
    awsRegion: '',
  });
  const done: string[] = [];
  const handlers = {
    good: async () => async (due: DueItem) => void done.push(due.sk),
    bad: async () => () => Promise.reject(new Error('no luck')),
  };
  async function worker() {
    const table = memoryTable();
    const view = new FirmTable(table, firm);
    for (const [sk, handler] of [
      ['a', 'good'],
      ['b', 'bad'],
      ['c', 'good'],
    ] as const) {
      await view.transact([{ kind: 'put', item: { pk: 'REMINDERS', sk, due: { at, handler } } satisfies FirmItem as Item }]);
    }
    const ports = { ...(await awsPorts({})), table: async (scopes: readonly string[]) => withLeadingKeys(table, scopes.map(leadingKeyOf)) };
    return { view, work: (records: SQSEvent['Records']) => workBatch({ Records: records }, ports, handlers) };
  }
  beforeEach(() => void done.splice(0));

  test('does each of a batch and says which are to be tried again', async () => {
    const { work } = await worker();
    const unreadable = { ...message('x', 'good'), body: 'not a message' };
    expect(await work([message('a', 'good'), message('b', 'bad'), unreadable, message('c', 'good')])).toEqual({
      batchItemFailures: [{ itemIdentifier: 'b' }, { itemIdentifier: 'x' }],
    });
    expect(done).toEqual(['a', 'c']);
  });

  test('sets an item aside after its last attempt', async () => {
    const { view, work } = await worker();
    expect(await work([message('b', 'bad', 5)])).toEqual({ batchItemFailures: [] });
    expect((await view.query({ pk: 'DEAD' })).items).toEqual([expect.objectContaining({ handler: 'bad', reason: 'no luck' })]);
  });
});

test('a port that a function was not given says so', async () => {
  const ports = await awsPorts({});
  expect(() => ports.mail.send({ to: '', subject: '', text: '', language: 'en', messageId: '' })).toThrow('this function was not given mail');
  await expect(ports.table(['due'])).rejects.toThrow('this function was not given the due index');
});
