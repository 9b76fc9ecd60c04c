import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const assetsRefusals = {} as const satisfies RefusalTable;
