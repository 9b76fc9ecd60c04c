import { MAX_TEXT } from './received-mail.ts';

/** What somebody wrote anew: without the quoted mail below it, and without what no eye sees. The mail itself is kept whole. */
export function freshText(text: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\n\t\u200c\u200d]/gu, '')
    .split('\n')
    .map((line) => line.trimEnd());
  const lines = withoutQuoteBelow(clean);
  const said = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return cut(
    said === ''
      ? clean
          .join('\n')
          .replace(/\n{3,}/g, '\n\n')
          .trim()
      : said,
  );
}

/** Lines from the end that are quoted or empty go, with the line that introduces them. What stands between quotes is an answer, and stays with them. */
function withoutQuoteBelow(lines: readonly string[]): readonly string[] {
  const cutAt = lines.findIndex((line) => SEPARATOR.test(line));
  const upTo = cutAt >= 0 ? lines.slice(0, cutAt) : lines;
  let end = upTo.length;
  while (end > 0 && isQuoted(upTo[end - 1] ?? '')) end -= 1;
  const hadQuote = upTo.slice(end).some((line) => line.startsWith('>'));
  if (!hadQuote) return upTo;
  // “On Monday, Huda wrote:” may take two lines.
  for (const count of [1, 2]) {
    const introduction = upTo.slice(Math.max(0, end - count), end).join(' ');
    if (introduction.length < 300 && INTRODUCTION.test(introduction)) return upTo.slice(0, Math.max(0, end - count));
  }
  return upTo.slice(0, end);
}

const isQuoted = (line: string): boolean => line.startsWith('>') || line === '';
const INTRODUCTION = /(?:wrote|schrieb|écrit|كتب|كتبت)[^:：]*[:：]$/iu;
const SEPARATOR = /^(?:-{3,} ?(?:Original Message|Forwarded message|الرسالة الأصلية) ?-{3,}|_{20,})$/i;

function cut(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 2).replace(/[\ud800-\udbff]$/, '')}\n…` : text;
}
