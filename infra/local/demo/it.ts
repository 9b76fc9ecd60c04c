import { addDays, addMonths, type LocalDate } from '../../../domain/kernel/dates.ts';
import type { DemoFirm } from './demo-firms.ts';
import type { PublicApi } from './public-api.ts';

/** Things of an office of this size, in the words of its language. */
const words = {
  ar: {
    laptop: 'حاسوب محمول ThinkPad X1',
    printer: 'طابعة الاستقبال',
    phone: 'هاتف المدير',
    server: 'خادم الملفات',
    toner: 'حبر طابعة',
    paper: 'ورق A4',
    people: ['عبدالله الحربي', 'نورة الشمري', 'ماجد العنزي'],
    system: 'نظام المحاسبة',
    levels: ['اطلاع', 'إدخال', 'مدير'],
    site: 'المكتب الرئيسي',
    note: 'لعمله اليومي',
  },
  en: {
    laptop: 'ThinkPad X1 laptop',
    printer: 'Front desk printer',
    phone: 'Manager’s phone',
    server: 'File server',
    toner: 'Printer toner',
    paper: 'A4 paper',
    people: ['Tom Reed', 'Aisha Khan', 'Paul Novak'],
    system: 'Accounting system',
    levels: ['read', 'enter', 'admin'],
    site: 'Head office',
    note: 'for daily work',
  },
} as const;

interface Made {
  readonly id: string;
}

/** Assets in custody, licences with their seats, access, and somebody who leaves: through the public commands, as anybody would enter them. */
export async function keepAssets(api: PublicApi, firm: string, demo: DemoFirm, today: LocalDate): Promise<void> {
  const at = `/v1/firms/${firm}`;
  const said = words[demo.owner.locale];
  const make = (path: string, body: unknown, key: string) => api.post<Made>(`${at}${path}`, body, `demo-${demo.key}-it-${key}`);
  const [first, second, third] = said.people;
  const laptops = await Promise.all(
    [1, 2, 3].map((n) =>
      make(
        '/assets',
        {
          name: said.laptop,
          category: 'laptop',
          serial: `${demo.key}-PF${n}7Q`.toUpperCase(),
          model: 'Gen 12',
          location: said.site,
          warrantyEndsOn: addMonths(today, n * 5),
          purchase: { on: addMonths(today, -n * 4), cost: `${demo.sale}.00` },
        },
        `laptop-${n}`,
      ),
    ),
  );
  await Promise.all([
    make('/assets', { name: said.printer, category: 'printer', location: said.site }, 'printer'),
    make('/assets', { name: said.server, category: 'server', location: said.site, warrantyEndsOn: addDays(today, 20) }, 'server'),
    make('/assets', { name: said.phone, category: 'phone' }, 'phone'),
    make('/consumables', { name: said.toner, stock: 4, lowAt: 5 }, 'toner'),
    make('/consumables', { name: said.paper, stock: 60, lowAt: 10 }, 'paper'),
  ]);
  const give = async (asset: Made | undefined, name: string, key: string, accept: boolean): Promise<void> => {
    const { id } = await make('/hand-overs', { assets: [asset?.id], to: { name }, condition: 'good' }, `hand-over-${key}`);
    if (accept) await make(`/hand-overs/${id}/accept`, { typedName: name }, `accept-${key}`);
  };
  await Promise.all([give(laptops[0], first, '1', true), give(laptops[1], second, '2', true), give(laptops[2], third, '3', false)]);

  const year = addMonths(today, -10);
  const [office, design] = await Promise.all([
    make(
      '/licences',
      { product: 'Microsoft 365', vendor: 'Microsoft', startsOn: year, endsOn: addDays(today, 45), seats: 5, cost: '1550.00' },
      'office',
    ),
    make(
      '/licences',
      { product: 'Figma', vendor: 'Figma', startsOn: year, endsOn: addMonths(today, 7), seats: 2, cost: '700.00', autoRenew: true },
      'design',
    ),
  ]);
  await Promise.all([
    ...said.people.map((name, n) => make(`/licences/${office.id}/seats`, { holder: { name } }, `seat-${n}`)),
    make(`/licences/${design.id}/seats`, { holder: { name: second } }, 'seat-design'),
  ]);
  const system = await make('/systems', { name: said.system, levels: said.levels, risk: 'high', separateDuties: false }, 'system');
  await Promise.all(
    [first, second].map(async (name, n) => {
      const grant = await make('/access-grants', { system: system.id, person: { name }, level: said.levels[n], reason: said.note }, `grant-${n}`);
      await make(`/access-grants/${grant.id}/approve`, {}, `approve-${n}`);
      await make(`/access-grants/${grant.id}/grant`, {}, `put-${n}`);
    }),
  );
  await make('/access-grants', { system: system.id, person: { name: third }, level: said.levels[0] }, 'grant-asked');
  await make('/leavers', { person: { name: second }, lastDay: addDays(today, 12) }, 'leaver');
}
