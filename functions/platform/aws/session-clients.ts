import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { assumeRole } from './assume-role.ts';

/** Clients of the table by whose session they work in. */
export type SessionClients = (firm: string) => DynamoDBClient;

/** The tag of a session in no firm: no firm's id looks like it. */
export const NO_FIRM = 'none';

/** As short as STS gives them: what was revoked of the role is over within a quarter of an hour. The client renews them in time by itself. */
const SESSION_SECONDS = 900;
/** Firms whose sessions one instance keeps. */
const MOST_SESSIONS = 500;
/** A request waits 29 seconds at most; the table answers in milliseconds, or another try is better than a longer wait. */
const CALL_TIMEOUT_MS = 3_000;
const TRIES = 3;

/**
 * A client for each firm, with the credentials of a session that is tagged with it: the policy of the role allows the leading keys of the tag
 * alone, so what the code may forget the table still refuses. The first request of a firm on an instance pays for its session.
 */
export function sessionClients(roleArn: string): SessionClients {
  const clients = new Map<string, DynamoDBClient>();
  return (firm) => {
    const known = clients.get(firm);
    clients.delete(firm);
    const client = known ?? clientOf(roleArn, firm);
    clients.set(firm, client);
    for (const [oldest, unused] of clients) {
      if (clients.size <= MOST_SESSIONS) break;
      clients.delete(oldest);
      unused.destroy();
    }
    return client;
  };
}

/** Opens a client's session before anything is asked in it. One that does not open is tried again by whoever asks. */
export function openSession({ config }: DynamoDBClient): void {
  config.credentials().catch(() => undefined);
}

function clientOf(roleArn: string, firm: string): DynamoDBClient {
  return new DynamoDBClient({
    maxAttempts: TRIES,
    requestHandler: { requestTimeout: CALL_TIMEOUT_MS, connectionTimeout: CALL_TIMEOUT_MS },
    credentials: () => assumeRole(roleArn, firm, SESSION_SECONDS),
  });
}
