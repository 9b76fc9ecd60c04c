import { addDays, type LocalDate } from '../../../domain/kernel/dates.ts';
import type { DemoFirm } from './demo-firms.ts';
import type { PublicApi } from './public-api.ts';

/** What the bookkeeper asks the owner to decide: one is agreed to, one sent back, and two wait. */
interface DemoAsking {
  readonly kind: 'change' | 'access-request' | 'general-request';
  readonly title: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly said?: { readonly outcome: 'approve' | 'request-changes'; readonly comment: string };
}

const askings = (language: 'ar' | 'en', today: LocalDate): readonly DemoAsking[] => {
  const say = (ar: string, en: string): string => (language === 'ar' ? ar : en);
  const day = addDays(today, 9);
  return [
    {
      kind: 'access-request',
      title: say('صلاحية على بوابة البنك لمراجعة الحركات', 'Access to the bank portal to review movements'),
      fields: { system: say('بوابة البنك', 'Bank portal'), level: say('اطلاع فقط', 'Read only'), until: addDays(today, 90) },
    },
    {
      kind: 'change',
      title: say('نقل الأرشيف إلى التخزين السحابي', 'Move the archive to cloud storage'),
      fields: {
        risk: 'medium',
        plan: say('نسخ الملفات ليلًا ثم تحويل الروابط.', 'Copy the files overnight, then switch the links.'),
        backOut: say('الرجوع إلى الخادم القديم وهو باقٍ شهرًا.', 'Go back to the old server, which stays for a month.'),
        window: { from: `${day}T18:00:00Z`, to: `${day}T22:00:00Z` },
        systems: say('الأرشيف', 'Archive'),
      },
    },
    {
      kind: 'access-request',
      title: say('صلاحية إصدار الإشعارات الدائنة', 'The right to issue credit notes'),
      fields: { system: say('ديوان', 'Diwan'), level: say('محاسب', 'Accountant') },
      said: { outcome: 'approve', comment: say('موافق، لهذه المنشأة فقط.', 'Agreed, for this firm only.') },
    },
    {
      kind: 'general-request',
      title: say('تجديد اشتراك برنامج الرواتب', 'Renew the payroll subscription'),
      fields: { details: say('سنة واحدة بالسعر نفسه.', 'One year at the same price.') },
      said: { outcome: 'request-changes', comment: say('اطلب عرضًا لسنتين أولًا.', 'Get an offer for two years first.') },
    },
  ];
};

/** Decisions in a client firm: the bookkeeper asks, its owner answers. */
export async function askForDecisions(
  { owner, bookkeeper }: { readonly owner: PublicApi; readonly bookkeeper: PublicApi },
  firmId: string,
  demo: DemoFirm,
  today: LocalDate,
): Promise<void> {
  const at = `/v1/firms/${firmId}`;
  const { user } = await owner.get<{ user: { id: string } }>('/v1/me');
  await Promise.all(
    askings(demo.owner.locale, today).map(async ({ kind, title, fields, said }, i) => {
      const key = `demo-${demo.key}-decision-${i}`;
      const { id } = await bookkeeper.post<{ id: string }>(`${at}/cases`, { kind, title, fields }, key);
      if (kind === 'general-request')
        await bookkeeper.post(`${at}/cases/${id}/decision-requests`, { steps: [{ need: 'any', people: [user.id] }] }, `${key}-asked`);
      if (said) await owner.post(`${at}/cases/${id}/decisions`, said, `${key}-said`);
    }),
  );
}
