import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const mailRefusals = {} as const satisfies RefusalTable;
