import type { Write } from '../platform/table/port.ts';
import { workKeys } from './keys.ts';

export const CASE_REFOLD = 'case.refold';

/** The work that a change of the settings leaves, due at once. */
export const refoldWrite = (version: number, at: string): Write => ({
  kind: 'put',
  item: { ...workKeys.refold(), v: version, due: { at, handler: CASE_REFOLD } },
});
