import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** One call of an SDK client as it went over the wire. */
export interface Called {
  /** `SQS SendMessageBatch`, `DynamoDB GetItem`, `STS AssumeRole`, or the method and path where the service says no more. */
  readonly what: string;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
  readonly url: string;
}
type Answer = { readonly status?: number; readonly body?: string; readonly type?: string };

/**
 * A stand-in for Amazon's side, so that the real clients speak to it over HTTP: what they send is what AWS would get. Every client of this process
 * finds it by the usual variables.
 */
export async function pretendAws(answer: (called: Called) => Answer) {
  const calls: Called[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const called = { what: '', body: Buffer.concat(chunks).toString(), headers: request.headers, url: request.url ?? '' };
    const named = { ...called, what: whatOf(request, called.body) };
    calls.push(named);
    const { status = 200, body = '{}', type = 'application/x-amz-json-1.0' } = answer(named);
    response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => server.close());
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  Object.assign(process.env, {
    AWS_REGION: 'me-south-1',
    AWS_ACCESS_KEY_ID: 'FUNCTION',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoint,
  });
  return { calls, endpoint };
}

function whatOf({ method, url, headers }: IncomingMessage, body: string): string {
  const target = String(headers['x-amz-target'] ?? '');
  if (target) return target.replace('_20120810', '').replace('AmazonSQS', 'SQS').replace('.', ' ');
  const action = /(?:^|&)Action=(\w+)/.exec(body)?.[1];
  return action ? `STS ${action}` : `${method} ${url?.split('?')[0]}`;
}

export const assumed = (accessKey: string, expiration = new Date(Date.now() + 900_000)): Answer => ({
  type: 'text/xml',
  body: `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
<AccessKeyId>${accessKey}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>${expiration.toISOString()}</Expiration>
</Credentials></AssumeRoleResult></AssumeRoleResponse>`,
});
