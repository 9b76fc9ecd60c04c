import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { type ApiRow, apis } from '../../functions/manifest.ts';
import { environmentNames } from '../../functions/platform/aws/environment.ts';
import { pathOf } from '../../functions/platform/http/route-index.ts';
import { bundle, entries } from '../../scripts/bundle.ts';
import { fakeAws, KEY } from '../infra/aws/fake-aws.ts';
import { type Figure, median, type Section } from './figure.ts';
import { withFolder } from './host-process.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TIMES = 15;
const MOST_KB = 500;
const MOST_RATIO = 1.25;
const KB = 1024;

export const bundles: Section = {
  name: 'bundles',
  about: `each API's bundle for Lambda: its size, and a fresh process from its first line to its first answer, median of ${TIMES}`,
  measure: () => withFolder(measure),
};

async function measure(folder: string): Promise<readonly Figure[]> {
  const made = new Map((await Promise.all(entries.map((entry) => bundle(entry, folder)))).map((bundled) => [bundled.name, bundled]));
  const bare = await bareBundle(folder);
  const bundled = apis.map((row) => ({
    name: row.context,
    folder: join(folder, row.context),
    path: pathThatNeedsASession(row),
    times: [] as number[],
  }));
  const alone = { name: 'bare', folder: bare, path: '/', times: [] as number[] };
  const aws = await fakeAws();
  const told = environmentOf(aws.url);
  try {
    for (let time = 0; time < TIMES; time++) {
      for (const { folder, path, times } of [alone, ...bundled]) times.push(await firstAnswer(folder, path, told));
    }
  } finally {
    aws.close();
  }
  const floor = { name: 'SDK and zod alone', value: median(alone.times) };
  return [
    ...bundled.map(
      ({ name }): Figure => ({
        name: `${name}, size`,
        value: (made.get(name)?.startBytes ?? Number.NaN) / KB,
        unit: 'KB',
        target: { of: 'value', most: MOST_KB },
      }),
    ),
    ...bundled.map(
      ({ name, times }): Figure => ({
        name: `${name}, first answer`,
        value: median(times),
        unit: 'ms',
        floor,
        target: { of: 'ratio', most: MOST_RATIO },
      }),
    ),
  ];
}

function pathThatNeedsASession({ context, routes }: ApiRow): string {
  const route = Object.values(routes).find(({ method, permission }) => method === 'GET' && permission !== 'public');
  if (!route) throw new Error(`${context} has no route that asks who is there`);
  return pathOf(route).replaceAll(/\{\w+\}/g, 'x');
}

/** The same clients and the same schema library with nothing of ours: sessions from STS, one read of the table, one schema. */
async function bareBundle(folder: string): Promise<string> {
  const alone = join(folder, 'bare');
  await build({
    stdin: { contents: BARE, resolveDir: ROOT, loader: 'ts' },
    outfile: join(alone, 'index.cjs'),
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return alone;
}

const BARE = `
  import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
  import * as z from 'zod';
  const Asked = z.strictObject({ path: z.string() });
  const client = new DynamoDBClient({});
  export async function handler(event) {
    Asked.parse({ path: event.rawPath });
    await client.send(new GetItemCommand({ TableName: 'table', Key: { pk: { S: 'a' }, sk: { S: 'b' } } }));
    return { statusCode: 200 };
  }
`;

const environmentOf = (url: string): Readonly<Record<string, string | undefined>> => ({
  PATH: process.env.PATH,
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'AKIAOWN',
  AWS_SECRET_ACCESS_KEY: 's',
  AWS_ENDPOINT_URL: url,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: url,
  ...Object.fromEntries(
    environmentNames.map((name) => [name, name.endsWith('_URL') ? 'https://diwan.example' : 'arn:aws:iam:eu-central-1:111111111111:x']),
  ),
});

/** From the first line of the function to its answer, as the process itself saw it: a request with a session that does not exist, which asks the table once. */
async function firstAnswer(folder: string, path: string, env: Readonly<Record<string, string | undefined>>): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', CALL, folder, path], { env: env as NodeJS.ProcessEnv });
  const said = stdout.trim().split('\n').at(-1) ?? '';
  const { status, ms } = JSON.parse(said) as { readonly status: number; readonly ms: number };
  if (status !== 200 && status !== 401) throw new Error(`${folder} answered ${status}`);
  return ms;
}

const CALL = `
  const began = performance.now();
  const { handler } = require(process.argv[1] + '/index.cjs');
  const rawPath = process.argv[2];
  const http = { method: 'GET', path: rawPath, sourceIp: '130.176.0.1', userAgent: 'bench' };
  const headers = { 'x-diwan-door': '${KEY}', 'x-diwan-viewer': '203.0.113.7', authorization: 'Bearer ' + 't'.repeat(43) };
  const event = { version: '2.0', rawPath, rawQueryString: '', headers, requestContext: { http }, isBase64Encoded: false };
  const context = { getRemainingTimeInMillis: () => 29000, awsRequestId: '1', functionName: 'bench' };
  handler(event, context).then((answer) => {
    const ms = performance.now() - began;
    process.stdout.write('\\n' + JSON.stringify({ status: answer.statusCode, ms }) + '\\n', () => process.exit());
  });
`;
