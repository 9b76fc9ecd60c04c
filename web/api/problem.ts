/** What is wrong with one member of what was sent, in the caller's language. */
export interface PointedFault {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

interface ProblemParts {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string | undefined;
  readonly errors: readonly PointedFault[];
}

/** A refusal or a failure as the API tells it (RFC 9457), or one that never reached it (`client.offline`, `client.unreachable`). */
export class ProblemError extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string | undefined;
  readonly errors: readonly PointedFault[];

  constructor({ status, code, title, detail, requestId, errors }: ProblemParts) {
    super(`${code}: ${title}`);
    this.name = 'ProblemError';
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
    this.requestId = requestId;
    this.errors = errors;
  }

  /** The same request may succeed if it is sent again: nothing is wrong with what was typed. */
  get retryable(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429 || this.code === 'request.conflict';
  }

  /** What is wrong with a member of the body, by its JSON pointer. */
  at(pointer: string): string | undefined {
    return this.errors.find((error) => error.pointer === pointer)?.message;
  }
}

export async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => undefined);
  const members = isRecord(body) ? body : {};
  return new ProblemError({
    status: response.status,
    code: text(members.code) || `http.${response.status}`,
    title: text(members.title),
    detail: text(members.detail),
    requestId: response.headers.get('x-request-id') ?? undefined,
    errors: Array.isArray(members.errors)
      ? members.errors.filter(isRecord).map((error) => ({ pointer: text(error.pointer), code: text(error.code), message: text(error.message) }))
      : [],
  });
}

/** The request never came to an answer. */
export function unreachable(): ProblemError {
  const code = navigator.onLine ? 'client.unreachable' : 'client.offline';
  return new ProblemError({ status: 0, code, title: '', detail: '', requestId: undefined, errors: [] });
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
