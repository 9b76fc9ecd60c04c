import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const searchRefusals = {} as const satisfies RefusalTable;
