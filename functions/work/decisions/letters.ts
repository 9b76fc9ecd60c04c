import { type Language, say, type Text } from '../../../domain/kernel/language.ts';
import { type Letter, type Link, writeLetter } from '../../../domain/kernel/letter.ts';
import type { Person } from '../../../domain/kernel/person.ts';
import { isSame } from '../../../domain/work/cases/case.ts';
import { deputiesOf } from '../../../domain/work/decisions/delegation.ts';
import { decisionMails, linkLabels, settledMails } from '../../../domain/work/decisions/mails.ts';
import type { DecisionOutcome, DecisionRequest, SentLink } from '../../../domain/work/decisions/request.ts';
import { newToken } from '../../identity/tokens.ts';
import { tokenHash } from '../../platform/auth/keys.ts';
import { todayIn } from '../../platform/http/today.ts';
import { letterWrite } from '../../platform/mail/outbox.ts';
import type { Write } from '../../platform/table/port.ts';
import type { MemberNow, People, Place } from './place.ts';

/** Mails of one commit: a transaction holds no more beside what it is about. */
const MAX_TOLD = 30;
const offered = ['approve', 'reject', 'request-changes'] as const satisfies readonly DecisionOutcome[];

/** The mails to those whose word is waited for from now on, and to their deputies of today, each with a link of their own that works once. */
export function askedLetters(
  request: DecisionRequest,
  asked: readonly Person[],
  { members, delegations }: People,
  place: Place,
): { readonly writes: readonly Write[]; readonly links: readonly SentLink[] } {
  const told = asked.flatMap((person) => [
    { to: person, letter: decisionMails.asked as Letter, principal: person },
    ...deputiesOf(person.id, delegations, place.today).map(({ to }) => ({ to, letter: decisionMails['asked-deputy'] as Letter, principal: person })),
  ]);
  const sent = told
    .filter(({ to }) => !isSame(to, request.requestedBy))
    .flatMap(({ to, letter, principal }) => {
      const member = members.find(({ id }) => id === to.id);
      return member ? [{ member, letter, principal }] : [];
    })
    .slice(0, MAX_TOLD)
    .map(({ member, letter, principal }) => {
      const token = newToken(place.ports);
      const links = offered.map((outcome) => linkTo(request, place, outcome, principal.id === member.id ? undefined : principal.id, token));
      return {
        link: { user: member.id, digest: tokenHash(token) },
        write: posted(member, letter, request, place, { principal: principal.name }, links),
      };
    });
  return { writes: sent.map(({ write }) => write), links: sent.map(({ link }) => link) };
}

/** To whoever asked, once it is settled by somebody else. */
export function settledLetters(request: DecisionRequest, { members }: People, place: Place): readonly Write[] {
  const letter = settledMails[request.state];
  const to = members.find(({ id }) => id === request.requestedBy.id);
  const last = request.decisions.at(-1);
  if (!letter || !to || (request.because === undefined && last && isSame(last.by, request.requestedBy))) return [];
  const deciders = [...new Set(request.decisions.map(({ by }) => by.name))].join(', ') || '-';
  return [posted(to, letter, request, place, { deciders }, [{ url: addressOf(request, place) }])];
}

/** To those who are asked or have agreed: what they see has changed, what they authorise has not. */
export function notedLetters(request: DecisionRequest, told: readonly Person[], editor: Person, { members }: People, place: Place): readonly Write[] {
  return members
    .filter(({ id }) => id !== editor.id && told.some((person) => person.id === id))
    .slice(0, MAX_TOLD)
    .map((member) => posted(member, decisionMails.noted, request, place, { editor: editor.name }, [{ url: addressOf(request, place) }]));
}

function posted(
  { email }: Pick<MemberNow, 'email'>,
  letter: Letter,
  { subject, requestedBy, expiresAt }: DecisionRequest,
  { firm, mint, now }: Place,
  more: Readonly<Record<string, string>>,
  links: readonly Link[],
): Write {
  const values = {
    title: subject.title,
    number: subject.number ?? '',
    firm: firm.name,
    requester: requestedBy.name,
    expires: todayIn(firm.timeZone, expiresAt),
    ...more,
  };
  return letterWrite(email, writeLetter(letter, firm.language, values, links), { mint, now });
}

const addressOf = ({ id }: DecisionRequest, { ports, firm }: Place): string => `${ports.pagesUrl}/firms/${firm.id}/decisions/${id}`;

/** The token stands behind the `#`, which browsers keep to themselves. What the link proposes is only chosen on the page: opening it decides nothing. */
function linkTo(request: DecisionRequest, place: Place, outcome: DecisionOutcome, onBehalfOf: string | undefined, token: string): Link {
  const { language }: { readonly language: Language } = place.firm;
  const label: Text = linkLabels[outcome];
  const inName = onBehalfOf === undefined ? '' : `&for=${onBehalfOf}`;
  return { url: `${addressOf(request, place)}?choose=${outcome}${inName}#token=${token}`, label: say(label, language) };
}
