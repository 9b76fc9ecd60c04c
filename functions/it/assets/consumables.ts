import { addToStock, type Consumable, crosses, takeFromStock } from '../../../domain/it/assets/consumable.ts';
import { lowStockMail } from '../../../domain/it/assets/mails.ts';
import type { Holder } from '../../../domain/it/holder.ts';
import { isRefusal, type Outcome, refuse, refuseAt } from '../../../domain/kernel/decision.ts';
import { foldedKey } from '../../../domain/kernel/fold.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import type { Serial } from '../../platform/firm-log.ts';
import { pageBehind, pageOf } from '../../platform/lists/page-of.ts';
import { personOf, wirePerson } from '../../platform/person.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { plain, stored } from '../../platform/table/own-item.ts';
import { holderFrom, wireHolder } from '../holders.ts';
import { tell } from '../mails.ts';
import { assetsKeys } from './keys.ts';
import type { assetsRoutes } from './routes.ts';

interface Stock {
  readonly stock: number;
}
interface StockMove {
  readonly id: string;
  readonly kind: 'issued' | 'restocked';
  readonly quantity: number;
  readonly stock: number;
  readonly to?: Holder;
  readonly note?: string;
  readonly by: { readonly id: `usr_${string}`; readonly name: string };
  readonly at: string;
}
const key = (id: string) => assetsKeys.consumable({ consumable: id });
const itemOf = ({ version, ...rest }: Consumable) => ({ ...key(rest.id), ...plain(rest), v: version });
const wire = ({ id, name, unit, location, lowAt, version }: Consumable, stock: number) => ({
  id,
  name,
  unit,
  location: location ?? null,
  stock,
  lowAt,
  low: stock <= lowAt,
  version,
});
const about = (type: `consumable.${string}`, { id, name, version }: Consumable, data: object = {}) => ({
  type,
  entity: { kind: 'consumable', id, version },
  data: { name, ...data },
});
async function load(from: Pick<FirmTable, 'get'> | Reading, id: string): Promise<Consumable | undefined> {
  const item = await from.get(key(id));
  return item && stored<Consumable>(item);
}
const stockOf = async (table: FirmTable, id: string): Promise<number> => Number((await table.get(assetsKeys.stock({ consumable: id })))?.stock ?? 0);

/** Adds an item with what is there of it. */
export const addConsumable: Verb<typeof assetsRoutes.addConsumable> = async (call) => {
  const seen = new Reading(call.table);
  const { stock, ...facts } = call.body;
  const row = assetsKeys.consumables({ name: foldedKey(facts.name) });
  if (await seen.get(row)) return refuseAt('/name', 'consumable.exists', { name: facts.name });
  const one: Consumable = { ...facts, id: call.mint('consumable'), createdAt: call.now, version: 1 };
  return commit(call, {
    seen,
    decide: () => ({
      writes: [
        { kind: 'put', item: itemOf(one) },
        { kind: 'put', item: { ...row, v: 1, consumable: one.id } },
        { kind: 'put', item: { ...assetsKeys.stock({ consumable: one.id }), stock } },
      ],
      happenings: [about('consumable.added', one, { stock })],
      answer: { status: 201 as const, body: wire(one, stock), version: 1 },
    }),
  });
};

/** Consumables by name, each with its stock now. */
export const listConsumables: Verb<typeof assetsRoutes.listConsumables> = async (call) => {
  const query = { pk: assetsKeys.consumables({ name: '' }).pk };
  const page = await pageBehind<Consumable>(call, query, (row) => key(String(row.consumable)));
  const stocks = await call.table.batchGet(page.data.map(({ id }) => assetsKeys.stock({ consumable: id })));
  return { status: 200, body: { ...page, data: page.data.map((one, i) => wire(one, Number(stocks[i]?.stock ?? 0))) } };
};

export const changeConsumable: Verb<typeof assetsRoutes.changeConsumable> = async (call) => {
  const seen = new Reading(call.table);
  const before = await load(seen, call.params.consumableId);
  if (!before) return refuse('request.not_found');
  if (before.version !== call.ifMatch) return refuse('version.stale');
  const { unit = before.unit, lowAt = before.lowAt, location = before.location } = call.body;
  const { location: _, ...rest } = before;
  const after: Consumable = { ...rest, unit, lowAt, ...(typeof location === 'string' && { location }), version: before.version + 1 };
  const stock = await stockOf(call.table, before.id);
  return commit(call, {
    seen,
    decide: () => ({
      writes: [{ kind: 'put', item: itemOf(after) }],
      happenings: [about('consumable.changed', after, { unit, lowAt })],
      answer: { status: 200 as const, body: wire(after, stock), version: after.version },
    }),
  });
};

/** Issues from the stock: never more than there is, whoever else issues at the same time. */
export const issueConsumable: Verb<typeof assetsRoutes.issueConsumable> = async (call) => {
  const { quantity, to, note } = call.body;
  return moveStock(call, call.params.consumableId, async (seen) => {
    const holder = await holderFrom(seen, to, '/to');
    if (isRefusal(holder)) return holder;
    return { kind: 'issued', quantity, to: holder, note, after: (stock) => takeFromStock(stock, quantity) };
  });
};

export const restockConsumable: Verb<typeof assetsRoutes.restockConsumable> = async (call) => {
  const { quantity, note } = call.body;
  return moveStock(call, call.params.consumableId, async () => ({
    kind: 'restocked',
    quantity,
    note,
    after: (stock) => addToStock(stock, quantity),
  }));
};

interface Step {
  readonly kind: StockMove['kind'];
  readonly quantity: number;
  readonly to?: Holder;
  readonly note: string | undefined;
  readonly after: (stock: number) => Outcome<number>;
}
async function moveStock(call: FirmCall, id: string, stepOf: (seen: Reading) => Promise<Outcome<Step>>) {
  const seen = new Reading(call.table);
  const one = await load(seen, id);
  if (!one) return refuse('request.not_found');
  const step = await stepOf(seen);
  if (isRefusal(step)) return step;
  const { kind, quantity, to, note } = step;
  const moveId = call.mint('job').replace('job_', '');
  const now = await stockOf(call.table, id);
  const letters = async (stock: number) =>
    tell(call, { permission: 'asset.manage' }, lowStockMail, { item: one.name, stock, lowAt: one.lowAt }, '/consumables');
  // Mails are written before the decision, which may not wait: made ready for the case that it crosses.
  const mails = kind === 'issued' ? await letters(Math.max(0, now - quantity)) : [];
  return commit(call, {
    seen,
    serial: stockSerial(id),
    decide: ({ stock }) => {
      const after = step.after(stock);
      if (isRefusal(after)) return after;
      const move: StockMove = {
        id: moveId,
        kind,
        quantity,
        stock: after,
        ...(to && { to }),
        ...(note !== undefined && { note }),
        by: personOf(call),
        at: call.now,
      };
      return {
        state: { stock: after },
        writes: [
          { kind: 'put' as const, item: { ...assetsKeys.stockMove({ consumable: id, move: moveId }), ...plain(move) } },
          ...(crosses(stock, after, one.lowAt) ? mails : []),
        ],
        happenings: [about(`consumable.${kind}`, one, { quantity, stock: after, ...(to && { holder: to }) })],
        answer: { status: 200 as const, body: wire(one, after), version: one.version },
      };
    },
  });
}

const MAX_SERIALS = 1_000;
const serials = new Map<string, Serial<Stock>>();
/** The stock of one consumable as a log of its own: those who issue at the same time are taken in turn. */
function stockSerial(id: string): Serial<Stock> {
  const known = serials.get(id);
  if (known) return known;
  if (serials.size >= MAX_SERIALS) serials.clear();
  const at = assetsKeys.stock({ consumable: id });
  const serial: Serial<Stock> = {
    name: `stock ${id}`,
    async load(table) {
      return { stock: await stockOf(table, id) };
    },
    move: (from, to) => ({ kind: 'put', item: { ...at, stock: to.stock }, when: { equals: ['stock', from.stock] } }),
  };
  serials.set(id, serial);
  return serial;
}

export const listStockMoves: Verb<typeof assetsRoutes.listStockMoves> = async (call) => {
  const { consumableId: consumable } = call.params;
  if (!(await load(call.table, consumable))) return refuse('request.not_found');
  const page = await pageOf<StockMove>(call, { pk: key(consumable).pk, prefix: 'MOVE#', descending: true });
  const data = page.data.map(({ id, kind, quantity, stock, to, note, by, at }) => ({
    id,
    kind,
    quantity,
    stock,
    to: to ? wireHolder(to) : null,
    note: note ?? null,
    by: wirePerson(by),
    at,
  }));
  return { status: 200, body: { ...page, data } };
};
