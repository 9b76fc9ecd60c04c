import { latinDigits } from '../../i18n/digits.ts';

export type Intervals = [string, string][];

/** Hours of a day as a person writes them, `09:00-13:00, 16:00-20:00`; undefined where they cannot be read. Whether they make sense the API says. */
export function readHours(text: string): Intervals | undefined {
  const parts = latinDigits(text)
    .split(/[,،;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map((part) => /^(\d{1,2}:\d{2})\s*[-–—]\s*(\d{1,2}:\d{2})$/.exec(part));
  const intervals: Intervals = [];
  for (const found of read) {
    if (!found?.[1] || !found[2]) return undefined;
    intervals.push([found[1].padStart(5, '0'), found[2].padStart(5, '0')]);
  }
  return intervals;
}

export const writeHours = (intervals: readonly (readonly string[])[] = []): string => intervals.map((pair) => pair.join('-')).join(', ');
