import { type Language, say, type Text } from './language.ts';

/** A mail before it is addressed. Paragraphs are plain text with `{placeholders}`; a link stands on a line of its own. */
export interface Letter {
  readonly subject: Text;
  readonly paragraphs: readonly Text[];
  /** What the link is for, as the label of its button. */
  readonly action?: Text;
  readonly closing: readonly Text[];
}

export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: Language;
}

export interface Link {
  readonly url: string;
  /** Tells several links of one mail apart. */
  readonly label?: string;
}

/** Longer names are cut: a mail is no place for a stranger's essay. */
const VALUE_MAXIMUM = 100;
const signature: Text = { en: 'Diwan', ar: 'ديوان' };

/** Writes a letter in one language, as text and as HTML that reads in its own direction. What somebody said is set apart, in the direction of its own words. */
export function writeLetter(
  letter: Letter,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
  links: readonly Link[] = [],
  said?: string,
): WrittenLetter {
  const clean = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, oneLine(String(value))]));
  const words = (text: Text): string => say(text, language, clean);
  const action = letter.action && words(letter.action);
  const before = letter.paragraphs.map(words);
  const after = letter.closing.map(words);
  const labelOf = (link: Link): string => link.label ?? action ?? link.url;
  return {
    subject: words(letter.subject),
    text: [
      ...before,
      ...(said === undefined ? [] : [said]),
      ...links.map((link) => `${labelOf(link)}:\n${link.url}`),
      ...after,
      `— ${signature[language]}`,
    ].join('\n\n'),
    html: page(language, [
      ...before.map(paragraph),
      ...(said === undefined ? [] : [`<blockquote dir="auto" style="${SAID}">${escaped(said)}</blockquote>`]),
      ...links.map((link) => `<p style="margin:24px 0"><a href="${escaped(link.url)}" style="${BUTTON}">${escaped(labelOf(link))}</a></p>`),
      ...after.map(paragraph),
      `<p style="color:#5b6472">— ${signature[language]}</p>`,
    ]),
    language,
  };
}

const BUTTON = 'background:#0b5c56;color:#ffffff;padding:12px 20px;border-radius:6px;text-decoration:none;display:inline-block';

const SAID = 'margin:0 0 16px;padding-inline-start:16px;border-inline-start:3px solid #d5dbe1;white-space:pre-wrap';

const page = (language: Language, blocks: readonly string[]): string =>
  `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"></head>` +
  `<body style="margin:0;padding:24px;background:#f6f7f8"><div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;color:#1b2430;font:16px/1.6 Vazirmatn,Tahoma,Arial,sans-serif">` +
  `${blocks.join('')}</div></body></html>`;
const paragraph = (text: string): string => `<p style="margin:0 0 16px">${escaped(text)}</p>`;
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** A name ends up in a header line: nothing in it may begin another. */
const oneLine = (value: string): string => {
  const flat = value.replace(/\p{C}+/gu, ' ').trim();
  return [...flat].length > VALUE_MAXIMUM ? `${[...flat].slice(0, VALUE_MAXIMUM).join('')}…` : flat;
};
