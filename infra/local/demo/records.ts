import { hash } from 'node:crypto';
import { addDays, addMonths, type LocalDate, monthOf } from '../../../domain/kernel/dates.ts';
import type { DemoFirm } from './demo-firms.ts';
import type { PublicApi } from './public-api.ts';
import { pdfOf } from './small-pdf.ts';

interface Announced {
  readonly id: string;
  readonly versionId: string;
  readonly upload: { readonly url: string; readonly fields: Readonly<Record<string, string>> };
  readonly complete: string;
}
interface Listed {
  readonly data: readonly { readonly id: string; readonly number?: string | null; readonly contact?: { readonly id: string } }[];
}

/** What a firm keeps: a lease, a supplier's bill, a letter, a staff file, what belongs to an invoice, and a note whose time is over; a hold and a rule. */
export async function fileRecords(api: PublicApi, firmId: string, demo: DemoFirm, today: LocalDate): Promise<void> {
  const at = `/v1/firms/${firmId}`;
  const say = (en: string, ar: string): string => (demo.owner.locale === 'ar' ? ar : en);
  const [invoices, contacts] = await Promise.all([
    api.get<Listed>(`${at}/invoices?limit=1&state=posted`).catch((): Listed => ({ data: [] })),
    api.get<Listed>(`${at}/contacts?limit=1`),
  ]);
  const [invoice, contact] = [invoices.data[0], contacts.data[0]];
  const lastMonth = monthOf(addMonths(today, -1));
  const pdf = (...lines: readonly string[]) => ({ type: 'application/pdf', content: pdfOf(lines) });
  const text = (words: string) => ({ type: 'text/plain', content: Buffer.from(words) });
  const filings = [
    {
      name: 'office-lease.pdf',
      title: say('Lease of the office', 'عقد إيجار المكتب'),
      class: 'contracts',
      contractEndsOn: addMonths(today, 14),
      tags: [say('rent', 'إيجار')],
      ...pdf('Lease of the office', 'Term: two years', 'Payable monthly in advance'),
    },
    {
      name: `electricity-${lastMonth}.pdf`,
      title: say('Electricity bill', 'فاتورة الكهرباء'),
      class: 'accounting',
      period: lastMonth,
      eventDate: `${lastMonth}-20`,
      tags: [say('bills', 'فواتير')],
      ...pdf('Electricity bill', `Period ${lastMonth}`),
    },
    {
      name: 'bank-letter.txt',
      title: say('Letter of the bank', 'خطاب البنك'),
      class: 'correspondence',
      eventDate: addDays(today, -20),
      ...text(say('Please confirm the signatories of the account.', 'نأمل تأكيد المفوضين بالتوقيع على الحساب.')),
    },
    {
      name: 'employment-contract.pdf',
      title: say('Employment contract', 'عقد عمل موظف'),
      class: 'hr',
      ...pdf('Employment contract'),
    },
    {
      name: 'visitors.txt',
      title: say('Visitors of the office, years ago', 'سجل زوار المكتب، قديم'),
      class: 'general',
      eventDate: addMonths(today, -30),
      ...text(say('Nobody asks for it any more.', 'لم يعد أحد يسأل عنه.')),
    },
    ...(invoice
      ? [
          {
            name: 'delivery-note.pdf',
            title: say('Signed delivery note', 'إذن تسليم موقّع'),
            class: 'accounting',
            eventDate: addDays(today, -15),
            links: [{ kind: 'invoice', id: invoice.id }],
            ...(contact && { contact: contact.id }),
            ...pdf('Delivery note', 'Received in good order'),
          },
        ]
      : []),
  ];
  await Promise.all(filings.map((filing, i) => file(api, at, filing, `demo-${demo.key}-record-${i}`)));
  await api.post(
    `${at}/filing-rules`,
    { name: say('Electricity', 'الكهرباء'), contains: say('electricity', 'كهرباء'), class: 'accounting', tags: [say('bills', 'فواتير')] },
    `demo-${demo.key}-filing-rule`,
  );
  if (contact)
    await api.post(
      `${at}/record-holds`,
      {
        matter: say('Question of the auditor', 'استفسار مراجع الحسابات'),
        reason: say('The auditor has asked to see all of it.', 'طلب المراجع الاطلاع على كل ما يخصه.'),
        scope: { kind: 'query', contact: contact.id },
      },
      `demo-${demo.key}-hold`,
    );
}

async function file(
  api: PublicApi,
  at: string,
  { content, ...said }: { readonly content: Uint8Array; readonly [member: string]: unknown },
  key: string,
): Promise<void> {
  const announced = await api.post<Announced>(`${at}/records`, { ...said, bytes: content.length, sha256: hash('sha256', content, 'hex') }, key);
  const form = new FormData();
  for (const [name, value] of Object.entries(announced.upload.fields)) form.set(name, value);
  form.set('file', new Blob([new Uint8Array(content)]));
  await fetch(announced.upload.url, { method: 'POST', body: form });
  await api.post(announced.complete, {}, `${key}-complete`);
}
