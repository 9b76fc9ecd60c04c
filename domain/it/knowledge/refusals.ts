import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const knowledgeRefusals = {} as const satisfies RefusalTable;
