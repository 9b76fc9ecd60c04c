import { refuse } from '../../domain/kernel/decision.ts';
import { firmKey } from '../platform/auth/keys.ts';
import type { Verb } from '../platform/call.ts';
import { firmOf } from './firm-items.ts';
import type { firmsRoutes } from './routes.ts';
import { wireFirm } from './wire-firm.ts';

/** A firm and its settings. */
export const getFirm: Verb<typeof firmsRoutes.getFirm> = async (call) => {
  const item = await call.table.get(firmKey);
  if (!item) return refuse('request.not_found');
  const firm = firmOf(item);
  return { status: 200, body: wireFirm(firm), version: firm.version };
};
