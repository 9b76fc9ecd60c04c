import { refuse } from '../../domain/kernel/decision.ts';
import type { Verb } from '../platform/call.ts';
import { firmOf } from './firm-items.ts';
import { firmKeys } from './keys.ts';
import type { firmsRoutes } from './routes.ts';
import { wireFirm } from './wire-firm.ts';

/** A firm and its settings. */
export const getFirm: Verb<typeof firmsRoutes.getFirm> = async (call) => {
  const item = await call.table.get(firmKeys.firm());
  if (!item) return refuse('request.not_found');
  const firm = firmOf(item);
  return { status: 200, body: wireFirm(firm), version: firm.version };
};
