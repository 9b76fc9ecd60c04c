import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const servicesRefusals = {} as const satisfies RefusalTable;
