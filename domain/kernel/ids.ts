/** Ids are prefixed ULIDs: sortable by the instant of their making, unguessable, and readable in a log (`inv_01J...`). */
export const idPrefixes = {
  user: 'usr',
  session: 'ses',
  firm: 'frm',
  invitation: 'ivt',
  entry: 'ent',
  event: 'evt',
  contact: 'con',
  invoice: 'inv',
  creditNote: 'crn',
  payment: 'pay',
  import: 'imp',
  attachment: 'att',
  request: 'req',
  job: 'job',
  mail: 'eml',
  case: 'cas',
  comment: 'com',
  time: 'tim',
  savedView: 'viw',
  decisionRequest: 'dcr',
  decision: 'dcn',
  delegation: 'dlg',
  deadline: 'ddl',
  record: 'rec',
  recordVersion: 'ver',
  hold: 'hld',
  filingRule: 'frl',
  disposal: 'dsp',
  asset: 'ast',
  handOver: 'hov',
  consumable: 'csm',
  licence: 'lic',
  seat: 'sea',
  system: 'sys',
  accessGrant: 'agr',
  accessReview: 'arv',
  article: 'art',
  service: 'svc',
} as const;
export type IdKind = keyof typeof idPrefixes;
export type Id<K extends IdKind = IdKind> = `${(typeof idPrefixes)[K]}_${string}`;
export type FirmId = Id<'firm'>;
export type UserId = Id<'user'>;

/** Chance and time arrive as facts: the host mints, the domain asks for one by kind. */
export type Mint = <K extends IdKind>(kind: K) => Id<K>;

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_LENGTH = 10;
const RANDOM_LENGTH = 16;
/** The exact form of an id of a kind; anything else is refused at the door. */
export const idPattern = (kind: IdKind): RegExp => new RegExp(`^${idPrefixes[kind]}_[${ALPHABET}]{${TIME_LENGTH + RANDOM_LENGTH}}$`);

/** A ULID (lower case Crockford base 32) of an instant in milliseconds and at least 16 random bytes. */
export function ulid(atMs: number, random: Uint8Array): string {
  let time = '';
  for (let rest = atMs, i = 0; i < TIME_LENGTH; i++, rest = Math.floor(rest / 32)) time = ALPHABET[rest % 32] + time;
  let tail = '';
  for (let i = 0; i < RANDOM_LENGTH; i++) tail += ALPHABET[(random[i] ?? 0) & 31];
  return time + tail;
}

const SEQ_LENGTH = 8;
/**
 * An id whose last eight characters spell a sequence number: the entry of a book is found from its id without an index row of its own.
 * The other eight random characters keep it unguessable.
 */
export function withSequence<T extends string>(id: T, seq: number): T {
  let tail = '';
  for (let rest = seq, i = 0; i < SEQ_LENGTH; i++, rest = Math.floor(rest / 32)) tail = ALPHABET[rest % 32] + tail;
  return (id.slice(0, -SEQ_LENGTH) + tail) as T;
}
export function sequenceOf(id: string): number {
  let seq = 0;
  for (const letter of id.slice(-SEQ_LENGTH)) seq = seq * 32 + ALPHABET.indexOf(letter);
  return seq;
}
