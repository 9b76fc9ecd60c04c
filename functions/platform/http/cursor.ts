import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import type { FirmCall } from '../call.ts';
import type { RawQuery } from './read-parameters.ts';

const SEAL_BYTES = 16;

/**
 * The cursors of one list: sealed to the firm, the route and the filters, so that one from another firm or another question is refused (A7)
 * and none can be made by hand. The page size may change from page to page.
 */
export function listCursor(signingKey: Uint8Array, firm: string, route: string, query: RawQuery): Outcome<FirmCall['cursor'], 'cursor.invalid'> {
  const { cursor: given, limit: _, ...filters } = query;
  const seal = (cursor: string): Buffer =>
    createHmac('sha256', signingKey)
      .update(JSON.stringify([firm, route, Object.entries(filters).sort(byName), cursor]))
      .digest()
      .subarray(0, SEAL_BYTES);

  let from: string | undefined;
  if (given !== undefined) {
    const token = Buffer.from(String(given), 'base64url');
    from = token.subarray(SEAL_BYTES).toString('utf8');
    const mark = token.subarray(0, SEAL_BYTES);
    if (from === '' || mark.length !== SEAL_BYTES || !timingSafeEqual(mark, seal(from))) return refuse('cursor.invalid');
  }
  return { from, next: (cursor) => (cursor === undefined ? null : Buffer.concat([seal(cursor), Buffer.from(cursor, 'utf8')]).toString('base64url')) };
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
