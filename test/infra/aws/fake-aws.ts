import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export const KEY = 'k'.repeat(64);
export const SESSION_KEY_ID = 'ASIASESSION';

/** One call that a function made to AWS. */
export interface Asked {
  readonly what: 'secret' | 'session' | 'table';
  readonly body: string;
  /** Whose credentials signed it. */
  readonly signedBy: string;
}

/** As much of AWS as a function needs to start and to find nothing: its secrets, its session, an empty table. */
export async function fakeAws(): Promise<{ readonly url: string; readonly asked: readonly Asked[]; close(): void }> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const body = await whole(request);
    const target = String(request.headers['x-amz-target'] ?? '');
    const what = target.startsWith('secretsmanager') ? 'secret' : body.includes('Action=AssumeRole') ? 'session' : 'table';
    asked.push({ what, body, signedBy: /Credential=(\w+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '' });
    response.setHeader('content-type', what === 'session' ? 'text/xml' : 'application/x-amz-json-1.0');
    response.end(what === 'secret' ? JSON.stringify({ SecretString: KEY }) : what === 'session' ? SESSION : '{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close: () => server.close() };
}

const SESSION = `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
<AccessKeyId>${SESSION_KEY_ID}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>
</Credentials></AssumeRoleResult></AssumeRoleResponse>`;

async function whole(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
