import type { Book } from '../../../domain/accounting/book.ts';
import * as chart from '../../../domain/accounting/change-account.ts';
import type { Account, DimensionValue } from '../../../domain/accounting/chart-of-accounts.ts';
import { isRefusal, type Outcome, refuse } from '../../../domain/kernel/decision.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit } from '../../platform/commit.ts';
import { accountItem, dimensionItem } from '../book-items.ts';
import { bookSerial } from '../book-store.ts';
import { readBook } from '../read-book.ts';
import { wireAccount } from '../wire-entry.ts';
import type { bookRoutes } from './routes.ts';

type Routes = typeof bookRoutes;

export const listAccounts: Verb<Routes['listAccounts']> = async (call) => {
  const { chart } = await readBook(call);
  const wanted = call.query.archived;
  const accounts = chart.inOrder().filter((account) => wanted === undefined || String(account.archived === true) === wanted);
  return { status: 200, body: { data: accounts.map(wireAccount), has_more: false, next_cursor: null } };
};

export const getAccount: Verb<Routes['getAccount']> = async (call) => {
  const account = (await readBook(call)).chart.accounts.get(call.params.code);
  return account ? { status: 200, body: wireAccount(account), version: account.version } : refuse('request.not_found');
};

export const addAccount: Verb<Routes['addAccount']> = (call) =>
  commitAccount(call, 201, 'account.added', (book) => chart.addAccount(book, call.body));

export const changeAccount: Verb<Routes['changeAccount']> = (call) =>
  commitAccount(call, 200, 'account.changed', (book) =>
    withAccount(book, call.params.code, (account) =>
      account.version === call.ifMatch ? chart.changeAccount(book, account, call.body) : refuse('version.stale'),
    ),
  );

export const archiveAccount: Verb<Routes['archiveAccount']> = (call) =>
  commitAccount(call, 200, 'account.archived', (book) => withAccount(book, call.params.code, (account) => chart.archiveAccount(book, account)));

export const restoreAccount: Verb<Routes['restoreAccount']> = (call) =>
  commitAccount(call, 200, 'account.restored', (book) => withAccount(book, call.params.code, (account) => chart.restoreAccount(book, account)));

export const listDimensions: Verb<Routes['listDimensions']> = async (call) => {
  const { chart } = await readBook(call);
  return { status: 200, body: { data: [...chart.dimensions.values()].map(wireDimension), has_more: false, next_cursor: null } };
};

export const addDimension: Verb<Routes['addDimension']> = (call) =>
  commitDimension(call, 201, 'dimension.added', (book) => chart.addDimensionValue(book, call.body));

export const changeDimension: Verb<Routes['changeDimension']> = (call) =>
  commitDimension(call, 200, 'dimension.changed', (book) => {
    const value = book.chart.dimension(call.params.kind, call.params.value);
    if (!value) return refuse('request.not_found');
    return value.version === call.ifMatch ? chart.changeDimensionValue(book, value, call.body) : refuse('version.stale');
  });

const withAccount = (book: Book, code: string, change: (account: Account) => Outcome<{ book: Book; account: Account }>) => {
  const account = book.chart.accounts.get(code);
  return account ? change(account) : refuse('request.not_found');
};

/** A change of the chart moves the head, so every decision that rests on the older chart is made again. */
function commitAccount<S extends 200 | 201>(
  call: FirmCall,
  status: S,
  type: `account.${string}`,
  change: (book: Book) => Outcome<{ book: Book; account: Account }>,
) {
  return commit(call, {
    serial: bookSerial,
    decide: (book: Book) => {
      const changed = change(book);
      if (isRefusal(changed)) return changed;
      const { account } = changed;
      return {
        state: changed.book,
        writes: [{ kind: 'put', item: accountItem(account) }],
        happenings: [
          {
            type,
            entity: { kind: 'account', id: account.code, version: account.version },
            data: { name: account.name, type: account.type, role: account.role ?? null },
          },
        ],
        answer: { status, body: wireAccount(account), version: account.version },
      };
    },
  });
}

function commitDimension<S extends 200 | 201>(
  call: FirmCall,
  status: S,
  type: `dimension.${string}`,
  change: (book: Book) => Outcome<{ book: Book; value: DimensionValue }>,
) {
  return commit(call, {
    serial: bookSerial,
    decide: (book: Book) => {
      const changed = change(book);
      if (isRefusal(changed)) return changed;
      const { value } = changed;
      return {
        state: changed.book,
        writes: [{ kind: 'put', item: dimensionItem(value) }],
        happenings: [{ type, entity: { kind: 'dimension', id: `${value.kind}/${value.code}`, version: value.version }, data: { name: value.name } }],
        answer: { status, body: wireDimension(value), version: value.version },
      };
    },
  });
}

const wireDimension = ({ kind, code, name, archived, version }: DimensionValue) => ({ kind, code, name, archived: archived === true, version });
