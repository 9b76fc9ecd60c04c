import { addDays, addMonths, type LocalDate, monthOf } from '../../../domain/kernel/dates.ts';
import type { DemoFirm } from './demo-firms.ts';
import type { PublicApi } from './public-api.ts';

interface Template {
  readonly code: string;
  readonly title: { readonly en: string; readonly ar: string };
  readonly category: { readonly en: string; readonly ar: string };
  readonly source: { readonly en: string; readonly ar: string };
  readonly firstOn: LocalDate;
  readonly rule: string;
}

/** What a firm has on its calendar: what the law of its country asks for, and some dates of its own, one of them missed. */
export async function setDeadlines(api: PublicApi, firmId: string, demo: DemoFirm, today: LocalDate): Promise<void> {
  const at = `/v1/firms/${firmId}`;
  const { locale } = demo.owner;
  const [{ data: templates }, me] = await Promise.all([
    api.get<{ data: readonly Template[] }>(`${at}/deadline-templates`),
    api.get<{ user: { id: string } }>('/v1/me'),
  ]);
  const own = [
    {
      title: { en: 'Renew the office lease', ar: 'تجديد عقد إيجار المكتب' },
      firstOn: addDays(today, 40),
      rule: 'FREQ=YEARLY',
      does: { type: 'open-case', kind: 'general-request', daysBefore: 30 },
    },
    {
      title: { en: 'Pay salaries', ar: 'صرف الرواتب' },
      firstOn: `${monthOf(addMonths(today, 1))}-27`,
      rule: 'FREQ=MONTHLY;BYMONTHDAY=27',
      reminders: [2],
    },
    { title: { en: 'Review who has access to what', ar: 'مراجعة الصلاحيات' }, firstOn: addDays(today, 12), rule: 'FREQ=MONTHLY;INTERVAL=3' },
    {
      title: { en: 'Service the air conditioning', ar: 'صيانة أجهزة التكييف' },
      firstOn: addDays(today, 20),
      rule: 'FREQ=MONTHLY;INTERVAL=6',
      does: { type: 'open-case', kind: 'maintenance', daysBefore: 7 },
    },
    { title: { en: 'Answer the bank’s letter', ar: 'الرد على خطاب البنك' }, firstOn: addDays(today, -3), rule: null, reminders: [0] },
  ];
  const bodies = [
    ...templates.map(({ code, title, category, source, firstOn, rule }) => ({
      title: title[locale],
      category: category[locale],
      notes: source[locale],
      firstOn,
      rule,
      shift: 'next-open-day',
      template: code,
    })),
    ...own.map(({ title, ...rest }) => ({ title: title[locale], ...rest })),
  ];
  await Promise.all(bodies.map((body, i) => api.post(`${at}/deadlines`, { ...body, owner: me.user.id }, `demo-${demo.key}-deadline-${i}`)));
}
