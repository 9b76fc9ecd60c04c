import type { Entry } from '../../domain/accounting/book.ts';
import type { Contact } from '../../domain/accounting/invoicing/contact.ts';
import type { Invoice } from '../../domain/accounting/invoicing/document.ts';
import { type FirmId, type Id, ulid } from '../../domain/kernel/ids.ts';
import { entryItem, headItem, headOf } from '../../functions/accounting/book-items.ts';
import { contactItem } from '../../functions/accounting/invoicing/contact-items.ts';
import { invoiceItem } from '../../functions/accounting/invoicing/document-items.ts';
import { loadInvoice } from '../../functions/accounting/invoicing/load-documents.ts';
import { bookKeys } from '../../functions/accounting/keys.ts';
import type { FirmCall } from '../../functions/platform/call.ts';
import { eventHeadKey, eventKey, readEventHead } from '../../functions/platform/event-chain.ts';
import { FirmTable } from '../../functions/platform/table/firm-table.ts';
import type { Item, Write } from '../../functions/platform/table/port.ts';
import { meteredTable } from '../../functions/platform/table/request-units.ts';
import { indexChunk } from '../../functions/records/search/index-chunk.ts';
import { readState } from '../../functions/records/search/index-state.ts';
import { search as searchVerb } from '../../functions/records/search/search.ts';
import { type LocalHost, startHost } from '../../infra/local/host.ts';
import { type Client, signUp } from '../host.ts';
import type { Figure, Section } from './figure.ts';
import { withFolder } from './host-process.ts';

const CONTACTS = 20_000;
const INVOICES = 40_000;
const ENTRIES = 40_000;
const DOCUMENTS = CONTACTS + INVOICES + ENTRIES;
const MOST_MS = 50;
const TIMES = 40;
const PER_TRANSACTION = 90;

export const search: Section = {
  name: 'search',
  about: `finding among ${DOCUMENTS.toLocaleString('en-US')} documents of one firm over HTTP: ${CONTACTS} contacts, ${INVOICES} invoices, ${ENTRIES} entries; one word stands in every invoice and entry`,
  measure: () => withFolder(measure),
};

/** What is asked, and what it stands for. */
const questions: readonly (readonly [name: string, q: string])[] = [
  ['a number', 'INV-2026-31234'],
  ['a rare word', 'zamboni'],
  ['a word in 80,000 documents', 'services'],
  ['two words in 80,000 documents', 'services rendered'],
  ['two letters', 'se'],
  ['two letters of many names', 'al'],
  ['a name in Arabic', 'النور'],
  ['a name with a slip', 'mohamedd tradng'],
  ['a slip that answers nothing', 'qwertzuiop'],
  ['a common word and a rare one', 'services zamboni'],
  ['a phrase of common words', '"services rendered in"'],
  ['an amount', '1,234.21'],
  ['a month', 'date:2026-03 services'],
  ['common words that never meet', 'trading warehouse'],
];

async function measure(dataDir: string): Promise<readonly Figure[]> {
  const host = await startHost({ dataDir, isDeaf: true });
  try {
    const client = await signUp(host.url);
    const indexing = await furnish(host, client);
    const figures: Figure[] = [indexing];
    for (const [name, q] of questions) figures.push(await asked(host, client, name, q));
    return figures;
  } finally {
    await host.stop();
  }
}

async function asked(host: LocalHost, client: Client, name: string, q: string): Promise<Figure> {
  const path = `/search?q=${encodeURIComponent(q)}`;
  const times: number[] = [];
  let found = 0;
  for (let i = 0; i < TIMES; i++) {
    const began = performance.now();
    const { status, body } = await client.get(path);
    times.push(performance.now() - began);
    if (status !== 200) throw new Error(JSON.stringify(body));
    found = body.data.length;
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const units = await unitsOf(host, client, q);
  return {
    name: `${name}, p99`,
    value: at(0.99),
    unit: 'ms',
    target: { of: 'value', most: MOST_MS },
    note: `p50 ${at(0.5).toFixed(1)} ms, ${found} on the page, ${units} read units`,
  };
}

/** What the same search costs on AWS. */
async function unitsOf(host: LocalHost, client: Client, q: string): Promise<number> {
  let read = 0;
  const firm = client.firm as FirmId;
  const table = new FirmTable(
    meteredTable(host.table, (units) => {
      read += units.read;
    }),
    firm,
  );
  const call = {
    table,
    ports: host.ports,
    role: 'owner',
    language: 'en',
    query: { q, limit: 20 },
    cursor: { from: undefined, next: () => null },
  };
  await searchVerb(call as unknown as FirmCall as Parameters<typeof searchVerb>[0]);
  return Math.round(read);
}

const given = ['Mohammed', 'Fatima', 'Omar', 'Layla', 'Yusuf', 'Sara', 'Khalid', 'Noura', 'Alan', 'Alice', 'Maha', 'Tariq'];
const family = ['Alharbi', 'Alotaibi', 'Hassan', 'Smith', 'Alghamdi', 'Brown', 'Saleh', 'Khan', 'Alzahrani', 'Miller'];
const trade = ['Trading', 'Contracting', 'Foods', 'Motors', 'Textiles', 'Clinics', 'Logistics', 'Media'];
const arabic = ['مؤسسة النور', 'شركة الأمل', 'مكتب الرياض', 'مصنع الشرق', 'مطعم البيت', 'عيادة الشفاء'];
const pick = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;
const made = (i: number): string => {
  let word = '';
  for (let rest = i * 7919 + 17; rest > 0; rest = Math.floor(rest / 20)) word += 'bcdfghklmnaeiourstwz'[rest % 20];
  return word;
};
const day = (i: number): string => new Date(Date.UTC(2025, 0, 1 + (i % 700))).toISOString().slice(0, 10);
const idOf = (prefix: string, i: number): string =>
  `${prefix}_${ulid(
    1_770_000_000_000 + i,
    Uint8Array.from({ length: 16 }, (_, j) => (i * 31 + j * 7) % 256),
  )}`;

/** Writes the documents as they lie in the table, with an event for each, and lets the search read them. */
async function furnish(host: LocalHost, client: Client): Promise<Figure> {
  const table = new FirmTable(host.table, client.firm as FirmId);
  const viewer = { table, ports: host.ports, caller: undefined };
  const template = await anInvoice(client, table);
  const head = await readEventHead(table);
  let seq = head.seq;
  let writes: Write[] = [];
  let flights: Promise<void>[] = [];
  const put = async (item: Item): Promise<void> => {
    writes.push({ kind: 'put', item });
    if (writes.length < PER_TRANSACTION) return;
    flights.push(table.transact(writes));
    writes = [];
    if (flights.length === 20) await Promise.all(flights.splice(0));
  };
  const event = async (kind: string, id: string): Promise<void> => put({ ...eventKey(++seq), seq, entity: { kind, id } });
  const contacts: Contact[] = [];
  for (let i = 0; i < CONTACTS; i++) {
    const contact: Contact = {
      id: idOf('con', i) as Id<'contact'>,
      kind: 'customer',
      name: `${pick(given, i)} ${pick(family, Math.floor(i / 12))} ${made(i)} ${pick(trade, Math.floor(i / 7))}`,
      nameAr: `${pick(arabic, i)} ${i}`,
      email: `${made(i)}@example.com`,
      country: 'SA',
      paymentTermsDays: 30,
      language: 'ar',
      archived: false,
      version: 1,
    };
    contacts.push(contact);
    await put(contactItem(contact));
    await event('contact', contact.id);
  }
  for (let i = 0; i < INVOICES; i++) {
    const contact = pick(contacts, i * 7);
    const invoice = {
      ...template,
      id: idOf('inv', i),
      contact: contact.id,
      number: `INV-2026-${String(i + 1).padStart(5, '0')}`,
      date: day(i),
      gross: BigInt(((i * 37) % 900_000) + 100),
      lines: template.lines.map((line) => ({ ...line, text: `Services rendered in ${made(i % 3_000)}${i === 12_345 ? ' zamboni' : ''}` })),
    } as Invoice;
    await put(invoiceItem(invoice) as Item);
    await event('invoice', invoice.id);
  }
  const bookItem = await table.get(bookKeys.head());
  if (!bookItem) throw new Error('no book');
  const book = headOf(bookItem);
  for (let i = 0; i < ENTRIES; i++) {
    const amount = BigInt(((i * 53) % 700_000) + 50);
    const entry = {
      id: idOf('ent', i),
      seq: book.seq + 1 + i,
      date: day(i),
      memo: `Services rendered ${made(i % 2_000)}${i % 5 === 0 ? ' warehouse' : ''}${i === 777 ? ' zamboni' : ''}`,
      reference: `R${i}`,
      lines: [
        { account: '1111', amount },
        { account: '3101', amount: -amount },
      ],
      at: '2026-01-31T00:00:00.000Z',
      by: { kind: 'system', name: 'bench' },
      hash: 'f'.repeat(64),
    } as unknown as Entry;
    await put(entryItem(entry) as Item);
  }
  await table.transact(writes);
  await Promise.all(flights);
  flights = [];
  await table.transact([
    { kind: 'update', key: eventHeadKey, set: { seq } },
    { kind: 'put', item: headItem({ ...book, seq: book.seq + ENTRIES, version: book.version + 1 }) },
  ]);
  const began = performance.now();
  let state = await readState(table);
  for (let more = true; more; ) {
    const step = await indexChunk(viewer, state);
    state = step.state;
    more = step.more;
  }
  const seconds = (performance.now() - began) / 1000;
  return {
    name: 'indexed',
    value: DOCUMENTS / seconds,
    unit: 'documents/s',
    note: `${seconds.toFixed(1)} s for all, ${Math.round(process.memoryUsage().rss / 1024 / 1024)} MB resident afterwards, this process with everything in it`,
  };
}

/** An invoice as the product posts it, to make the others from. */
async function anInvoice(client: Client, table: FirmTable): Promise<Invoice> {
  const contact = (await client.post('/contacts', { kind: 'customer', name: 'First', country: 'SA' })).body.id;
  const draft = await client.post('/invoices', {
    contact,
    date: '2026-01-20',
    lines: [{ text: 'Work', quantity: '1', unitPrice: '10.00', taxCode: 'Z' }],
  });
  const posted = await client.post(`/invoices/${draft.body.id}/post`, {});
  if (posted.status !== 200) throw new Error(JSON.stringify(draft.body));
  const invoice = await loadInvoice(table, draft.body.id);
  if (invoice?.state !== 'posted') throw new Error('an invoice that was posted');
  return invoice;
}
