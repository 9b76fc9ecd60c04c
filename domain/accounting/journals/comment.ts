import type { LocalDate } from '../../kernel/dates.ts';
import { isProblem, type Problem, problemWith } from './problem.ts';
import type { DateReader } from './written-date.ts';

export type Tag = readonly [name: string, value: string];
export type Dialect = 'hledger' | 'ledger';

/** The tags of a comment, and whether the comment says anything besides them. */
export function readTags(comment: string, dialect: Dialect): { readonly tags: readonly Tag[]; readonly prose: boolean } {
  if (!comment.includes(':')) return { tags: [], prose: comment.trim() !== '' };
  return dialect === 'hledger' ? hledgerTags(comment) : ledgerTags(comment);
}

/** `a comment with tag1:, tag2: some value`: a value ends at a comma. */
function hledgerTags(comment: string): ReturnType<typeof readTags> {
  const tags: Tag[] = [];
  const rest = comment.replace(/(?:^|(?<=[\s,]))([^\s:,]+):([^,]*)(,|$)/g, (_whole, name: string, value: string) => {
    tags.push([name, value.trim()]);
    return '';
  });
  return { tags, prose: rest.trim() !== '' };
}

/** `:tag1:tag2:` anywhere, or `Key: value` to the end of the line. */
function ledgerTags(comment: string): ReturnType<typeof readTags> {
  const keyed = /^\s*([^\s:][^\s]*?)::?\s+(.*)$/.exec(comment);
  if (keyed) return { tags: [[keyed[1] ?? '', (keyed[2] ?? '').trim()]], prose: false };
  const tags: Tag[] = [];
  let prose = false;
  for (const word of comment.trim().split(/\s+/)) {
    if (/^:.+:$/.test(word)) for (const name of word.slice(1, -1).split(':')) tags.push([name, '']);
    else prose ||= word !== '';
  }
  return { tags, prose };
}

/** The date that a posting's comment gives it: `[2025/01/31]`, and in hledger also `date:1/31`. The secondary date is not the posting's. */
export function readPostingDate(
  comment: string,
  tags: readonly Tag[],
  entryDate: LocalDate,
  dialect: Dialect,
  dates: DateReader,
): LocalDate | Problem | undefined {
  const year = Number(entryDate.slice(0, 4));
  if (dialect === 'hledger') {
    for (const [name, value] of tags) {
      if (name !== 'date' && name !== 'date2') continue;
      const date = wholeDate(value, year, dates);
      if (name === 'date' || isProblem(date)) return date;
    }
  }
  for (const bracket of comment.matchAll(/\[([0-9\-/.=]+)\]/g)) {
    const [primary = '', secondary] = (bracket[1] ?? '').split('=');
    const date = primary === '' ? undefined : wholeDate(primary, year, dates);
    if (isProblem(date)) return date;
    const other = secondary ? wholeDate(secondary, year, dates) : undefined;
    if (isProblem(other)) return other;
    if (date) return date;
  }
  return undefined;
}

function wholeDate(text: string, year: number, dates: DateReader): LocalDate | Problem {
  const date = dates.read(text, 0, year);
  return isProblem(date) || dates.next === text.length ? date : problemWith('import.date_malformed', text);
}
