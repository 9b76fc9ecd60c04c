import { type FirmId, idPattern, idPrefixes } from '../../kernel/ids.ts';

/**
 * The addresses at which a firm’s desk is written to. `desk+<firm>` is the desk’s own, `<queue>+<firm>` that of a queue, and
 * `reply+<firm>.<number>.<seal>` stands in our mails about a case. The firm’s id is too long to be guessed, and the seal is one that only we can make.
 */
export type DeskAddress =
  | { readonly kind: 'desk'; readonly firm: FirmId; readonly queue?: string }
  | { readonly kind: 'reply'; readonly firm: FirmId; readonly number: number; readonly internal: boolean; readonly seal: string };

/** RFC 5321: what stands before the @. */
const MAX_LOCAL_PART = 64;
const DESK = 'desk';
const REPLY = 'reply';
const ID_LENGTH = 26;
export const SEAL_LENGTH = 12;

const tokenOf = (firm: FirmId): string => firm.slice(idPrefixes.firm.length + 1);

/** The address of the desk, or of one of its queues; a queue with too long a name, or one that means something else here, has none of its own. */
export function deskAddress(firm: FirmId, domain: string, queue?: string): string | undefined {
  const local = `${queue ?? DESK}+${tokenOf(firm)}`;
  return queue === DESK || queue === REPLY || local.length > MAX_LOCAL_PART ? undefined : `${local}@${domain}`;
}

/** Where an answer about a case goes. One from a mail among colleagues stays among them. */
export const replyAddress = (firm: FirmId, number: number, internal: boolean, seal: string, domain: string): string =>
  `${REPLY}+${tokenOf(firm)}.${number}${internal ? 'i' : ''}.${seal}@${domain}`;

const FIRM_ID = idPattern('firm');
const isFirmId = (text: string): text is FirmId => FIRM_ID.test(text);

/** What an address of ours means; undefined for every other address there is. */
export function readDeskAddress(address: string, domain: string): DeskAddress | undefined {
  const folded = address.trim().toLowerCase();
  const at = folded.lastIndexOf('@');
  if (folded.slice(at + 1) !== domain.toLowerCase()) return undefined;
  const [before = '', after = '', ...more] = folded.slice(0, at).split('+');
  const firm = `${idPrefixes.firm}_${after.slice(0, ID_LENGTH)}`;
  if (more.length > 0 || before === '' || !isFirmId(firm)) return undefined;
  const rest = after.slice(ID_LENGTH);
  if (before !== REPLY) return rest === '' ? { kind: 'desk', firm, ...(before !== DESK && { queue: before }) } : undefined;
  const [, number, internal, seal] = /^\.([1-9]\d{0,9})(i?)\.([0-9a-z]{12})$/.exec(rest) ?? [];
  return number && seal ? { kind: 'reply', firm, number: Number(number), internal: internal === 'i', seal } : undefined;
}
