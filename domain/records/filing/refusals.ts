import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const filingRefusals = {} as const satisfies RefusalTable;
