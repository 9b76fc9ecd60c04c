import { keyTable } from '../../platform/table/key-table.ts';

export const deadlinesKeys = keyTable({});
