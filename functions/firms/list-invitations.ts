import type { Verb } from '../platform/call.ts';
import { pageBody } from '../platform/lists/take-page.ts';
import { invitationOf } from './firm-items.ts';
import { firmKeys } from './keys.ts';
import type { firmsRoutes } from './routes.ts';
import { wireInvitation } from './wire-firm.ts';

/** Who was invited, the latest first, and what came of it. */
export const listInvitations: Verb<typeof firmsRoutes.listInvitations> = async (call) => {
  const { pk } = firmKeys.invitation({ invitation: '' });
  const { from } = call.cursor;
  const page = await call.table.query({ pk, descending: true, limit: call.query.limit, ...(from !== undefined && { cursor: from }) });
  const data = page.items.map((item) => wireInvitation(invitationOf(item), call.now));
  return { status: 200, body: pageBody(call, data, page.cursor) };
};
