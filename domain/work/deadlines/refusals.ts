import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const deadlinesRefusals = {} as const satisfies RefusalTable;
