import type { Text } from './language.ts';

/** A row of an error table: the HTTP status, what happened and what to do about it, in both languages. `{name}` is filled from the refusal's values. */
export interface RefusalRow {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503;
  readonly say: Text;
  readonly fix: Text;
}
export type RefusalTable = Readonly<Record<string, RefusalRow>>;
