import { refuse, refuseAt } from '../../../domain/kernel/decision.ts';
import type { Id } from '../../../domain/kernel/ids.ts';
import { say } from '../../../domain/kernel/language.ts';
import { suggestFiling as decideSuggestions, type FilingRule, words } from '../../../domain/records/filing/suggest-filing.ts';
import { contactOf } from '../../accounting/invoicing/contact-items.ts';
import { invoicingKeys } from '../../accounting/invoicing/keys.ts';
import { loadContact } from '../../accounting/invoicing/load-documents.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { plain, stored } from '../../platform/table/own-item.ts';
import type { Item } from '../../platform/table/port.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { readClass, readClasses } from './class-store.ts';
import { filingKeys } from './keys.ts';
import type { filingRoutes } from './routes.ts';

const MAX_RULES = 200;

const ruleOf = (item: Item): FilingRule => stored<FilingRule>(item);
const ruleItem = ({ version, ...rule }: FilingRule): Item => ({ ...filingKeys.rule({ rule: rule.id }), ...plain(rule), v: version });
const readRules = async ({ table }: FirmCall): Promise<readonly FilingRule[]> =>
  (await queryAll(table, { pk: filingKeys.rule({ rule: '' }).pk })).map(ruleOf);
const wireRule = ({ id, name, looksIn, contains, class: code, contact, tags, version }: FilingRule) => ({
  id: id as Id<'filingRule'>,
  name,
  looksIn,
  contains,
  class: code ?? null,
  contact: (contact ?? null) as Id<'contact'> | null,
  tags: [...tags],
  version,
});

export const listFilingRules: Verb<typeof filingRoutes.listFilingRules> = async (call) => ({
  status: 200,
  body: { data: (await readRules(call)).map(wireRule) },
});

export const addFilingRule: Verb<typeof filingRoutes.addFilingRule> = async (call) => {
  const { name, looksIn = 'any', contains, class: code, contact, tags = [] } = call.body;
  if ((await readRules(call)).length >= MAX_RULES) return refuse('class.full', { maximum: MAX_RULES });
  const rule: FilingRule = {
    id: call.mint('filingRule'),
    name,
    looksIn,
    contains,
    tags,
    version: 1,
    ...(code !== undefined && { class: code }),
    ...(contact !== undefined && { contact }),
  };
  const against = await checkTargets(call, rule);
  if (against) return against;
  return commit(call, {
    decide: () => ({
      writes: [{ kind: 'put', item: ruleItem(rule), when: { exists: false } }],
      happenings: [{ type: 'filing_rule.added', entity: { kind: 'filing-rule', id: rule.id, version: 1 }, data: { name } }],
      answer: { status: 201 as const, body: wireRule(rule), version: 1 },
    }),
  });
};

export const changeFilingRule: Verb<typeof filingRoutes.changeFilingRule> = async (call) => {
  const seen = new Reading(call.table);
  const item = await seen.get(filingKeys.rule({ rule: call.params.filingRuleId }));
  if (!item) return refuse('request.not_found');
  const before = ruleOf(item);
  if (before.version !== call.ifMatch) return refuse('version.stale');
  const { class: code = before.class, contact = before.contact, ...change } = call.body;
  const { class: _class, contact: _contact, ...rest } = before;
  const rule: FilingRule = {
    ...rest,
    name: change.name ?? rest.name,
    looksIn: change.looksIn ?? rest.looksIn,
    contains: change.contains ?? rest.contains,
    tags: change.tags ?? rest.tags,
    version: before.version + 1,
    ...(code != null && { class: code }),
    ...(contact != null && { contact }),
  };
  const against = await checkTargets(call, rule);
  if (against) return against;
  return commit(call, {
    seen,
    decide: () => ({
      writes: [{ kind: 'put', item: ruleItem(rule) }],
      happenings: [{ type: 'filing_rule.changed', entity: { kind: 'filing-rule', id: rule.id, version: rule.version }, data: { name: rule.name } }],
      answer: { status: 200 as const, body: wireRule(rule), version: rule.version },
    }),
  });
};

export const removeFilingRule: Verb<typeof filingRoutes.removeFilingRule> = async (call) => {
  const seen = new Reading(call.table);
  const key = filingKeys.rule({ rule: call.params.filingRuleId });
  if (!(await seen.get(key))) return refuse('request.not_found');
  return commit(call, {
    seen,
    decide: () => ({
      writes: [{ kind: 'delete', key }],
      happenings: [{ type: 'filing_rule.removed', entity: { kind: 'filing-rule', id: call.params.filingRuleId } }],
      answer: { status: 204 as const, body: null },
    }),
  });
};

async function checkTargets({ table, firm, role }: FirmCall, { class: code, contact }: FilingRule) {
  if (code !== undefined && !(await readClass(table, firm.country, code))?.readers.includes(role)) return refuseAt('/class', 'class.unknown');
  if (contact !== undefined && !(await loadContact(table, contact))) return refuseAt('/contact', 'contact.unknown', { contact });
  return undefined;
}

/** Where a file might go. What the caller may not see is not suggested to them. */
export const suggestFiling: Verb<typeof filingRoutes.suggestFiling> = async (call) => {
  const { table, firm, role, language, body } = call;
  const [rules, classes, contacts] = await Promise.all([readRules(call), readClasses(table, firm.country), contactsNamedIn(call, body.name)]);
  const found = decideSuggestions(body, rules, contacts).filter(
    ({ field, value }) => field !== 'class' || classes.get(value)?.readers.includes(role),
  );
  const labels = await Promise.all(
    found.map(async ({ field, value }) => {
      const of = field === 'class' ? classes.get(value) : undefined;
      if (of) return say(of.name, language);
      return field === 'contact' ? ((await loadContact(table, value))?.name ?? null) : null;
    }),
  );
  return {
    status: 200,
    body: {
      suggestions: found.map(({ field, value, reason, rule }, i) => ({
        field,
        value,
        label: labels[i] ?? null,
        reason: { ...reason },
        rule: (rule ?? null) as Id<'filingRule'> | null,
      })),
    },
  };
};

const WORDS_LOOKED_UP = 8;
const NAMES_PER_WORD = 20;
const SHORTEST_WORD = 3;

/** Contacts of which a name may stand in a file's name: found by its words, so that it costs the same with ten contacts and with ten thousand. */
async function contactsNamedIn({ table }: FirmCall, name: string) {
  const asked = [...new Set(words(name.replace(/\.\w{1,5}$/, '')).split(' '))]
    .filter((word) => word.length >= SHORTEST_WORD)
    .slice(0, WORDS_LOOKED_UP);
  const { pk } = invoicingKeys.contactName({ name: '', contact: '' });
  const pages = await Promise.all(asked.map((prefix) => table.query({ pk, prefix, limit: NAMES_PER_WORD })));
  const ids = [...new Set(pages.flatMap(({ items }) => items.map(({ sk }) => sk.slice(sk.lastIndexOf('#') + 1))))];
  const items = await table.batchGet(ids.map((contact) => invoicingKeys.contact({ contact })));
  return items.flatMap((item) => {
    const contact = item && contactOf(item);
    return contact && !contact.archived ? [{ id: contact.id, name: contact.name }] : [];
  });
}
