import type { RefusalRow } from '../../kernel/refusal-table.ts';
import { type RefusalCode, refusalRow } from '../../refusals.ts';
import { journalRefusals } from '../journals/refusals.ts';

/** The row of whatever a line of a file can be refused for: what its format refuses, or what the book would. Read with an import, not with every request. */
export const lineFaultRow = (code: keyof typeof journalRefusals | RefusalCode): RefusalRow =>
  code in journalRefusals ? journalRefusals[code as keyof typeof journalRefusals] : refusalRow(code as RefusalCode);
