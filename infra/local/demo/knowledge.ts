import type { DemoFirm } from './demo-firms.ts';
import type { PublicApi } from './public-api.ts';

const articles = [
  {
    wordings: {
      en: {
        title: 'The printer does not print',
        body: 'Turn it off at the back, wait a minute and turn it on again.\n\nIf it says that paper is stuck, open both doors and pull the sheet out in the direction of the arrow.\n\nStill nothing? Open an incident and say which printer it is.',
      },
      ar: {
        title: 'الطابعة لا تطبع',
        body: 'أوقفها من الخلف دقيقة ثم شغّلها.\n\nإذا ظهرت رسالة انحشار ورق فافتح البابين واسحب الورقة باتجاه السهم.\n\nإن لم تعمل فافتح بلاغ عطل واذكر اسم الطابعة.',
      },
    },
    kinds: ['incident'],
    tags: ['printer', 'طابعة'],
  },
  {
    wordings: {
      en: {
        title: 'Getting access to a system',
        body: 'Open an access request with the system, the level and until when you need it.\n\nThe owner is asked to agree; you are told as soon as it is granted.',
      },
      ar: {
        title: 'الحصول على صلاحية في نظام',
        body: 'افتح طلب صلاحية واذكر النظام والمستوى والمدة.\n\nيُطلب من المالك الموافقة، ويصلك إشعار فور منح الصلاحية.',
      },
    },
    kinds: ['access-request'],
    tags: ['access', 'صلاحية'],
  },
] as const;

const services = [
  { en: 'E-mail', ar: 'البريد الإلكتروني' },
  { en: 'Office network', ar: 'شبكة المكتب' },
  { en: 'Accounting', ar: 'النظام المحاسبي' },
] as const;

/** What a firm knows and what it relies on: two articles, and three services of which one was slow and is well again. */
export async function shareKnowledge(owner: PublicApi, firmId: string, demo: DemoFirm): Promise<void> {
  const at = `/v1/firms/${firmId}`;
  const key = (name: string): string => `demo-${demo.key}-knowledge-${name}`;
  const arabic = demo.owner.locale === 'ar';
  await Promise.all([
    ...articles.map(async (article, i) => {
      const { id } = await owner.post<{ id: string }>(`${at}/articles`, article, key(`article-${i}`));
      await owner.post(`${at}/articles/${id}/publish`, {}, key(`publish-${i}`));
    }),
    ...services.map(async (name, i) => {
      const { id } = await owner.post<{ id: string }>(`${at}/services`, { name }, key(`service-${i}`));
      if (i !== 1) return;
      const slow = arabic ? 'الشبكة بطيئة في الدور الثاني، والعمل جارٍ على إصلاحها.' : 'The network is slow on the second floor; we are on it.';
      const well = arabic ? 'استُبدل الموزّع وعادت الشبكة إلى سرعتها.' : 'The switch was replaced and the network is fast again.';
      await owner.post(`${at}/services/${id}/status`, { state: 'degraded', message: slow }, key('slow'));
      await owner.post(`${at}/services/${id}/status`, { state: 'operational', message: well }, key('well'));
    }),
  ]);
}
