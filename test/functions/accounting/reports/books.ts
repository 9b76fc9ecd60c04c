import { randomBytes } from 'node:crypto';
import type { Context } from 'aws-lambda';
import type { Dimensions } from '../../../../domain/accounting/book.ts';
import { addDimension } from '../../../../functions/accounting/book/change-chart.ts';
import { postEntries } from '../../../../functions/accounting/book/post-entries.ts';
import { postEntry } from '../../../../functions/accounting/book/post-entry.ts';
import { bookRoutes } from '../../../../functions/accounting/book/routes.ts';
import { foundBook } from '../../../../functions/accounting/found-book.ts';
import { closePeriod } from '../../../../functions/accounting/periods/close-period.ts';
import { closeYear } from '../../../../functions/accounting/periods/close-year.ts';
import { periodsRoutes } from '../../../../functions/accounting/periods/routes.ts';
import { reportsRoutes } from '../../../../functions/accounting/reports/routes.ts';
import { reportsVerbs } from '../../../../functions/accounting/reports/verbs.ts';
import { api } from '../../../../functions/platform/http/api.ts';
import type { Ports } from '../../../../functions/platform/ports.ts';
import { randomPool } from '../../../../functions/platform/random-pool.ts';
import { FirmTable } from '../../../../functions/platform/table/firm-table.ts';
import { leadingKeyOf, withLeadingKeys } from '../../../../functions/platform/table/leading-keys.ts';
import type { Table } from '../../../../functions/platform/table/port.ts';
import { localLimiter } from '../../../../infra/local/limiter.ts';
import { jsonLinesLog } from '../../../../infra/local/log.ts';
import { memoryTable } from '../../../../infra/local/table/memory-table.ts';
import { oneRoom } from '../../one-room.ts';
import { type Member, people } from '../../platform/notes/people.ts';
import { contextOf, eventOf } from '../../platform/notes/world.ts';

export const TODAY = '2026-03-16';
const NOW = `${TODAY}T09:00:00.000Z`;

// biome-ignore lint/suspicious/noExplicitAny: tests read answers as they come
export type Json = any;
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: Json;
  readonly bytes: Buffer;
}

const routes = {
  addDimension: bookRoutes.addDimension,
  postEntry: bookRoutes.postEntry,
  postEntries: bookRoutes.postEntries,
  closePeriod: periodsRoutes.closePeriod,
  closeYear: periodsRoutes.closeYear,
  ...reportsRoutes,
};
const verbs = { addDimension, postEntry, postEntries, closePeriod, closeYear, ...reportsVerbs };

/** The API of the books and their reports over one table in memory: a Saudi firm that has posted nothing yet, and its owner. */
export async function books(options: { readonly over?: (table: Table) => Table; readonly founded?: false } = {}) {
  const stored = memoryTable();
  const table = options.over ? options.over(stored) : stored;
  const never = () => Promise.reject(new Error('no test of the reports asks for this'));
  const ports: Ports = {
    table: async (scopes) => withLeadingKeys(table, scopes.map(leadingKeyOf)),
    clock: { now: () => NOW },
    randomBytes: randomPool(),
    blobs: { put: never, get: never, delete: never, read: never, digest: never, uploadUrl: never, downloadUrl: never },
    mail: { send: never },
    limiter: localLimiter(),
    log: jsonLinesLog('error', (line) => process.stderr.write(line)),
    signingKey: randomBytes(32),
    receiptSecret: async () => new Uint8Array(32),
    pagesUrl: 'https://diwan.test',
  };
  const handler = api('accounting', ...oneRoom(routes, verbs), { checkAnswers: true, firmPerMinute: 1_000_000, ports: () => ports });
  const { member, person, joins } = people(table);
  const owner = await member('owner');
  const firmTable = new FirmTable(table, owner.firm);
  await firmTable.transact(await foundBook({ country: 'SA', currency: 'SAR', fiscalYearStart: 1 }));

  async function ask(
    method: string,
    path: string,
    asked: { readonly body?: unknown; readonly as?: Member; readonly language?: 'en' | 'ar' } = {},
  ): Promise<Answered> {
    const { as = owner, body, language = 'en' } = asked;
    const url = path.startsWith('/v1/') ? path : `/v1/firms/${owner.firm}${path}`;
    const raw = await handler(
      eventOf(method, url, { as, ...(body !== undefined && { body }), headers: { 'accept-language': language } }),
      contextOf(29_000) as Context,
    );
    const bytes = Buffer.from(raw.body ?? '', raw.isBase64Encoded ? 'base64' : 'utf8');
    return {
      status: raw.statusCode,
      headers: raw.headers,
      bytes,
      json: /json/.test(raw.headers['content-type'] ?? '') ? JSON.parse(bytes.toString('utf8')) : undefined,
    };
  }
  const get = (path: string, language?: 'en' | 'ar') => ask('GET', path, { ...(language && { language }) });
  async function done(method: string, path: string, body?: unknown): Promise<Json> {
    const { status, json } = await ask(method, path, { body });
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`);
    return json;
  }
  const postAll = (entries: readonly unknown[]) => done('POST', '/entries/batch', { entries });
  return { ask, get, done, postAll, owner, ports, table: firmTable, stored, member, person, joins };
}

type Amount = readonly [account: string, amount: number, more?: { readonly usd?: string; readonly dimensions?: Dimensions; readonly memo?: string }];

/** An entry as it is sent: amounts in whole riyals, debit above zero. */
export const sent = (date: string, memo: string, ...amounts: readonly Amount[]) => ({
  date,
  memo,
  lines: amounts.map(([account, amount, more = {}]) => ({
    account,
    [amount >= 0 ? 'debit' : 'credit']: Math.abs(amount).toFixed(2),
    ...(more.usd && { foreign: { currency: 'USD', amount: more.usd } }),
    ...(more.dimensions && { dimensions: more.dimensions }),
    ...(more.memo && { memo: more.memo }),
  })),
});

/** Accounts of the Saudi chart. */
export const account = {
  cash: '1101',
  bank: '1111',
  clearing: '1118',
  receivable: '1121',
  equipment: '1211',
  depreciated: '1212',
  payable: '2101',
  tax: '2111',
  capital: '3101',
  sales: '4101',
} as const;
