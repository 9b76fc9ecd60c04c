import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';

/**
 * Reads a secret when the function starts. One signed call: the whole client for it would weigh more on every cold start than the call does.
 * The function's own credentials are in its environment, as Lambda puts them there.
 */
export async function readSecret(arn: string): Promise<string> {
  const region = arn.split(':')[3] ?? '';
  const { AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoint = `https://secretsmanager.${region}.amazonaws.com` } = process.env;
  const { protocol, hostname, host, port } = new URL(endpoint);
  const signer = new SignatureV4({ service: 'secretsmanager', region, sha256: Sha256, credentials: ownCredentials() });
  const { headers, body, method } = await signer.sign({
    method: 'POST',
    protocol,
    hostname,
    ...(port && { port: Number(port) }),
    path: '/',
    headers: { host, 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'secretsmanager.GetSecretValue' },
    body: JSON.stringify({ SecretId: arn }),
  });
  const { host: _, ...sent } = headers;
  const answered = await fetch(endpoint, { method, headers: sent, body, signal: AbortSignal.timeout(TIMEOUT_MS) });
  const answer: unknown = await answered.json();
  if (!answered.ok || typeof answer !== 'object' || answer === null || !('SecretString' in answer))
    throw new Error(`a secret could not be read (${answered.status})`);
  return String(answer.SecretString);
}

const TIMEOUT_MS = 3_000;

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
