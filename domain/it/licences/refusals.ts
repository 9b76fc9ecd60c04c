import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const licencesRefusals = {} as const satisfies RefusalTable;
