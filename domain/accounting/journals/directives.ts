import { declareAccount, readPayeeAlias } from './account-directive.ts';
import { readTags } from './comment.ts';
import { declareCommodity, readDefaultCommodity, readMarketPrice } from './commodity-directives.ts';
import type { LineFault } from './journal.ts';
import { eachBelow, type Lines, withoutComment } from './lines.ts';
import type { PlainTextContext } from './plain-text-context.ts';
import { faultAt, isProblem, type Problem, problem, problemWith } from './problem.ts';
import { safePattern } from './safe-pattern.ts';

/** Obeys the directive under the cursor, with its indented lines, and says what is wrong with it. */
export function readDirective(lines: Lines, context: PlainTextContext): LineFault[] {
  const { text } = lines;
  const found = /^[!@]?(decimal-mark|[A-Za-z]+)(.*)$/.exec(text);
  const word = found?.[1] ?? '';
  const rest = (found?.[2] ?? '').trim();
  const faults: LineFault[] = [];
  const note = (wrong: Problem | undefined): void => {
    if (wrong) faults.push(faultAt(lines.number, wrong));
  };
  if (word === 'comment' || word === 'test') skipBlock(lines);
  else if (word === 'account') declareAccount(rest, lines, context, note);
  else if (word === 'commodity') declareCommodity(rest, lines, context, note);
  else if (word === 'payee') eachBelow(lines, (below) => note(readPayeeAlias(rest, below, context)));
  else {
    const obey = simple.get(word);
    note(obey ? obey(rest, context, text) : found && ignored.has(word) ? undefined : problemWith('import.line_not_understood', text));
    eachBelow(lines, () => undefined);
  }
  return faults;
}

/** Directives that post nothing and change nothing that is posted. */
const ignored = new Set(['tag', 'N', 'assert', 'check', 'capture', 'define', 'def', 'value']);

type Obey = (rest: string, context: PlainTextContext, text: string) => Problem | undefined;
const refuse: Obey = (_rest, _context, text) => problem('import.directive_refused', { directive: /^\S*/.exec(text)?.[0] ?? '' });
const timeclock: Obey = () => problem('import.timeclock_refused');
const setYear: Obey = (rest, context, text) => {
  if (!/^\d{4}$/.test(rest)) return problemWith('import.line_not_understood', text);
  if (context.dialect === 'ledger') context.blocks.push({ kind: 'year', year: context.dates.year });
  context.dates.year = Number(rest);
  return undefined;
};
const setBucket: Obey = (rest, context) => {
  if (context.dialect === 'hledger') return undefined;
  const account = context.names.resolve(rest);
  if (isProblem(account)) return account;
  context.bucket = account;
  return undefined;
};

/** A map, since a file may as well write `constructor`. */
const simple = new Map<string, Obey>(
  Object.entries<Obey>({
    include: (rest) => problem('import.include_refused', { path: rest }),
    Y: setYear,
    year: setYear,
    A: setBucket,
    bucket: setBucket,
    P: readMarketPrice,
    D: readDefaultCommodity,
    apply: readApply,
    end: readEnd,
    alias: readAlias,
    'decimal-mark': (rest, context, text) => {
      const mark = /^([.,])\s*(;.*)?$/.exec(rest)?.[1];
      if (mark !== '.' && mark !== ',') return problemWith('import.line_not_understood', text);
      context.decimalMark = mark;
      return undefined;
    },
    eval: (rest, context, text) => (context.dialect === 'ledger' ? refuse(rest, context, text) : undefined),
    expr: (rest, context, text) => (context.dialect === 'ledger' ? refuse(rest, context, text) : undefined),
    C: refuse,
    python: refuse,
    import: refuse,
    i: timeclock,
    o: timeclock,
    b: timeclock,
    h: timeclock,
    I: timeclock,
    O: timeclock,
  }),
);

function readApply(rest: string, context: PlainTextContext, text: string): Problem | undefined {
  const [, kind, value = ''] = /^(\w+)\s+(.+)$/.exec(rest) ?? [];
  if (kind === 'account') context.names.applyParent(value.trim());
  else if (kind === 'tag') context.appliedTags.push(readTags(value.includes(':') ? value : `:${value}:`, 'ledger').tags[0] ?? [value, '']);
  else if (kind === 'year') return setYear(value, context, text);
  else return refuse(rest, context, `apply_${kind ?? ''}`);
  context.blocks.push({ kind });
  return undefined;
}

/** `end`, `end tag`, `end apply account`: closes the block opened last, which must be of the kind named. */
function readEnd(rest: string, context: PlainTextContext, text: string): Problem | undefined {
  const kind = withoutComment(rest.replace(/^apply\b/, '')).trim();
  if (kind === 'aliases') {
    context.names.endAliases();
    return undefined;
  }
  const block = context.blocks.at(-1);
  if (!block || (kind !== '' && kind !== block.kind)) return problemWith('import.block_not_open', text.trim());
  context.blocks.pop();
  if (block.kind === 'account') context.names.endParent();
  else if (block.kind === 'tag') context.appliedTags.pop();
  else if (block.kind === 'year') context.dates.year = block.year;
  return undefined;
}

/** `alias old = new`, and in hledger `alias /pattern/ = replacement`. */
function readAlias(rest: string, context: PlainTextContext, text: string): Problem | undefined {
  const written = context.dialect === 'hledger' ? /^\/((?:\\\/|[^/])+)\/\s*=\s*(.*)$/.exec(rest) : undefined;
  if (written) {
    const pattern = safePattern((written[1] ?? '').replaceAll('\\/', '/'), 'g');
    if (isProblem(pattern)) return pattern;
    context.names.alias(pattern, (written[2] ?? '').replaceAll('$', '$$$$').replace(/\\(\d)/g, '$$$1'));
    return undefined;
  }
  const equals = rest.indexOf('=');
  const [from, to] = [rest.slice(0, Math.max(0, equals)).trim(), rest.slice(equals + 1).trim()];
  if (from === '' || to === '') return problemWith('import.line_not_understood', text);
  context.names.alias(from, to);
  return undefined;
}

/** A commented block ends at its `end` line, or with the file. */
function skipBlock(lines: Lines): void {
  while (lines.advance()) if (/^end (comment|test)/.test(lines.text)) return;
}
