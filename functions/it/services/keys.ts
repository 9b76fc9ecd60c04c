import { keyTable } from '../../platform/table/key-table.ts';

export const servicesKeys = keyTable({});
