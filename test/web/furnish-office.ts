import { file } from '../functions/records/filing-office.ts';
import type { Client } from '../host.ts';

/** An office with a little life: a case and a decision about it, a deadline, a record, an asset handed over, a licence, access, an article, a service: the pages that show them. */
export async function furnishOffice(client: Client): Promise<readonly string[]> {
  const made = async (path: string, body: unknown = {}): Promise<{ id: string }> => {
    const answer = await client.post(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const person = { name: 'نورة الشمري' };
  const incident = await made('/cases', { kind: 'incident', title: 'الطابعة لا تطبع (Printer)', fields: { service: 'Mail' } });
  const request = await made('/cases', { kind: 'access-request', title: 'Ledger', fields: { system: 'Books', level: 'read' } });
  const { data } = (await client.get('/decision-requests')).body as { data: readonly { id: string }[] };
  const deadline = await made('/deadlines', { title: 'تجديد السجل التجاري', firstOn: '2030-01-31' });
  const record = await file(client, { content: 'Lease of the shop', title: 'عقد الإيجار', class: 'contracts' });
  const asset = await made('/assets', { name: 'حاسوب محمول ThinkPad', category: 'laptop' });
  const handOver = await made('/hand-overs', { assets: [asset.id], to: person, condition: 'good' });
  const licence = await made('/licences', { product: 'Office', startsOn: '2020-01-01', seats: 3 });
  const system = await made('/systems', { name: 'ERP', levels: ['read'], separateDuties: false });
  await made('/access-grants', { system: system.id, person, level: 'read' });
  const leaver = await made('/leavers', { person, lastDay: '2030-01-31' });
  const article = await made('/articles', { wordings: { ar: { title: 'الطابعة لا تطبع', body: 'أعد تشغيلها.' } } });
  await made('/services', { name: { ar: 'البريد', en: 'Mail' } });
  const [decision] = data;
  if (!decision) throw new Error('an access request asks for a decision by itself');
  return [
    '/cases',
    '/cases/new?kind=change',
    `/cases/${incident.id}`,
    `/cases/${request.id}`,
    '/requests',
    `/requests/${incident.id}`,
    '/decisions',
    `/decisions/${decision.id}`,
    '/calendar',
    '/calendar?view=agenda',
    '/deadlines',
    '/deadlines/new',
    `/deadlines/${deadline.id}`,
    '/maintenance',
    '/records',
    `/records/${record.body.id}`,
    '/record-classes',
    '/record-holds',
    '/filing-rules',
    '/disposals',
    '/assets',
    `/assets/${asset.id}`,
    '/hand-overs',
    `/hand-overs/${handOver.id}`,
    '/consumables',
    '/licences',
    `/licences/${licence.id}`,
    '/access',
    '/leavers',
    `/leavers/${leaver.id}`,
    '/knowledge',
    `/knowledge/${article.id}`,
    '/services',
    '/desk-report',
    '/search?q=Office',
    '/audit-trail',
    '/settings/desk',
    '/settings/desk-mail',
    '/settings/delegations',
  ];
}
