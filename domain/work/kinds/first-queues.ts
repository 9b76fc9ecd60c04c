import type { Text } from '../../kernel/language.ts';

/** The queues that a firm starts with. They are data until the firm changes one of them. */
export const firstQueues = {
  'it-support': { en: 'IT support', ar: 'الدعم التقني' },
  'it-changes': { en: 'IT changes', ar: 'التغييرات التقنية' },
  facilities: { en: 'Facilities and maintenance', ar: 'المرافق والصيانة' },
  office: { en: 'Office', ar: 'المكتب' },
  clients: { en: 'Clients', ar: 'العملاء' },
} as const satisfies Record<string, Text>;
export type FirstQueue = keyof typeof firstQueues;
export const firstQueueCodes = Object.keys(firstQueues) as readonly FirstQueue[];
