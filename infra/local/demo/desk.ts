import type { DemoFirm } from './demo-firms.ts';
import type { PublicApi } from './public-api.ts';

/** What a firm's desk has to do: people ask, the desk answers, some of it late. */
interface DemoCase {
  readonly kind: string;
  readonly title: string;
  readonly description?: string;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly urgency?: 'high' | 'medium' | 'low';
  readonly impact?: 'high' | 'medium' | 'low';
  readonly tags?: readonly string[];
  /** What is said of it, in order; `internal` among colleagues. */
  readonly said?: readonly (string | { readonly internal: string })[];
  readonly minutes?: number;
  readonly ticks?: readonly string[];
  readonly fate: 'new' | 'open' | 'waiting' | 'resolved' | 'closed' | 'rated' | 'cancelled';
}

const arabic: readonly DemoCase[] = [
  {
    kind: 'incident',
    title: 'الطابعة في الاستقبال لا تعمل',
    description: 'تظهر رسالة انحشار ورق ولا ورق عالق.',
    fields: { service: 'الطباعة', affected: 4 },
    impact: 'high',
    urgency: 'high',
    tags: ['طابعة'],
    said: ['جرّبنا إعادة التشغيل، وسيصل الفني خلال ساعة.'],
    fate: 'open',
  },
  {
    kind: 'incident',
    title: 'البريد لا يستقبل المرفقات الكبيرة',
    fields: { service: 'البريد' },
    said: [{ internal: 'الحد في إعدادات مزوّد البريد، طلبت رفعه.' }, 'طلبنا من المزوّد رفع الحد، وننتظر رده.'],
    fate: 'waiting',
  },
  {
    kind: 'service-request',
    title: 'حاسوب محمول لموظف جديد',
    fields: { service: 'الأجهزة', quantity: 1 },
    minutes: 45,
    ticks: ['delivered'],
    said: ['الجهاز جاهز للاستلام.'],
    fate: 'rated',
  },
  {
    kind: 'access-request',
    title: 'صلاحية قراءة على مجلد العقود',
    fields: { system: 'مجلد العقود', level: 'قراءة' },
    ticks: ['approved'],
    fate: 'open',
  },
  {
    kind: 'change',
    title: 'تحديث جدار الحماية',
    fields: { risk: 'medium', plan: 'تثبيت الإصدار الجديد مساء الخميس.', backOut: 'استعادة النسخة السابقة من الإعدادات.' },
    fate: 'new',
  },
  { kind: 'maintenance', title: 'مكيف غرفة الاجتماعات يسرّب ماء', fields: { place: 'غرفة الاجتماعات', safety: true }, urgency: 'high', fate: 'new' },
  {
    kind: 'general-request',
    title: 'ختم جديد للمكتب',
    fields: { details: 'بالعربية والإنجليزية.' },
    minutes: 20,
    said: ['طُلب الختم من المطبعة ووصل اليوم.'],
    fate: 'closed',
  },
  {
    kind: 'client-question',
    title: 'متى يستحق الإقرار الضريبي القادم؟',
    fields: { channel: 'phone' },
    said: ['يستحق في آخر الشهر التالي لنهاية الفترة، وسنذكّركم قبله بأسبوع.'],
    fate: 'resolved',
  },
  {
    kind: 'complaint',
    title: 'تأخر الرد على استفسار سابق',
    fields: { channel: 'email', about: 'سرعة الرد', wish: 'رد خلال يوم عمل' },
    impact: 'medium',
    urgency: 'high',
    said: [{ internal: 'راجعت السجل: بقي الاستفسار يومين بلا مسؤول.' }, 'نعتذر عن التأخر، ونراجع سببه.'],
    fate: 'open',
  },
];
const english: readonly DemoCase[] = [
  {
    kind: 'incident',
    title: 'Card terminal drops its connection',
    description: 'Twice this morning, in the middle of a payment.',
    fields: { service: 'Payments', affected: 2 },
    impact: 'high',
    urgency: 'high',
    tags: ['terminal'],
    said: ['The provider sees it too; we restart it every hour until it is mended.'],
    fate: 'open',
  },
  {
    kind: 'incident',
    title: 'Shared drive is slow',
    fields: { service: 'Files' },
    said: [{ internal: 'The old switch in the store room again.' }, 'We have asked for a new switch.'],
    fate: 'waiting',
  },
  {
    kind: 'service-request',
    title: 'A second screen for the office',
    fields: { service: 'Devices', quantity: 1 },
    minutes: 30,
    ticks: ['delivered'],
    said: ['It is on your desk.'],
    fate: 'rated',
  },
  {
    kind: 'access-request',
    title: 'Read access to the price list',
    fields: { system: 'Price list', level: 'read' },
    ticks: ['approved'],
    fate: 'open',
  },
  {
    kind: 'change',
    title: 'Move the shop to the new router',
    fields: { risk: 'low', plan: 'Swap after closing time on Sunday.', backOut: 'Plug the old router in again.' },
    fate: 'new',
  },
  { kind: 'maintenance', title: 'The roller door does not close', fields: { place: 'Unit 4', safety: true }, urgency: 'high', fate: 'new' },
  {
    kind: 'general-request',
    title: 'New business cards',
    fields: { details: 'As the last ones, with the new address.' },
    minutes: 15,
    said: ['Printed; they are in the post.'],
    fate: 'closed',
  },
  {
    kind: 'client-question',
    title: 'Can the standing order come a day earlier?',
    fields: { channel: 'phone' },
    said: ['Yes, from next week it comes on Tuesdays.'],
    fate: 'resolved',
  },
  {
    kind: 'complaint',
    title: 'Two bags of the last delivery were open',
    fields: { channel: 'email', about: 'Packing', wish: 'Replace them' },
    impact: 'medium',
    urgency: 'high',
    said: ['We are sorry; two new bags go out today while we look into it.'],
    fate: 'open',
  },
];
/** Who takes part: an answer counts only from somebody other than whoever asked. */
interface DeskPeople {
  readonly owner: PublicApi;
  readonly asks: PublicApi;
  readonly works: PublicApi;
}
const DAY_MS = 24 * 3600 * 1000;

/**
 * Cases of each kind through the public commands. What may hurt somebody is promised an answer within a minute, so that a look at the desk a little later
 * shows a broken promise beside those that still run; the provider’s desk is open day and night.
 */
export async function workAtTheDesk({ owner, asks, works }: DeskPeople, firmId: string, demo: DemoFirm, today: string): Promise<void> {
  const at = `/v1/firms/${firmId}`;
  const key = (name: string): string => `demo-${demo.key}-desk-${name}`;
  const me = (await works.get<{ user: { id: string } }>('/v1/me')).user.id;
  const settings = await owner.get<{ version: number }>(`${at}/work-settings`);
  if (settings.version === 1) {
    const calendar = demo.firm.kind === 'provider' && { calendar: { alwaysOpen: true, weeks: [], holidays: [] } };
    const targets = { maintenance: { high: { firstResponse: 1 } } };
    await owner.patch(`${at}/work-settings`, { targets, ...calendar }, 1, key('settings'));
  }
  const cases = demo.owner.locale === 'ar' ? arabic : english;
  const soon = new Date(Date.parse(`${today}T00:00:00Z`) + 7 * DAY_MS).toISOString().slice(0, 10);
  await Promise.all(
    cases.map(async ({ kind, title, description, fields = {}, impact, urgency, tags, said = [], minutes, ticks = [], fate }, i) => {
      const own = (name: string): string => key(`${i}-${name}`);
      const dated = kind === 'change' ? { window: { from: `${soon}T16:00:00Z`, to: `${soon}T18:00:00Z` } } : {};
      const body = {
        kind,
        title,
        ...(description && { description }),
        ...(impact && { impact }),
        ...(urgency && { urgency }),
        fields: { ...fields, ...dated },
      };
      const { id } = await asks.post<{ id: string }>(`${at}/cases`, body, own('open'));
      const act = (who: PublicApi, path: string, sent: object, name: string): Promise<unknown> =>
        who.post(`${at}/cases/${id}${path}`, sent, own(name));
      if (tags) await act(works, '/tags', { add: tags }, 'tag');
      if (fate === 'new') return;
      await act(works, '/assign', { assignee: me }, 'assign');
      await act(works, '/move', { to: 'open' }, 'start');
      for (const [s, words] of said.entries())
        await act(works, '/comments', typeof words === 'string' ? { text: words } : { text: words.internal, internal: true }, `say-${s}`);
      for (const item of ticks) await act(works, `/checklist/${item}`, { evidence: title }, `tick-${item}`);
      if (minutes) await act(works, '/time', { minutes, billable: i % 2 === 0 }, 'time');
      if (fate === 'waiting')
        await act(works, '/move', { to: 'waiting', reason: demo.owner.locale === 'ar' ? 'بانتظار المزوّد' : 'Waiting for the provider' }, 'wait');
      if (fate === 'resolved' || fate === 'closed' || fate === 'rated') await act(works, '/move', { to: 'resolved' }, 'resolve');
      if (fate === 'closed' || fate === 'rated') await act(asks, '/move', { to: 'closed' }, 'close');
      if (fate === 'rated') await act(asks, '/rating', { score: 5 }, 'rate');
    }),
  );
}
