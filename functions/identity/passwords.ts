// The namespace and not its members: a runtime older than 24.7 has no `argon2`, and a named import of it would not even load there.
import * as crypto from 'node:crypto';
import { promisify } from 'node:util';

/**
 * Passwords are kept as digests in the PHC form, which says how each was made, so that the cost can be raised and a host without argon2 still has scrypt
 * (ADR 20). All digests of one address share a salt: whatever number of people signed up with it, one computation tries a password against them all, and takes as long
 * as for an address that nobody uses.
 */
const ARGON2 = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const SCRYPT = { log2: 17, r: 8, p: 1 } as const;
const DIGEST_BYTES = 32;
const SALT_BYTES = 16;
/** A computation takes 19 MiB and a core for 60 ms. Two at a time leave room for everything else that the process does. */
const MAX_AT_ONCE = 2;

const argon2 = typeof crypto.argon2 === 'function' ? promisify(crypto.argon2) : undefined;
const scrypt = promisify<string, Buffer, number, crypto.ScryptOptions, Buffer>(crypto.scrypt);

/** Everything of a PHC text but the digest: how it was made, the salt included. */
type Form = string;

/** How a digest is made today, with this salt (base64 without padding). */
export function presentForm(salt: string): Form {
  return argon2
    ? `$argon2id$v=19$m=${ARGON2.memory},t=${ARGON2.passes},p=${ARGON2.parallelism}$${salt}`
    : `$scrypt$ln=${SCRYPT.log2},r=${SCRYPT.r},p=${SCRYPT.p}$${salt}`;
}

export const newSalt = (randomBytes: (count: number) => Uint8Array): string => unpadded(randomBytes(SALT_BYTES));

export interface Tried<C> {
  /** The first of the credentials whose password it is. */
  readonly match: C | undefined;
  /** The password as it would be kept today. */
  readonly digest: string;
}

/** Tries a password against the credentials of one address. With none, it takes as long as with one. */
export async function tryPassword<C extends { readonly password: string }>(
  password: string,
  credentials: readonly C[],
  salt: string,
): Promise<Tried<C>> {
  const present = presentForm(salt);
  const digest = await digestAs(present, password);
  const digests = new Map([[present, digest]]);
  let match: C | undefined;
  for (const credential of credentials) {
    const form = formOf(credential.password);
    // Made in another way: only until its owner signs in the next time.
    const tried = digests.get(form) ?? (await digestAs(form, password));
    digests.set(form, tried);
    if (isSame(tried, credential.password)) match ??= credential;
  }
  return { match, digest };
}

export const saltOf = (phc: string): string => formOf(phc).slice(formOf(phc).lastIndexOf('$') + 1);

/** Computes a digest in a given form: `form$digest`. */
export async function digestAs(form: Form, password: string): Promise<string> {
  // However a keyboard composed its letters, the same password is the same bytes.
  const message = password.normalize('NFKC');
  const made =
    /^\$(argon2id)\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)$/.exec(form) ?? /^\$(scrypt)\$ln=(\d+),r=(\d+),p=(\d+)\$([\w+/]+)$/.exec(form);
  if (!made) throw new Error('a password is kept in a form that is not ours');
  const [, algorithm, a = '', b = '', c = '', salt = ''] = made;
  const nonce = Buffer.from(salt, 'base64');
  const digest = await oneOfFew(async () => {
    if (algorithm === 'scrypt') {
      const [N, r, p] = [2 ** Number(a), Number(b), Number(c)];
      return scrypt(message, nonce, DIGEST_BYTES, { N, r, p, maxmem: 256 * N * r });
    }
    if (!argon2) throw new Error('this runtime has no argon2, in which a password is kept');
    return argon2('argon2id', { message, nonce, memory: Number(a), passes: Number(b), parallelism: Number(c), tagLength: DIGEST_BYTES });
  });
  return `${form}$${unpadded(digest)}`;
}

const formOf = (phc: string): Form => phc.slice(0, phc.lastIndexOf('$'));
const unpadded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replaceAll('=', '');
function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && crypto.timingSafeEqual(a, b);
}

let running = 0;
const waiting: (() => void)[] = [];
async function oneOfFew<T>(compute: () => Promise<T>): Promise<T> {
  if (running >= MAX_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await compute();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
