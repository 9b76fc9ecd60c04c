import { may } from '../../../domain/firms/permissions.ts';
import type { FirmId, Mint } from '../../../domain/kernel/ids.ts';
import type { Language } from '../../../domain/kernel/language.ts';
import { type WrittenLetter, writeLetter } from '../../../domain/kernel/letter.ts';
import { type Act, type Case, isMember, type Party } from '../../../domain/work/cases/case.ts';
import type { Comment } from '../../../domain/work/cases/comment-on-case.ts';
import { seesInternal } from '../../../domain/work/cases/internal-comments.ts';
import { kindOf } from '../../../domain/work/kinds/case-kinds.ts';
import { type CaseLetter, caseLetters } from '../../../domain/work/mail/letters.ts';
import { type Told, whoIsTold } from '../../../domain/work/mail/who-is-told.ts';
import { memberOf } from '../../firms/firm-items.ts';
import { memberKey } from '../../platform/auth/keys.ts';
import { caseMailWrites, mailWrite } from '../../platform/mail/outbox.ts';
import type { Ports } from '../../platform/ports.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import type { Write } from '../../platform/table/port.ts';
import { mailKeys } from './keys.ts';
import { sealedReplyAddress } from './reply-seal.ts';

export interface MailingFacts {
  readonly table: FirmTable;
  readonly ports: Ports;
  readonly firm: { readonly id: FirmId; readonly name: string; readonly language: Language };
  readonly now: string;
  readonly mint: Mint;
  /** Who acted: they are told of nothing that they did. */
  readonly by: Party;
  /** The mail that is answered, so that a mail program shows ours below it. */
  readonly answers?: string | undefined;
}

/** The mails that acts on a case cause, as items of the commit: they go out if and only if it happens. */
export async function mailsOfActs(after: Case, acts: readonly Act[], comment: Comment | undefined, facts: MailingFacts): Promise<readonly Write[]> {
  const told = acts.flatMap((act) => whoIsTold(after, act, facts.by, comment));
  return told.length === 0 ? [] : writeAll(after, told, comment?.text, facts);
}

/** Says to whoever wrote that the mail is here. The number is known in the commit alone: the letter is written there. */
export async function confirmationTo(to: Party, facts: MailingFacts): Promise<(opened: Case) => readonly Write[]> {
  const told: Told = { letter: 'received', to, internal: false };
  const address = await addressOf(told, facts);
  // Whoever writes is told of it themselves: nobody else was.
  return (opened) => (address ? mailWrites(opened, told, address, undefined, facts) : []);
}

async function writeAll(one: Case, told: readonly Told[], said: string | undefined, facts: MailingFacts): Promise<readonly Write[]> {
  const addressed = await Promise.all(told.map((each) => addressOf(each, facts)));
  return told.flatMap((each, i) => {
    const to = addressed[i];
    return to ? mailWrites(one, each, to, said, facts) : [];
  });
}

interface Addressed {
  readonly email: string;
  readonly language: Language;
}

/** Where a mail goes: nowhere for somebody who left the firm, turned mails off, or may not read what it says. */
async function addressOf({ to, internal }: Told, { table, firm }: MailingFacts): Promise<Addressed | undefined> {
  if (!isMember(to)) return internal ? undefined : to;
  const [item, preference] = await table.batchGet([memberKey(to.id), mailKeys.preference({ user: to.id })]);
  const member = item && memberOf(item);
  if (!member || preference?.off === true || !may(member.role, 'case.read') || (internal && !seesInternal(member.role))) return undefined;
  return { email: member.email, language: firm.language };
}

function mailWrites(
  one: Case,
  { letter, to, internal }: Told,
  { email, language }: Addressed,
  said: string | undefined,
  facts: MailingFacts,
): Write[] {
  const { firm, ports, by, now, mint, answers } = facts;
  const values = { number: one.number, title: one.title, firm: firm.name, by: by.name, days: kindOf(one.kind).reopenWithinDays };
  const link = { url: `${ports.pagesUrl}/firms/${firm.id}/cases/${one.id}` };
  const written = letterOf(letter, language, values, isMember(to) ? [link] : [], said);
  const id = mint('mail');
  const mail = { to: email, messageId: id, ...written, fromName: firm.name };
  const domain = ports.mailDomain;
  if (domain === undefined) return [mailWrite(id, mail, now)];
  const references = [threadId(one.id, domain), ...(answers !== undefined && !internal ? [answers] : [])];
  const replyTo = sealedReplyAddress({ firm: firm.id, number: one.number, internal }, ports, domain);
  return caseMailWrites(id, { ...mail, replyTo, references }, { case: one.id, internal }, { at: now, domain });
}

/** Links are for those who can open them; a letter without one says in its closing how to go on. */
function letterOf(
  letter: CaseLetter,
  language: Language,
  values: Record<string, string | number>,
  links: readonly { url: string }[],
  said: string | undefined,
): WrittenLetter {
  const text = letter === 'replied' || letter === 'mentioned' ? said : undefined;
  const template = caseLetters[letter];
  const action = links.length > 0 ? caseLetters.assigned.action : undefined;
  return writeLetter({ ...template, ...(action && { action }) }, language, values, links, text);
}

/** The root of all mails about a case: every mail program gathers them under it, whoever they came from. */
export const threadId = (caseId: string, domain: string): string => `${caseId}@${domain}`;
