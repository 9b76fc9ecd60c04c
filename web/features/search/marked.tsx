import type { ReactNode } from 'react';

type Marks = readonly (readonly [number, number])[];

/** A text with its marks, in its own direction: marks are whole words, so no letter is torn from those that it joins. */
export function Marked({ text, marks }: { readonly text: string; readonly marks: Marks }) {
  const parts: ReactNode[] = [];
  let last = 0;
  for (const [from, to] of marks) {
    parts.push(text.slice(last, from), <mark key={from}>{text.slice(from, to)}</mark>);
    last = to;
  }
  parts.push(text.slice(last));
  return <bdi>{parts}</bdi>;
}

interface Highlight {
  readonly in: 'title' | 'subtitle' | 'text';
  readonly text: string;
  readonly marks: readonly (readonly number[])[];
}
/** The marks of a part of a find. */
export const marksOf = (highlights: readonly Highlight[], part: Highlight['in']): Marks =>
  (highlights.find((highlight) => highlight.in === part)?.marks ?? []).map(([from = 0, to = 0]) => [from, to] as const);
