import { type Answer, type Client, client, PASSWORD } from '../../../host.ts';

/** Somebody who signs in anew whenever a session has run out: years pass in these tests. */
export function lasting(first: Client, email: string): Client {
  let now = first;
  const send = async (method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> => {
    const answer = await now.send(method, path, body, headers);
    if (answer.status !== 401) return answer;
    const session = await client(first.url, '', '').post('/v1/sessions', { email, password: PASSWORD });
    if (session.status !== 201) throw new Error(JSON.stringify(session.body));
    now = client(first.url, first.firm, session.body.token);
    return now.send(method, path, body, headers);
  };
  return {
    ...first,
    send,
    get: (path, headers) => send('GET', path, undefined, headers),
    post: (path, body = {}, headers = {}) => send('POST', path, body, headers),
  };
}
