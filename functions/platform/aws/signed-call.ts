import { createHash, createHmac } from 'node:crypto';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { text } from 'node:stream/consumers';
import { SignatureV4 } from '@smithy/signature-v4';

export interface SignedCall {
  /** The service as signatures name it: `secretsmanager`, `sts`. */
  readonly service: string;
  readonly region: string;
  readonly endpoint: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * One POST to a service of AWS, signed with the function's own credentials, as Lambda puts them into its environment. For the one call that a start
 * needs of a service, its whole client would weigh more on every cold start than the call does. Throws on any answer but success.
 */
export async function signedCall({ service, region, endpoint, headers, body }: SignedCall): Promise<string> {
  const { protocol, hostname, host, port } = new URL(endpoint);
  const signer = new SignatureV4({ service, region, sha256: Sha256, credentials: ownCredentials() });
  const signed = await signer.sign({
    method: 'POST',
    protocol,
    hostname,
    ...(port && { port: Number(port) }),
    path: '/',
    headers: { host, ...headers },
    body,
  });
  const { status, answer } = await post(endpoint, signed.headers, body);
  if (status !== 200) throw new Error(`${service} refused (${status})`);
  return answer;
}

const TIMEOUT_MS = 3_000;

/** By the modules that the SDK speaks with: `fetch` would be read by the first call of a start alone, and takes a third of it. */
function post(
  endpoint: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<{ readonly status: number; readonly answer: string }> {
  const open = endpoint.startsWith('https:') ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const asked = open(endpoint, { method: 'POST', headers, signal: AbortSignal.timeout(TIMEOUT_MS) }, (answered) => {
      text(answered).then((answer) => resolve({ status: answered.statusCode ?? 0, answer }), reject);
    });
    asked.on('error', reject).end(body);
  });
}

function ownCredentials() {
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '', AWS_SESSION_TOKEN: sessionToken } = process.env;
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}

/** SHA-256, or HMAC with it where a secret is given, in the shape that the signer asks for. */
class Sha256 {
  readonly #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', typeof secret === 'string' ? secret : bytesOf(secret));
  }
  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(typeof data === 'string' ? data : bytesOf(data));
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {
    throw new Error('the signer makes a new one each time');
  }
}

const bytesOf = (data: ArrayBuffer | ArrayBufferView): Uint8Array =>
  ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
