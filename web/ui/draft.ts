import { useCallback, useRef, useState } from 'react';
import type { KeyKeeper, Submission } from '../api/submit.ts';

/** The input of a form that outlives a reload, a sign-out and a failed request: kept on this browser, apart from the record, per person and firm. */
export interface Draft<T> extends KeyKeeper {
  readonly value: T;
  readonly restored: boolean;
  readonly changed: boolean;
  set(change: Partial<T> | ((before: T) => T)): void;
  /** Forgets it: the form was submitted, or its writer gave it up. */
  discard(): void;
}

interface Kept<T> {
  readonly value: T;
  readonly submission?: Submission;
  readonly savedAt: number;
}
const KEPT_MS = 30 * 24 * 3600 * 1000;
const PREFIX = 'diwan.draft';

interface DraftOptions<T> {
  /** Members that are never written down: passwords. */
  readonly secret?: readonly (keyof T)[];
}
const NONE: readonly never[] = [];

/** `owner` names the person and the firm; `form` the form and what it edits. A draft is restored only into a form of the same members. */
export function useDraft<T extends object>(owner: string, form: string, initial: () => T, { secret = NONE }: DraftOptions<T> = {}): Draft<T> {
  const key = `${PREFIX}:${owner}:${form}`;
  const hidden = useRef(secret);
  const start = useRef<{ key: string; kept: Kept<T> | undefined; initial: T } | undefined>(undefined);
  if (start.current?.key !== key) {
    const first = initial();
    start.current = { key, kept: restore(key, first), initial: first };
  }
  const { kept, initial: first } = start.current;
  const latest = useRef<{ key: string; value: T; submission: Submission | undefined }>({
    key,
    value: kept?.value ?? first,
    submission: kept?.submission,
  });
  if (latest.current.key !== key) latest.current = { key, value: kept?.value ?? first, submission: kept?.submission };
  const [restored, setRestored] = useState(kept !== undefined);
  const [, redraw] = useState(0);

  const set = useCallback(
    (change: Partial<T> | ((before: T) => T)) => {
      const before = latest.current.value;
      latest.current.value = typeof change === 'function' ? change(before) : { ...before, ...change };
      store(key, latest.current, hidden.current);
      redraw((n) => n + 1);
    },
    [key],
  );
  const discard = useCallback(() => {
    localStorage.removeItem(key);
    latest.current = { key, value: start.current?.initial ?? latest.current.value, submission: undefined };
    start.current = { key, kept: undefined, initial: latest.current.value };
    setRestored(false);
    redraw((n) => n + 1);
  }, [key]);

  return {
    value: latest.current.value,
    restored,
    changed: latest.current.value !== first,
    set,
    discard,
    get submission() {
      return latest.current.submission;
    },
    keepSubmission(submission) {
      latest.current.submission = submission;
      if (latest.current.value !== first) store(key, latest.current, secret);
    },
  };
}

function store<T extends object>(
  key: string,
  { value, submission }: { value: T; submission: Submission | undefined },
  secret: readonly (keyof T)[],
): void {
  const told = secret.length === 0 ? value : { ...value, ...Object.fromEntries(secret.map((member) => [member, ''])) };
  try {
    localStorage.setItem(key, JSON.stringify({ value: told, ...(submission && { submission }), savedAt: Date.now() } satisfies Kept<T>));
  } catch {
    // A full or forbidden store loses the draft on reload, and nothing else.
  }
}

function restore<T extends object>(key: string, like: T): Kept<T> | undefined {
  const raw = localStorage.getItem(key);
  if (raw === null) return undefined;
  try {
    const kept = JSON.parse(raw) as Kept<T>;
    const fresh = Date.now() - kept.savedAt < KEPT_MS;
    const alike = Object.keys(like).every((member) => member in kept.value);
    if (fresh && alike) return kept;
  } catch {
    // Not ours, or of an older form.
  }
  localStorage.removeItem(key);
  return undefined;
}
