import type { RefusalTable } from '../../kernel/refusal-table.ts';

export const servicesRefusals = {
  'service.exists': {
    status: 409,
    say: { en: 'There is a service called {name}.', ar: 'توجد خدمة باسم {name}.' },
    fix: { en: 'Choose another name.', ar: 'اختر اسمًا آخر.' },
  },
  'service.too_many': {
    status: 409,
    say: { en: 'A status page holds at most {maximum} services.', ar: 'تتسع صفحة حالة الخدمات لـ {maximum} خدمة على الأكثر.' },
    fix: { en: 'Archive one that nobody looks at.', ar: 'أرشف خدمة لا يتابعها أحد.' },
  },
  'service.archived': {
    status: 409,
    say: { en: 'The service is archived.', ar: 'الخدمة مؤرشفة.' },
    fix: { en: 'Bring it back first.', ar: 'استرجعها أولًا.' },
  },
  'service.nothing_new': {
    status: 422,
    say: { en: 'The service is {state} already.', ar: 'الخدمة في حالة {state} أصلًا.' },
    fix: { en: 'Choose another state, or say something about this one.', ar: 'اختر حالة أخرى أو اكتب ما استجد.' },
  },
} as const satisfies RefusalTable;
