import { withoutComment } from './lines.ts';
import { isProblem, type Problem, problemWith } from './problem.ts';
import { isMatch, safePattern } from './safe-pattern.ts';

/** Whether a posting, by its account and its entry's payee, is one that an automated entry is for. */
export type Query = (account: string, payee: string) => boolean;

/** No condition that a person writes is longer. */
const MAX_TERMS = 200;

/** Ledger's query: `/pattern/` or a word for accounts, `@word` for payees, with and, or, not and parentheses. Words side by side are alternatives. */
export function ledgerQuery(text: string): Query | Problem {
  const tokens = tokensOf(text);
  if (tokens.length > MAX_TERMS) return problemWith('import.query_refused', text);
  let at = 0;
  const query = alternatives();
  return isProblem(query) || at === tokens.length ? (isProblem(query) ? query : remembered(query)) : refused();

  function alternatives(): Query | Problem {
    const either: Query[] = [];
    while (at < tokens.length && tokens[at] !== ')') {
      if (isWord('or', '|')) at++;
      const next = conjunction();
      if (isProblem(next)) return next;
      either.push(next);
    }
    return either.length === 0 ? refused() : (account, payee) => either.some((query) => query(account, payee));
  }
  function conjunction(): Query | Problem {
    const all: Query[] = [];
    do {
      if (all.length > 0) at++;
      const next = term();
      if (isProblem(next)) return next;
      all.push(next);
    } while (isWord('and', '&'));
    return (account, payee) => all.every((query) => query(account, payee));
  }
  function term(): Query | Problem {
    if (isWord('not', '!')) {
      at++;
      const denied = term();
      return isProblem(denied) ? denied : (account, payee) => !denied(account, payee);
    }
    if (tokens[at] === '(') {
      at++;
      const inner = alternatives();
      return isProblem(inner) ? inner : tokens[at++] === ')' ? inner : refused();
    }
    if (isWord('expr')) return expression();
    const ofPayee = isWord('@', 'payee', 'desc');
    if (ofPayee || isWord('account')) at++;
    return matching(tokens[at++], ofPayee);
  }
  /** Of value expressions, those that say no more than a query does. */
  function expression(): Query | Problem {
    const rest = tokens
      .slice(at + 1)
      .join(' ')
      .replace(/^(['"])(.*)\1$/, '$2')
      .trim();
    at = tokens.length;
    const simple = /^(account|payee)\s*=~\s*(\/.*\/)$/.exec(rest);
    if (rest === 'true') return () => true;
    return simple ? matching(simple[2], simple[1] === 'payee') : refused();
  }
  function matching(token: string | undefined, ofPayee: boolean): Query | Problem {
    const source = token === undefined ? undefined : (/^(['"/])(.*)\1$/.exec(token)?.[2] ?? (/^[=%#@:]/.test(token) ? undefined : token));
    const pattern = source === undefined || source === '' ? refused() : safePattern(source);
    if (isProblem(pattern)) return pattern;
    return (account, payee) => isMatch(pattern, ofPayee ? payee : account);
  }
  function isWord(...words: string[]): boolean {
    return words.includes(tokens[at] ?? '');
  }
  function refused(): Problem {
    return problemWith('import.query_refused', text);
  }
}

function tokensOf(text: string): string[] {
  return withoutComment(text).match(/\/(?:\\.|[^/\\])*\/|'[^']*'|"[^"]*"|=~|[()&|!@]|[^\s()&|!@/'"]+|\S/g) ?? [];
}

/** A journal has few accounts and payees and many postings: each answer is worked out once, while there are not too many of them. */
function remembered(query: Query): Query {
  const answers = new Map<string, boolean>();
  return (account, payee) => {
    const key = `${account}\n${payee}`;
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = query(account, payee);
      if (answers.size < MAX_REMEMBERED) answers.set(key, answer);
    }
    return answer;
  };
}
const MAX_REMEMBERED = 10_000;
