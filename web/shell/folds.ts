import { useState } from 'react';

const KEY = 'diwan.rail';
/** Gone to less often than the day's work: the rail of a first visit fits a window. */
const FOLDED_AT_FIRST: ReadonlySet<string> = new Set(['it', 'records', 'settings']);

type Folds = Readonly<Record<string, boolean>>;

/** Which groups of the rail are folded, as this browser remembers it. */
export function useFolds(): readonly [isFolded: (group: string) => boolean, setFolded: (group: string, folded: boolean) => void] {
  const [folds, setFolds] = useState(kept);
  return [
    (group) => folds[group] ?? FOLDED_AT_FIRST.has(group),
    (group, folded) => {
      const next = { ...folds, [group]: folded };
      setFolds(next);
      try {
        localStorage.setItem(KEY, JSON.stringify(next));
      } catch {
        // A browser that keeps nothing folds for this visit alone.
      }
    },
  ];
}

function kept(): Folds {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof found !== 'object' || found === null) return {};
    return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'));
  } catch {
    return {};
  }
}
