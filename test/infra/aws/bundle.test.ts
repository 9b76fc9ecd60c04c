import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { environmentNames } from '../../../functions/platform/aws/environment.ts';
import { bundle, entries, overBudget } from '../../../scripts/bundle.ts';
import { fakeAws, KEY, SESSION_KEY_ID } from './fake-aws.ts';

const folder = mkdtempSync(join(tmpdir(), 'diwan-bundle-'));
const aws = await fakeAws();
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  aws.close();
});

/** As Lambda gives it: what the app tells, the function's own credentials, and nothing of this machine but the way to Node. */
const environment = {
  PATH: process.env.PATH,
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'AKIAOWN',
  AWS_SECRET_ACCESS_KEY: 's',
  AWS_ENDPOINT_URL: aws.url,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.url,
  ...Object.fromEntries(
    environmentNames.map((name) => [name, name.endsWith('_URL') ? 'https://diwan.example' : 'arn:aws:iam:eu-central-1:111111111111:x']),
  ),
};
const inLambda = async (script: string, ...told: string[]): Promise<{ readonly stdout: string; readonly stderr: string }> =>
  promisify(execFile)(process.execPath, ['-e', script, ...told], { env: environment });

describe.each(entries)('the bundle of $name', (entry) => {
  test('is within its budget, starts, and has all that it loads late', { timeout: 60_000 }, async () => {
    const made = await bundle(entry, folder);
    expect(overBudget([made])).toEqual([]);
    expect(await inLambda(LOAD, join(folder, entry.name))).toEqual({ stdout: 'function', stderr: '' });
  });
});

/** Loads the function as Lambda does, and every file beside it. */
const LOAD = `
  const folder = process.argv[1];
  const { handler } = require(folder + '/index.cjs');
  for (const file of require('node:fs').readdirSync(folder)) require(folder + '/' + file);
  process.stdout.write(typeof handler);
`;

test('no source map is among what Lambda unpacks', () => {
  for (const { name } of entries) expect(readdirSync(join(folder, name)).filter((file) => file.endsWith('.map'))).toEqual([]);
});

describe('a bundled function, called as API Gateway calls it', () => {
  const call = async (headers: Readonly<Record<string, string>>): Promise<unknown> => {
    const http = { method: 'GET', path: '/healthz', sourceIp: '130.176.0.1', userAgent: 'test' };
    const event = { version: '2.0', rawPath: '/healthz', rawQueryString: '', headers, requestContext: { http }, isBase64Encoded: false };
    const { stdout } = await inLambda(CALL, join(folder, 'integrations'), JSON.stringify(event));
    return JSON.parse(stdout.split('\n').at(-1) ?? '').statusCode;
  };

  test('answers who came through the door, having asked the table in a session with a tag', async () => {
    expect(await call({ 'x-diwan-door': KEY, 'x-diwan-viewer': '203.0.113.7' })).toBe(200);
    const session = aws.asked.find(({ what }) => what === 'session');
    expect(session).toMatchObject({ signedBy: 'AKIAOWN', body: expect.stringContaining('Tags.member.1.Key=firm&Tags.member.1.Value=none') });
    const questions = aws.asked.filter(({ what }) => what === 'table');
    expect(questions.length).toBeGreaterThan(0);
    for (const { signedBy } of questions) expect(signedBy).toBe(SESSION_KEY_ID);
  });
  test('has nothing for who went round it', async () => expect(await call({ 'x-diwan-viewer': '203.0.113.7' })).toBe(404));
});

const CALL = `
  const { handler } = require(process.argv[1] + '/index.cjs');
  const context = { getRemainingTimeInMillis: () => 29000, awsRequestId: '1', functionName: 'integrations' };
  handler(JSON.parse(process.argv[2]), context).then((answer) => process.stdout.write(JSON.stringify(answer), () => process.exit()));
`;
