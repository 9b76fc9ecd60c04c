import type { Settlement } from '../../../domain/accounting/invoicing/settle.ts';
import type { Write } from '../../platform/table/port.ts';
import { documentWrites } from './document-writes.ts';

/** What the documents write that another one settled, or settles no longer. */
export const settledWrites = (settled: Settlement['settled']): Write[] => settled.flatMap(({ before, after }) => documentWrites(before, after));
