/** The same chance each time: a demo that can be compared from one start to the next (mulberry32). */
export interface Chance {
  /** A whole number from `low` to `high`. */
  between(low: number, high: number): number;
  one<T>(choices: readonly T[]): T;
  happens(outOfHundred: number): boolean;
}

export function chance(seed: number): Chance {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    between,
    one: (choices) => {
      const chosen = choices[between(0, choices.length - 1)];
      if (chosen === undefined) throw new Error('nothing to choose from');
      return chosen;
    },
    happens: (outOfHundred) => next() * 100 < outOfHundred,
  };
}
