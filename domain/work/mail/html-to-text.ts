/** Tags that begin a new line; every other tag is nothing. */
const BREAKS = new Set([
  'br',
  'p',
  'div',
  'tr',
  'table',
  'ul',
  'ol',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'section',
  'article',
  'pre',
]);
/** What is in these is no text of the mail. */
const SILENT = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'object']);
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  zwnj: '\u200c',
  rlm: '',
  lrm: '',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  copy: '©',
  laquo: '«',
  raquo: '»',
};

/** The words of an HTML mail. Nothing of it is loaded, run or kept as HTML, and it is read once from start to end: a hostile one costs no more than its length. */
export function htmlToText(html: string): string {
  const parts: string[] = [];
  let at = 0;
  let silent: string | undefined;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (!silent) parts.push(words(html.slice(at, open < 0 ? html.length : open)));
    if (open < 0) break;
    if (html.startsWith('<!--', open)) {
      at = endOf(html, '-->', open + 4);
      continue;
    }
    const end = html.indexOf('>', open);
    if (end < 0) break;
    const tag = /^<(\/?)([a-z][a-z0-9]{0,15})/i.exec(html.slice(open, open + 20));
    const name = tag?.[2]?.toLowerCase() ?? '';
    at = end + 1;
    if (silent) {
      if (tag?.[1] === '/' && name === silent) silent = undefined;
    } else if (SILENT.has(name) && tag?.[1] !== '/' && html[end - 1] !== '/') silent = name;
    else if (name === 'li' && tag?.[1] !== '/') parts.push('\n- ');
    else if (name === 'td' || name === 'th') parts.push(' ');
    else if (BREAKS.has(name)) parts.push('\n');
  }
  return parts
    .join('')
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .join('\n');
}

function endOf(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from);
  return at < 0 ? html.length : at + mark.length;
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/&(?:#(x?)([0-9a-f]{1,7})|([a-z]{2,8}));/gi, (whole, hex: string, digits: string, name: string) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = Number.parseInt(digits, hex ? 16 : 10);
    return code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' ';
  });
}
