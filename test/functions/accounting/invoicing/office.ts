import { randomBytes } from 'node:crypto';
import type { Role } from '../../../../domain/firms/permissions.ts';
import { rooms } from '../../../../functions/accounting/api.ts';
import { foundBook } from '../../../../functions/accounting/found-book.ts';
import { accountingIndex } from '../../../../functions/accounting/routes.generated.ts';
import { firmKey, memberKey } from '../../../../functions/platform/auth/keys.ts';
import { api } from '../../../../functions/platform/http/api.ts';
import type { Ports } from '../../../../functions/platform/ports.ts';
import { FirmTable } from '../../../../functions/platform/table/firm-table.ts';
import type { Table } from '../../../../functions/platform/table/port.ts';
import { localLimiter } from '../../../../infra/local/limiter.ts';
import { jsonLinesLog } from '../../../../infra/local/log.ts';
import { memoryTable } from '../../../../infra/local/table/memory-table.ts';
import { mint, people } from '../../platform/notes/people.ts';
import { contextOf, eventOf } from '../../platform/notes/world.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a client knows of an answer is JSON
export type Json = any;
export interface Answered {
  readonly status: number;
  readonly json: Json;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

type Asks<A> = (method: string, url: string, body?: Json, headers?: Readonly<Record<string, string>>) => Promise<A>;
type Makes = (contact: string, more?: Json) => Promise<Json>;

/** Somebody at work in a firm, through the API, and short words for what the tests do all the time. */
export interface Office {
  readonly id: string;
  readonly token: string;
  readonly table: FirmTable;
  readonly ask: Asks<Answered>;
  /** Asks and expects it to be done. */
  readonly done: Asks<Json>;
  readonly customer: (more?: Json) => Promise<Json>;
  readonly draft: Makes;
  readonly posted: Makes;
  readonly pay: Makes;
  /** Somebody else of the firm. */
  readonly joined: (role: Role) => Promise<Office>;
  /** The same person served by another process. */
  readonly elsewhere: () => Office;
}

const never = () => Promise.reject(new Error('no test of invoicing asks for this'));

/** The accounting API over a table in memory, and firms with people in them. `over` stands between, to count or disturb. */
export function accountingOffice(over: (table: Table) => Table = (table) => table) {
  const stored = memoryTable();
  const table = over(stored);
  const errors: Json[] = [];
  const ports = (): Ports => ({
    table: async () => table,
    clock: { now: () => '2026-03-15T09:00:00.000Z' },
    randomBytes: (count) => randomBytes(count),
    blobs: { put: never, get: never, delete: never, read: never, digest: never, uploadUrl: never, downloadUrl: never },
    mail: { send: never },
    limiter: localLimiter(),
    log: jsonLinesLog('error', (line) => errors.push(JSON.parse(line))),
    signingKey: new Uint8Array(32),
    receiptSecret: async () => new Uint8Array(32),
    pagesUrl: 'https://diwan.test',
  });
  const makeHandler = () => {
    const own = ports();
    return api('accounting', accountingIndex, rooms, { checkAnswers: true, firmPerMinute: 1_000_000, ports: () => own });
  };
  const known = people(stored);

  async function firm(fields: { readonly country?: string; readonly currency?: string; readonly role?: Role } = {}): Promise<Office> {
    const { country = 'SA', currency = 'SAR', role = 'owner' } = fields;
    const id = mint('firm');
    const written = {
      name: 'Nakheel',
      country,
      currency,
      language: 'en',
      timeZone: 'UTC',
      kind: 'business',
      plan: 'trial',
      fiscalYearStart: 1,
      taxNumber: '300000000000003',
      v: 1,
    };
    const own = new FirmTable(stored, id);
    await own.transact([{ kind: 'put', item: { ...firmKey, ...written } }, ...(await foundBook({ country, currency, fiscalYearStart: 1 }))]);
    const who = await known.person();
    await own.transact([{ kind: 'put', item: { ...memberKey(who.id), role, v: 1 } }]);
    return officeOf(id, who.token, own);
  }

  function officeOf(id: string, token: string, own: FirmTable): Office {
    const handler = makeHandler();
    async function ask(method: string, url: string, body?: Json, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
      const event = eventOf(method, `/v1/firms/${id}${url}`, {
        ...(body !== undefined && { body }),
        headers: { authorization: `Bearer ${token}`, ...headers },
      });
      const raw = await handler(event, contextOf(29_000));
      const text = raw.body ?? '';
      return {
        status: raw.statusCode,
        text,
        json: /json/.test(raw.headers['content-type'] ?? '') ? JSON.parse(text) : undefined,
        headers: raw.headers,
      };
    }
    async function done(method: string, url: string, body?: Json, headers: Readonly<Record<string, string>> = {}): Promise<Json> {
      const answer = await ask(method, url, body, headers);
      if (answer.status >= 300) throw new Error(`${method} ${url}: ${answer.status} ${answer.text} ${JSON.stringify(errors.at(-1) ?? '')}`);
      return answer.json;
    }
    const customer = (more: Json = {}): Promise<Json> => done('POST', '/contacts', { kind: 'customer', name: 'Acme', ...more });
    const draft = (contact: string, more: Json = {}): Promise<Json> =>
      done('POST', '/invoices', { contact, date: '2026-01-10', lines: [{ text: 'Work', unitPrice: '100.00', taxCode: 'S' }], ...more });
    const posted = async (contact: string, more: Json = {}): Promise<Json> => done('POST', `/invoices/${(await draft(contact, more)).id}/post`);
    const pay = (contact: string, more: Json = {}): Promise<Json> =>
      done('POST', '/payments', { direction: 'in', contact, bankAccount: '1111', date: '2026-02-01', amount: '115.00', ...more });
    return {
      id,
      token,
      table: own,
      ask,
      done,
      customer,
      draft,
      posted,
      pay,
      joined: (role) => joined(id, own, role),
      elsewhere: () => officeOf(id, token, own),
    };
  }

  async function joined(id: string, own: FirmTable, role: Role): Promise<Office> {
    const who = await known.person();
    await own.transact([{ kind: 'put', item: { ...memberKey(who.id), role, v: 1 } }]);
    return officeOf(id, who.token, own);
  }
  return { firm, errors, stored };
}
