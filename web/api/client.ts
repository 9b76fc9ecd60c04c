import { currentLanguage } from '../i18n/language.tsx';
import { paths } from './paths.generated.ts';
import { problemOf, unreachable } from './problem.ts';
import type { Input, Output, RouteName } from './route-types.ts';
import { currentSession, endSession } from './session.ts';

/** An answer with the version that its ETag carried, for the change that follows. */
export interface Answer<B> {
  readonly body: B;
  readonly etag: string | undefined;
  readonly requestId: string | undefined;
}

export interface Sending {
  /** The key of a submission: the same for its retries, so that it happens once. */
  readonly idempotencyKey?: string | undefined;
  readonly ifMatch?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Calls a route by the name of its verb. Anything but success is thrown as a `ProblemError`. */
export async function call<N extends RouteName>(name: N, input: Input<N>, sending: Sending = {}): Promise<Answer<Output<N>>> {
  const response = await send(name, input, sending);
  const body: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  return { body: body as Output<N>, etag: response.headers.get('etag') ?? undefined, requestId: response.headers.get('x-request-id') ?? undefined };
}

/** Fetches a file (CSV, XLSX) with the session's right and hands it to the browser to save. */
export async function saveFile<N extends RouteName>(name: N, input: Input<N>, fallback: string): Promise<void> {
  const response = await send(name, input, {});
  const blob = await response.blob();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName(response.headers.get('content-disposition')) ?? fallback;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A part of an input as it is sent, once the types have done their work. */
interface Parts {
  readonly params?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, string | number | undefined>> | undefined;
  readonly body?: unknown;
  readonly file?: Blob;
}

async function send(name: RouteName, input: Parts, { idempotencyKey, ifMatch, signal }: Sending): Promise<Response> {
  const [method, path] = paths[name];
  const headers = new Headers({ 'accept-language': currentLanguage() });
  const session = currentSession();
  if (session) headers.set('authorization', `Bearer ${session.token}`);
  if (method === 'POST') headers.set('idempotency-key', idempotencyKey ?? crypto.randomUUID());
  if (ifMatch !== undefined) headers.set('if-match', ifMatch);
  if (input.body !== undefined) headers.set('content-type', 'application/json');
  if (input.file) headers.set('content-type', input.file.type || 'text/plain');
  const content = input.file ?? (input.body === undefined ? undefined : JSON.stringify(input.body));
  const response = await fetch(addressOf(path, input), {
    method,
    headers,
    ...(content !== undefined && { body: content }),
    ...(signal && { signal }),
  }).catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw unreachable();
  });
  if (response.ok) return response;
  const problem = await problemOf(response);
  // The shell sees that nobody is signed in any more and goes to the sign-in page, keeping the address.
  if (problem.code === 'session.required') endSession();
  throw problem;
}

export function addressOf(path: string, { params, query }: Pick<Parts, 'params' | 'query'>): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, param: string) => encodeURIComponent(params?.[param] ?? ''));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) if (value !== undefined && value !== '') search.set(key, String(value));
  return search.size > 0 ? `${filled}?${search}` : filled;
}

function fileName(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1];
  return encoded ? decodeURIComponent(encoded) : /filename="([^"]+)"/.exec(disposition ?? '')?.[1];
}
