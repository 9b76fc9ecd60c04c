import { authKeys } from '../platform/auth/keys.ts';
import type { Verb } from '../platform/call.ts';
import { pageBody } from '../platform/lists/take-page.ts';
import { memberOf } from './firm-items.ts';
import type { firmsRoutes } from './routes.ts';

/** Who works in the firm, in the order in which they opened their accounts. */
export const listMembers: Verb<typeof firmsRoutes.listMembers> = async (call) => {
  const { pk } = authKeys.member({ user: '' });
  const { from } = call.cursor;
  const page = await call.table.query({ pk, limit: call.query.limit, ...(from !== undefined && { cursor: from }) });
  return { status: 200, body: pageBody(call, page.items.map(memberOf), page.cursor) };
};
