import type { Id } from '../../kernel/ids.ts';
import { type Language, say, type Text } from '../../kernel/language.ts';
import { isMember, type Party } from '../cases/case.ts';
import type { DeskSettings } from '../cases/desk-settings.ts';
import type { SentCase } from '../cases/open-case.ts';
import { routedTo } from '../cases/routing.ts';
import { type CaseKindCode, kindOf } from '../kinds/case-kinds.ts';
import { bareSubject, oneLine, type ReceivedMail } from './received-mail.ts';

const noSubject: Text = { en: '(no subject)', ar: '(بلا موضوع)' };
const notKept: Text = { en: 'Not kept, because such files could run: {names}', ar: 'لم تُحفظ لأنها قابلة للتشغيل: {names}' };

/** What a mail asks for: the kind follows from the queue that was written to, or from who writes. */
export function caseOfMail(
  mail: Pick<ReceivedMail, 'subject' | 'text' | 'leftOut'>,
  by: Party,
  facts: {
    readonly queue: string | undefined;
    readonly contact: Id<'contact'> | undefined;
    readonly language: Language;
    readonly settings: Pick<DeskSettings, 'routing'>;
  },
): SentCase {
  const { queue, contact, language, settings } = facts;
  const kind = kindOfMail(by, queue, settings);
  const title = bareSubject(mail.subject) || oneLine(mail.text.split('\n', 1)[0] ?? '', 80) || say(noSubject, language);
  const description = textOfMail(mail, language);
  return {
    kind,
    title,
    ...(description !== '' && { description }),
    fields: kind === 'client-question' || kind === 'complaint' ? { channel: 'email' } : {},
    ...(queue !== undefined && { queue }),
    ...(contact !== undefined && { contact }),
  };
}

/** What the mail says, and what of it was left out. */
export function textOfMail({ text, leftOut }: Pick<ReceivedMail, 'text' | 'leftOut'>, language: Language): string {
  return leftOut.length === 0 ? text : `${text}\n\n${say(notKept, language, { names: leftOut.join(', ') })}`.trim();
}

function kindOfMail(by: Party, queue: string | undefined, settings: Pick<DeskSettings, 'routing'>): CaseKindCode {
  const usual: CaseKindCode = isMember(by) ? 'general-request' : 'client-question';
  if (queue === undefined) return usual;
  const routed = routedTo(queue, settings).filter((kind) => kindOf(kind).form.safeParse({}).success);
  return routed.includes(usual) ? usual : (routed[0] ?? usual);
}
