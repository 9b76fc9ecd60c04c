import { useSyncExternalStore } from 'react';

/** Who is signed in on this browser: the token and when it ends. Every tab sees the same. */
export interface Session {
  readonly token: string;
  readonly expiresAt: string;
}

const KEY = 'diwan.session';
const listeners = new Set<() => void>();
let known: { readonly raw: string | null; readonly session: Session | undefined } = { raw: null, session: undefined };

export function currentSession(): Session | undefined {
  const raw = localStorage.getItem(KEY);
  if (raw !== known.raw) known = { raw, session: read(raw) };
  return known.session;
}

export function startSession({ token, expiresAt }: Session): void {
  localStorage.setItem(KEY, JSON.stringify({ token, expiresAt }));
  tell();
}

export function endSession(): void {
  localStorage.removeItem(KEY);
  tell();
}

export const useSession = (): Session | undefined => useSyncExternalStore(subscribe, currentSession);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}
const tell = (): void => {
  for (const listener of listeners) listener();
};

function read(raw: string | null): Session | undefined {
  if (raw === null) return undefined;
  try {
    const value: unknown = JSON.parse(raw);
    if (typeof value !== 'object' || value === null || !('token' in value) || !('expiresAt' in value)) return undefined;
    const { token, expiresAt } = value;
    return typeof token === 'string' && typeof expiresAt === 'string' && expiresAt > new Date().toISOString() ? { token, expiresAt } : undefined;
  } catch {
    return undefined;
  }
}
