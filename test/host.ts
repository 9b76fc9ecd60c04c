import { type HostOptions, type LocalHost, startHost } from '../infra/local/host.ts';

/** An answer as a caller sees it. */
export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what came over the wire.
  readonly body: any;
  readonly headers: Headers;
}

/** A signed-in person in a firm, calling over HTTP: paths are below the firm unless they start with `/v1`. */
export interface Client {
  readonly url: string;
  readonly firm: string;
  readonly token: string;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export const PASSWORD = 'correct horse battery staple';

export function client(url: string, firm: string, token: string): Client {
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const isText = typeof body === 'string';
    const answer = await fetch(`${url}${/^\/(v1|local)\//.test(path) ? path : `/v1/firms/${firm}${path}`}`, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': isText ? 'text/plain' : 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, body: isJson && text !== '' ? JSON.parse(text) : text, headers: answer.headers };
  };
  return {
    url,
    firm,
    token,
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body = {}, headers = {}) => send('POST', path, body, headers),
  };
}

let people = 0;
/** Somebody new signs up with a firm. */
export async function signUp(
  url: string,
  firm: Partial<{ name: string; country: string; currency: string; kind: string; plan: string }> = {},
  email = `person-${process.pid}-${++people}@example.com`,
): Promise<Client> {
  const answer = await client(url, '', '').post('/v1/sign-up', {
    email,
    password: PASSWORD,
    name: 'Mona',
    locale: 'en',
    firm: { name: 'Blue Falcon', country: 'SA', currency: 'SAR', kind: 'business', plan: 'trial', ...firm },
  });
  if (answer.status !== 201) throw new Error(`sign-up: ${answer.status} ${JSON.stringify(answer.body)}`);
  return client(url, answer.body.firm.id, answer.body.session.token);
}

/** The whole product for a test: in memory unless it says otherwise. */
export const aHost = (options: HostOptions = {}): Promise<LocalHost> => startHost({ checkAnswers: true, ...options });
