import type { Ports } from '../ports.ts';
import { dynamoTable } from '../table/dynamo.ts';
import { IDENTITY_SCOPE } from '../table/firm-table.ts';
import { DUE_SCOPE, leadingKeyOf, withLeadingKeys } from '../table/leading-keys.ts';
import { NO_FIRM, type SessionClients } from './session-clients.ts';

/**
 * The table for the scopes that somebody works in: in the session of the one firm among them. The wall of the code stands here too, so that
 * a key out of scope fails with our own words before the policy is asked.
 */
export function awsTables(tableName: string, sessions: SessionClients, due: SessionClients): Ports['table'] {
  return async (scopes) => {
    const firms = scopes.filter((scope) => scope !== IDENTITY_SCOPE && scope !== DUE_SCOPE);
    if (firms.length > 1 || (scopes.includes(DUE_SCOPE) && scopes.length > 1))
      throw new Error(`no session is open to ${scopes.join(' and ')} at once`);
    const client = (scopes.includes(DUE_SCOPE) ? due : sessions)(firms[0] ?? NO_FIRM);
    return withLeadingKeys(dynamoTable({ client, tableName }), scopes.map(leadingKeyOf));
  };
}
