import { requestAccess as decideRequest, type Grant, type GrantAct, grantStates, stepGrant } from '../../../domain/it/access/access.ts';
import { holderKey } from '../../../domain/it/holder.ts';
import { isRefusal, refuse, refuseAt } from '../../../domain/kernel/decision.ts';
import type { FirmCall, Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { csv } from '../../platform/files/csv.ts';
import { CSV_TYPE } from '../../platform/files/file-types.ts';
import type { SheetCell, SheetColumn } from '../../platform/files/sheet.ts';
import { pageBehind, pageOf } from '../../platform/lists/page-of.ts';
import { personOf } from '../../platform/person.ts';
import { eachItem } from '../../platform/table/each-item.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { stored } from '../../platform/table/own-item.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { holderFrom } from '../holders.ts';
import { aboutGrant, grantKey, grantWrites, liveKey, loadGrant, loadSystem, wireGrant } from './access-items.ts';
import { accessKeys } from './keys.ts';
import type { accessRoutes } from './routes.ts';

/** Asks for access. Somebody has a level of a system once, or has asked for it once. */
export const requestAccess: Verb<typeof accessRoutes.requestAccess> = async (call) => {
  const seen = new Reading(call.table);
  const { system: systemId, person, level, until, reason } = call.body;
  const [system, holder] = await Promise.all([loadSystem(seen, systemId), holderFrom(seen, person, '/person')]);
  if (isRefusal(holder)) return holder;
  const one = decideRequest(system, {
    id: call.mint('accessGrant'),
    holder,
    level,
    until,
    note: reason,
    by: personOf(call),
    at: call.now,
    today: call.today,
  });
  if (isRefusal(one)) return one;
  if (await seen.get(liveKey(one))) return refuseAt('/person', 'access.exists', { name: holder.name });
  return commit(call, {
    seen,
    decide: () => ({
      writes: grantWrites(undefined, one, call.firm),
      happenings: [aboutGrant('access.requested', one)],
      answer: { status: 201 as const, body: wireGrant(one, call.today), version: 1 },
    }),
  });
};

export const approveAccess: Verb<typeof accessRoutes.approveAccess> = (call) => step(call, call.params.grantId, 'approve', call.body.note);
export const grantAccess: Verb<typeof accessRoutes.grantAccess> = (call) => step(call, call.params.grantId, 'grant', call.body.note);
export const revokeAccess: Verb<typeof accessRoutes.revokeAccess> = (call) => step(call, call.params.grantId, 'revoke', call.body.reason);

async function step(call: FirmCall, id: string, act: GrantAct, note: string | undefined) {
  const seen = new Reading(call.table);
  const before = await loadGrant(seen, id);
  const system = before && (await loadSystem(seen, before.system));
  if (!before || !system) return refuse('request.not_found');
  const after = stepGrant(before, act, system, {
    by: personOf(call),
    at: call.now,
    ...(note !== undefined && { note }),
    isFirmOwner: call.role === 'owner',
  });
  if (isRefusal(after)) return after;
  return commit(call, {
    seen,
    decide: () => ({
      writes: grantWrites(before, after, call.firm),
      happenings: [aboutGrant(`access.${after.state}`, after)],
      answer: { status: 200 as const, body: wireGrant(after, call.today), version: after.version },
    }),
  });
}

type Which = Omit<Parameters<Verb<typeof accessRoutes.listGrants>>[0]['query'], 'limit' | 'cursor'>;
const personKey = (person: string): string => (person.startsWith('usr_') ? person : holderKey({ name: person }));
const wantedBy =
  ({ system, person, state }: Which) =>
  (one: Grant): boolean =>
    (system === undefined || one.system === system) &&
    (person === undefined || holderKey(one.holder) === personKey(person)) &&
    (state === undefined || one.state === state);

/** Who has what where: of a person or a system from their own partition. */
export const listGrants: Verb<typeof accessRoutes.listGrants> = async (call) => {
  const { system, person } = call.query;
  const wanted = wantedBy(call.query);
  const behind = (pk: string, prefix: string) =>
    pageBehind<Grant>(call, { pk, prefix, descending: true }, (row) => grantKey(row.sk.slice(prefix === 'GRANT#' ? prefix.length : 0)), wanted);
  const page =
    person !== undefined
      ? await behind(accessKeys.grantsOf({ holder: personKey(person), grant: '' }).pk, 'agr_')
      : system !== undefined
        ? await behind(accessKeys.grantsOn({ system, grant: '' }).pk, 'GRANT#')
        : await pageOf<Grant>(call, { ...all, descending: true }, wanted);
  return { status: 200, body: { ...page, data: page.data.map((one) => wireGrant(one, call.today)) } };
};
const all = { index: 'gsi1' as const, pk: accessKeys.grants({ grant: '' }).pk };

export const getGrant: Verb<typeof accessRoutes.getGrant> = async ({ table, params, today }) => {
  const one = await loadGrant(table, params.grantId);
  return one ? { status: 200, body: wireGrant(one, today), version: one.version } : refuse('request.not_found');
};

/** All grants on a system. */
export async function grantsOn(table: FirmTable, system: string): Promise<readonly Grant[]> {
  const { pk } = accessKeys.grantsOn({ system, grant: '' });
  return whole(
    table,
    (await queryAll(table, { pk, prefix: 'GRANT#' })).map(({ sk }) => sk.slice('GRANT#'.length)),
  );
}
/** All grants of somebody. */
export async function grantsOfHolder(table: FirmTable, holder: string): Promise<readonly Grant[]> {
  return whole(
    table,
    (await queryAll(table, { pk: accessKeys.grantsOf({ holder, grant: '' }).pk })).map(({ sk }) => sk),
  );
}
async function whole(table: FirmTable, ids: readonly string[]): Promise<readonly Grant[]> {
  return (await table.batchGet(ids.map(grantKey))).flatMap((item) => (item ? [stored<Grant>(item)] : []));
}

const MAX_EXPORTED = 50_000;
const column = (en: string, ar: string, kind: SheetColumn['kind'] = 'text'): SheetColumn => ({ title: { en, ar }, kind });
const columns = [
  column('System', 'النظام'),
  column('Person', 'الشخص'),
  column('Level', 'المستوى'),
  column('State', 'الحالة'),
  column('Until', 'حتى', 'date'),
  column('Requested by', 'طلبها'),
  column('Approved by', 'اعتمدها'),
  column('Granted by', 'نفذها'),
  column('Granted at', 'وقت التنفيذ'),
  column('Revoked by', 'سحبها'),
  column('Revoked at', 'وقت السحب'),
  column('Reason', 'السبب'),
  column('Case', 'المعاملة'),
];
function cellsOf(one: Grant): readonly SheetCell[] {
  return [
    one.systemName,
    one.holder.name,
    one.level,
    grantStates[one.state],
    one.until === undefined ? null : { date: one.until },
    one.requested.by.name,
    one.approved?.by.name ?? null,
    one.granted?.by.name ?? null,
    one.granted?.at ?? null,
    one.revoked?.by.name ?? null,
    one.revoked?.at ?? null,
    one.revoked?.note ?? one.requested.note ?? null,
    one.case ?? null,
  ];
}
/** The register as a file, in the reader’s language. */
export const exportGrants: Verb<typeof accessRoutes.exportGrants> = async (call) => {
  const wanted = wantedBy(call.query);
  const found: Grant[] = [];
  for await (const item of eachItem(call.table, all)) {
    const one = stored<Grant>(item);
    if (wanted(one)) found.push(one);
    if (found.length === MAX_EXPORTED) break;
  }
  const sheet = {
    name: 'access',
    title: { en: 'Access register', ar: 'سجل الصلاحيات' },
    notes: [],
    columns,
    rows: found.map((one) => ({ cells: cellsOf(one) })),
  };
  return { status: 200, body: null, file: { type: CSV_TYPE, name: 'access.csv', content: csv(sheet, call.language) } };
};
