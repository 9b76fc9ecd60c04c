import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const accessRefusals = {} as const satisfies RefusalTable;
