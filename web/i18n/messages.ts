import { IntlMessageFormat } from 'intl-messageformat';
import type { Language, Text } from '../../domain/kernel/language.ts';
import { localeOf, useLanguage } from './language.tsx';

/** A feature's strings: each key in both languages, as ICU messages. One that lacks its Arabic does not compile (ADR 50). */
export type Messages = Readonly<Record<string, Text>>;
export const defineMessages = <const M extends Messages>(messages: M): M => messages;

/** The names of a message's arguments, read from its English; a test holds the Arabic to the same ones. */
type ArgumentsOf<S extends string> = S extends `${string}{${infer Inside}}${infer Rest}` ? Identifier<FirstWord<Inside>> | ArgumentsOf<Rest> : never;
type FirstWord<S extends string> = S extends `${infer Name},${string}` ? Name : S;
type Identifier<S extends string> = S extends `${string} ${string}` | `${string}#${string}` | '' ? never : S;
type Value = string | number;
type Values<S extends string> = [ArgumentsOf<S>] extends [never] ? [] : [values: Readonly<Record<ArgumentsOf<S>, Value>>];

export type Translate<M extends Messages> = <K extends keyof M & string>(key: K, ...values: Values<M[K]['en']>) => string;

/** The strings of a table in the language of the page. */
export function useMessages<const M extends Messages>(messages: M): Translate<M> {
  const { language } = useLanguage();
  return translate(messages, language);
}

/** The same outside React. */
export function translate<M extends Messages>(messages: M, language: Language): Translate<M> {
  return (key, ...values) => formatMessage((messages[key] as Text)[language], language, values[0] as Readonly<Record<string, Value>> | undefined);
}

const formatters = new Map<string, IntlMessageFormat>();

function formatMessage(text: string, language: Language, values: Readonly<Record<string, Value>> | undefined): string {
  if (!values) return text;
  const key = `${language}\n${text}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new IntlMessageFormat(text, localeOf(language));
    formatters.set(key, formatter);
  }
  const isolated: Record<string, Value> = {};
  for (const [name, value] of Object.entries(values))
    isolated[name] = typeof value === 'string' && mixed(value, language) ? `\u2068${value}\u2069` : value;
  return String(formatter.format(isolated));
}

/** Only text of the other direction needs walls; plain words keep accessible names plain. */
const arabic = /[\u0590-\u08ff]/;
const mixed = (value: string, language: Language): boolean => (language === 'ar' ? /[A-Za-z0-9]/.test(value) : arabic.test(value));
