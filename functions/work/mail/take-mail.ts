import type { FirmProfile } from '../../../domain/firms/firm.ts';
import { assert, isRefusal, type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import type { Mint } from '../../../domain/kernel/ids.ts';
import { say, type Text } from '../../../domain/kernel/language.ts';
import type { Act, Case } from '../../../domain/work/cases/case.ts';
import { type Comment, commentOnCase } from '../../../domain/work/cases/comment-on-case.ts';
import type { DeskSettings } from '../../../domain/work/cases/desk-settings.ts';
import { linkCases } from '../../../domain/work/cases/link-cases.ts';
import { openCase } from '../../../domain/work/cases/open-case.ts';
import { queueFor } from '../../../domain/work/cases/routing.ts';
import { isEnded } from '../../../domain/work/kinds/states.ts';
import type { CaseFile } from '../../../domain/work/mail/case-file.ts';
import type { DeskAddress } from '../../../domain/work/mail/desk-address.ts';
import { caseOfMail, textOfMail } from '../../../domain/work/mail/open-by-mail.ts';
import { receiveReply } from '../../../domain/work/mail/receive-reply.ts';
import type { ReceivedMail } from '../../../domain/work/mail/received-mail.ts';
import { firmLog } from '../../platform/firm-log.ts';
import { todayIn } from '../../platform/http/today.ts';
import { mailIdKey } from '../../platform/mail/outbox.ts';
import { mintAt } from '../../platform/mint.ts';
import type { Ports } from '../../platform/ports.ts';
import { Reading } from '../../platform/reading.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import type { Write } from '../../platform/table/port.ts';
import { caseWrites, commentItem, type StoredCase } from '../case-items.ts';
import { happened } from '../change-case.ts';
import { caseNumbers } from '../open-case.ts';
import { readQueue } from '../queue-store.ts';
import { currentSettings, settingsOf } from '../settings-store.ts';
import { findThread, type Thread } from './find-thread.ts';
import { contactByAddress, findWriter, type Writer } from './find-writer.ts';
import { dropFiles, keepFiles } from './keep-files.ts';
import { fileItem, isTooMany, mailSettings, mayConfirm, readSender, type SenderHour, senderWrite } from './mail-items.ts';
import { confirmationTo, mailsOfActs } from './mails-of-acts.ts';
import type { Received } from './receive-mail.ts';

export interface Taking {
  readonly mail: ReceivedMail;
  readonly raw: Uint8Array;
  /** SHA-256 of the mail as it came. */
  readonly digest: string;
  readonly addresses: readonly DeskAddress[];
  readonly firm: FirmProfile;
  readonly table: FirmTable;
  readonly ports: Ports;
}

const ACTOR = { kind: 'system', name: 'mail' } as const;
const undelivered: Text = {
  en: 'A mail about this case could not be delivered to {to}: {reason}',
  ar: 'تعذّر تسليم رسالة بشأن هذه المعاملة إلى {to}: {reason}',
};

/** Takes a mail into a firm: what it says, its files, and that it came, in one transaction. Throws `Moved` when something moved meanwhile: it is then decided anew. */
export async function takeMail(taking: Taking): Promise<Outcome<Received>> {
  const { mail, digest, firm, table, ports, addresses } = taking;
  const seen = new Reading(table);
  const now = ports.clock.now();
  const own = mailIdKey(mail.messageId ?? `${digest}@sha256`);
  const [known, sender] = await Promise.all([seen.get(own), readSender(seen, mail.from.email, now)]);
  if (known?.direction === 'out') return { outcome: 'ignored', firm: firm.id, why: 'loop' };
  if (known) {
    // A twin of the same bytes has them in the same places.
    if (known.digest !== digest) await dropFiles(taking);
    return { outcome: 'duplicate', firm: firm.id };
  }
  const isBounce = mail.automatic?.kind === 'bounce';
  if (mail.automatic && !isBounce) return { outcome: 'ignored', firm: firm.id, why: mail.automatic.kind };
  if (isTooMany(sender)) return refuse('mail.too_many', { sender: mail.from.email });
  if (!(await mailSettings(seen)).accepts) return refuse('mail.not_accepted');
  const [thread, settings] = await Promise.all([
    findThread(mail, addresses, { firm: firm.id, table, seen, ports }),
    currentSettings(seen, firm, ports),
  ]);
  if (isBounce && !thread) return { outcome: 'ignored', firm: firm.id, why: 'bounce' };

  const context: Context = { ...taking, seen, now, mint: mintAt(now, ports), settings, sender, own };
  const writer = await findWriter(mail, firm, table);
  if (thread) {
    const onto = isBounce ? await noteBounce(thread, context) : await ontoCase(thread, writer, context);
    if (onto !== 'new') return onto;
  }
  return intoNewCase(thread?.stored, writer, context);
}

interface Context extends Taking {
  readonly seen: Reading;
  readonly now: string;
  readonly mint: Mint;
  readonly settings: DeskSettings;
  readonly sender: SenderHour;
  readonly own: { readonly pk: string; readonly sk: string };
}

/** A mail that answers: a comment, and what follows from it. `new` where it needs a case of its own. */
async function ontoCase({ stored, internal }: Thread, { party, role }: Writer, context: Context): Promise<Outcome<Received> | 'new'> {
  const { mail, firm, now, mint } = context;
  const reply = receiveReply(stored.case, {
    comment: mint('comment'),
    by: party,
    role,
    text: textOfMail(mail, firm.language) || mail.subject || '—',
    internal,
    at: now,
    today: todayIn(firm.timeZone, now),
    dayOf: (at) => todayIn(firm.timeZone, at),
  });
  if (reply === 'new') return 'new';
  return commitOnto(stored, reply.acts, reply.comment, party, context);
}

/** A mail of ours that came back: colleagues read of it on its case. */
function noteBounce({ stored }: Thread, context: Context): Promise<Outcome<Received> | 'new'> {
  const { mail, firm, now, mint } = context;
  assert(mail.automatic?.kind === 'bounce', 'a bounce is noted');
  const { recipient, reason } = mail.automatic;
  const by = { name: mail.from.name, email: mail.from.email, language: firm.language };
  const text = say(undelivered, firm.language, { to: recipient ?? '?', reason: reason ?? (mail.subject || '?') });
  const comment: Comment = { id: mint('comment'), at: now, by, byMail: true, text, internal: true, mentions: [] };
  const act = commentOnCase(stored.case, comment);
  if (isRefusal(act)) return Promise.resolve({ outcome: 'ignored', firm: firm.id, why: 'bounce' });
  return commitOnto(stored, [act], comment, by, context);
}

async function commitOnto(
  stored: StoredCase,
  acts: readonly [Act, ...Act[]],
  comment: Comment | undefined,
  by: Comment['by'],
  context: Context,
): Promise<Outcome<Received>> {
  const { table, ports, firm, seen, now, mail, settings: current } = context;
  const last = acts.at(-1) ?? acts[0];
  const settings = isEnded(stored.case.state) ? await settingsOf(last.case, current, table, firm, ports) : current;
  const after: Case = { ...last.case, settings: settings.version };
  const mails = await mailsOfActs(after, acts, comment, { ...context, by, answers: mail.messageId });
  const internal = comment?.internal === true;
  const files = await keepFiles(context, { internal, by, comment: comment?.id });
  return firmLog(ports, firm.id, table).submit<undefined, Received>({
    call: { ports, now, mint: context.mint, actor: ACTOR },
    seen,
    decide: () => ({
      writes: [
        ...caseWrites(stored, after, settings, now),
        ...(comment ? [{ kind: 'put' as const, item: commentItem(after.id, comment), when: { exists: false } as const }] : []),
        ...arrivalWrites(after.id, { internal, confirms: false }, files, context),
        ...mails,
      ],
      happenings: acts.map(happened),
      answer: { outcome: internal ? 'noted' : 'threaded', firm: firm.id, case: after.id, number: after.number },
    }),
  });
}

/** A mail that asks for something new, or answers what is over: then the two cases are linked. */
async function intoNewCase(earlier: StoredCase | undefined, { party }: Writer, context: Context): Promise<Outcome<Received>> {
  const { mail, firm, table, ports, seen, now, mint, settings, sender, addresses } = context;
  const named = addresses.flatMap((address) => (address.kind === 'desk' && address.queue !== undefined ? [address.queue] : []));
  const asked = await Promise.all(named.map((code) => readQueue(seen, code)));
  const chosen = asked.find((queue) => queue && !queue.archived)?.code;
  const contact = party.id === undefined ? await contactByAddress(mail.from.email, table) : undefined;
  const by = party.id === undefined && mail.language === undefined && contact?.language ? { ...party, language: contact.language } : party;
  const sent = caseOfMail(mail, by, { queue: chosen, contact: contact?.id, language: firm.language, settings });
  const queue = await readQueue(seen, sent.queue ?? queueFor(sent.kind, settings));
  const id = mint('case');
  const opening = (number: number) =>
    openCase(sent, {
      id,
      number,
      by,
      at: now,
      settings: settings.version,
      queues: queue ? [queue] : [],
      routed: queueFor(sent.kind, settings),
      contact: contact && { archived: false, name: mail.from.name },
    });
  // Decided once before anything is put anywhere: a mail that is refused leaves nothing behind.
  const draft = opening(1);
  if (isRefusal(draft)) return draft;
  const confirms = mayConfirm(sender);
  const [files, confirm, earlierSettings] = await Promise.all([
    keepFiles(context, { internal: false, by }),
    confirms ? confirmationTo(by, { ...context, by, answers: mail.messageId }) : () => [],
    earlier ? settingsOf(earlier.case, settings, table, firm, ports) : settings,
  ]);
  return firmLog(ports, firm.id, table).submit<{ readonly last: number }, Received>({
    call: { ports, now, mint, actor: ACTOR },
    seen,
    serial: caseNumbers,
    decide: ({ last }) => {
      const number = last + 1;
      const act = opening(number);
      if (isRefusal(act)) return act;
      const linked = earlier && linkCases(act.case, earlier.case, 'relates', { at: now, above: [] });
      const [mine, theirs] = linked && !isRefusal(linked) ? linked : [];
      const opened: Case = mine ? { ...act.case, links: mine.case.links } : act.case;
      return {
        state: { last: number },
        writes: [
          ...caseWrites(undefined, opened, settings, now),
          ...(earlier && theirs ? caseWrites(earlier, theirs.case, earlierSettings, now) : []),
          ...arrivalWrites(id, { internal: false, confirms }, files, context),
          ...confirm(opened),
        ],
        happenings: [happened({ ...act, data: { ...act.data, byMail: true } }), ...(theirs ? [happened(theirs)] : [])],
        answer: { outcome: 'opened', firm: firm.id, case: id, number },
      };
    },
  });
}

/** That the mail came, of which case it is, what its sender has sent in this hour, and its files. */
function arrivalWrites(
  caseId: Case['id'],
  { internal, confirms }: { readonly internal: boolean; readonly confirms: boolean },
  files: readonly CaseFile[],
  { own, digest, mail, sender, now }: Context,
): Write[] {
  return [
    { kind: 'put', item: { ...own, v: 1, direction: 'in', case: caseId, internal, digest, at: now } },
    senderWrite(mail.from.email, sender, confirms, now),
    ...files.map((file): Write => ({ kind: 'put', item: fileItem(caseId, file, 1), when: { exists: false } })),
  ];
}
