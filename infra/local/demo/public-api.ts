/** The public API as any client calls it. Each command has a key of its own, so that a demo which was cut short goes on where it stood. */
export interface PublicApi {
  as(token: string): PublicApi;
  post<T>(path: string, body: unknown, key: string): Promise<T>;
  get<T>(path: string): Promise<T>;
  /** Changes what is at a version. */
  patch<T>(path: string, body: unknown, version: number, key: string): Promise<T>;
}

export function publicApi(url: string, token?: string): PublicApi {
  const call = async <T>(method: string, path: string, body?: unknown, key?: string, version?: number): Promise<T> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
        ...(key && { 'idempotency-key': key }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  };
  return {
    as: (signedIn) => publicApi(url, signedIn),
    post: (path, body, key) => call('POST', path, body, key),
    get: (path) => call('GET', path),
    patch: (path, body, version, key) => call('PATCH', path, body, key, version),
  };
}
