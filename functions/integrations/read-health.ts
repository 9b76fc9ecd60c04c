import { sessionKey } from '../platform/auth/keys.ts';
import type { Verb } from '../platform/call.ts';
import { FirmTable, IDENTITY_SCOPE } from '../platform/table/firm-table.ts';
import type { integrationsRoutes } from './routes.ts';

/** Well means: the store answers. It asks what every request asks first, for a session that nobody has. */
export const readHealth: Verb<typeof integrationsRoutes.readHealth> = async ({ ports, now }) => {
  await new FirmTable(await ports.table([IDENTITY_SCOPE]), IDENTITY_SCOPE).get(sessionKey('nobody'));
  return { status: 200, body: { status: 'ok', at: now } };
};
