import type { ImportFormat } from '../imports/import-job.ts';
export const detectFormat = (_name: string, _start: string): ImportFormat | undefined => 'hledger';
