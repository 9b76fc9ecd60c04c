import { declaredType } from './account-types.ts';
import { readTags } from './comment.ts';
import { eachBelow, type Lines, nameEnd } from './lines.ts';
import type { PlainTextContext } from './plain-text-context.ts';
import { isProblem, type Problem, problem, problemWith } from './problem.ts';
import { safePattern } from './safe-pattern.ts';

type Note = (wrong: Problem | undefined) => void;

/** `account name  ; type:A`, with its comments and Ledger's own settings below it. */
export function declareAccount(rest: string, lines: Lines, context: PlainTextContext, note: Note): void {
  const end = nameEnd(rest, 0);
  const written = rest.slice(0, end);
  const after = rest.slice(end).trimStart();
  if (written === '') {
    note(problem('import.account_missing'));
    return;
  }
  const name = context.names.resolve(written);
  if (isProblem(name)) {
    note(name);
    return;
  }
  context.declaredAccounts.add(name);
  if (after.startsWith(';')) note(declareType(name, after.slice(1), context));
  else if (after !== '') note(problemWith('import.line_not_understood', rest));
  eachBelow(lines, (below) => note(below.startsWith(';') ? declareType(name, below.slice(1), context) : setAccount(name, below, context)));
}

function declareType(name: string, comment: string, context: PlainTextContext): Problem | undefined {
  const written = readTags(comment, 'hledger').tags.find(([tag]) => tag === 'type')?.[1];
  if (written === undefined) return undefined;
  const type = declaredType(written);
  if (!type) return problemWith('import.account_type_unknown', written);
  context.declaredTypes.set(name, type);
  return undefined;
}

/** Ledger's settings of an account that change what is posted where; hledger reads none of them. */
function setAccount(name: string, setting: string, context: PlainTextContext): Problem | undefined {
  if (context.dialect === 'hledger') return undefined;
  const [, word, value = ''] = /^(\S+)\s*(.*)$/.exec(setting) ?? [];
  if (word === 'alias') context.names.alias(value, name);
  else if (word === 'default') context.bucket = name;
  else if (word === 'payee') {
    const pattern = safePattern(value);
    if (isProblem(pattern)) return pattern;
    context.names.namePayee(pattern, name);
  } else if (word === 'eval') return problem('import.directive_refused', { directive: word });
  return undefined;
}

export function readPayeeAlias(payee: string, below: string, context: PlainTextContext): Problem | undefined {
  const source = context.dialect === 'ledger' ? /^alias\s+(.+)$/.exec(below)?.[1] : undefined;
  const pattern = source === undefined ? undefined : safePattern(source);
  if (isProblem(pattern)) return pattern;
  if (pattern) context.payeeAliases.push({ pattern, payee });
  return undefined;
}
