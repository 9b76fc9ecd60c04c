import { useEffect, useState } from 'react';

const PAUSE_MS = 160;

/** What was typed, once the typing pauses: a request a word, not a request a key. */
export function usePaused(typed: string): string {
  const [paused, setPaused] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return paused;
}
