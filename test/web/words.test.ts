import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'web/*.ts', 'web/*.tsx'], { encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);
const TEXT = String.raw`('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")`;
const pair = new RegExp(String.raw`\{\s*en:\s*${TEXT},\s*ar:\s*${TEXT},?\s*\}`, 'g');
const unquoted = (text: string) => text.slice(1, -1).replace(/\\(.)/g, '$1');

interface Message {
  readonly file: string;
  readonly en: string;
  readonly ar: string;
}
const messages: readonly Message[] = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(pair)].map(([, en = '', ar = '']) => ({ file, en: unquoted(en), ar: unquoted(ar) })),
);

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
const PLURAL = 6;
const elements = (ast: readonly Element[]): Element[] =>
  ast.flatMap((element) => [element, ...('options' in element ? Object.values(element.options).flatMap((option) => elements(option.value)) : [])]);
const argumentsOf = (text: string, locale: string) =>
  [
    ...new Set(
      elements(new IntlMessageFormat(text, locale).getAst()).flatMap((element) =>
        'value' in element && element.type !== 0 ? [String(element.value)] : [],
      ),
    ),
  ].sort();

describe('what the pages say', () => {
  test('there are many words, and all of them are looked at', () => {
    expect(messages.length).toBeGreaterThan(600);
  });

  test('a message takes the same arguments in both languages', () => {
    expect(messages.filter(({ en, ar }) => argumentsOf(en, 'en').join() !== argumentsOf(ar, 'ar').join())).toEqual([]);
  });

  test('an Arabic plural has all six forms, an English one both', () => {
    const forms = (text: string, locale: string) =>
      elements(new IntlMessageFormat(text, locale).getAst()).flatMap((element) =>
        element.type === PLURAL && 'options' in element ? [Object.keys(element.options)] : [],
      );
    const lacking = messages.filter(
      ({ en, ar }) =>
        forms(ar, 'ar').some((own) => ['zero', 'one', 'two', 'few', 'many', 'other'].some((form) => !own.includes(form))) ||
        forms(en, 'en').some((own) => ['one', 'other'].some((form) => !own.includes(form))),
    );
    expect(lacking).toEqual([]);
  });

  test('Arabic words are in Arabic, and English ones are not', () => {
    const arabic = /[\u0600-\u06ff]/;
    const inLatin = /^(CSV|Excel|English|[{}\s\w%–…·]*)$/;
    expect(messages.filter(({ en, ar }) => (arabic.test(en) && en !== 'العربية') || (!arabic.test(ar) && !inLatin.test(ar)))).toEqual([]);
  });
});
