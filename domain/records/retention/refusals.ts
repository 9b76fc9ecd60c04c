import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const retentionRefusals = {} as const satisfies RefusalTable;
