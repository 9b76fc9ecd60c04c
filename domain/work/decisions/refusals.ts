import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const decisionsRefusals = {} as const satisfies RefusalTable;
