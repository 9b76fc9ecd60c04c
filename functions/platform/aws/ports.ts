import type { Blobs, MailSender, Ports } from '../ports.ts';
import { randomPool } from '../random-pool.ts';
import { awsTables } from './aws-tables.ts';
import { environment, environmentIfTold } from './environment.ts';
import { type LambdaLog, powertoolsLog } from './powertools-log.ts';
import { readSecret } from './secrets.ts';
import { NO_FIRM, openSession, sessionClients } from './session-clients.ts';
import { tableLimiter } from './table-limiter.ts';

/** What only some functions have, and are given by their handler: a function does not carry the code of what it does not use. */
export interface PortParts {
  readonly blobs?: Blobs;
  readonly mail?: MailSender;
  /** Whether it reads the due index. */
  readonly due?: boolean;
}

export interface AwsPorts extends Ports {
  readonly log: LambdaLog;
}

/** The ports of a function on AWS, made once, with its first call. */
export async function awsPorts(parts: PortParts): Promise<AwsPorts> {
  const tableName = environment('TABLE');
  const mailDomain = environmentIfTold('MAIL_DOMAIN');
  const sessions = sessionClients(environment('SESSION_ROLE_ARN'));
  // Who asks is looked up in the session of no firm: it opens while the secrets are read.
  openSession(sessions(NO_FIRM));
  const dueSessions = parts.due ? sessionClients(environment('DUE_ROLE_ARN')) : notGiven('the due index');
  return {
    table: awsTables(tableName, sessions, dueSessions),
    clock: { now: () => new Date().toISOString() },
    randomBytes: randomPool(),
    blobs: parts.blobs ?? noBlobs,
    mail: parts.mail ?? { send: notGiven('mail') },
    limiter: tableLimiter(sessions(NO_FIRM), tableName),
    log: powertoolsLog(environment('FUNCTION')),
    signingKey: Buffer.from(await readSecret(environment('SIGNING_KEY_ARN'))),
    receiptSecret: async () => Buffer.from(await readSecret(environment('RECEIPT_KEY_ARN'))),
    pagesUrl: environment('PAGES_URL'),
    ...(mailDomain !== undefined && { mailDomain }),
    // The stream and its dispatcher hear of every commit; what a function sent by itself it would have to wait for.
  };
}

function notGiven(what: string): () => never {
  return () => {
    throw new Error(`this function was not given ${what}: see its row in functions/manifest.ts`);
  };
}

const noBlobs: Blobs = {
  put: notGiven('blobs'),
  get: notGiven('blobs'),
  delete: notGiven('blobs'),
  read: notGiven('blobs'),
  digest: notGiven('blobs'),
  uploadUrl: notGiven('blobs'),
  downloadUrl: notGiven('blobs'),
};
