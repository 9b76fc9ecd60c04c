import type { Grant } from '../../../domain/it/access/access.ts';
import type { Leaver, LeaverFact, LeaverLine } from '../../../domain/it/access/leaver.ts';
import type { Asset } from '../../../domain/it/assets/asset.ts';
import type { HandOver } from '../../../domain/it/assets/hand-over.ts';
import { type Holder, holderKey } from '../../../domain/it/holder.ts';
import type { Licence } from '../../../domain/it/licences/licence.ts';
import { activeStates } from '../../../domain/work/kinds/states.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { stored } from '../../platform/table/own-item.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { storedCaseOf } from '../../work/case-items.ts';
import { decisionsKeys } from '../../work/decisions/keys.ts';
import { delegationOf, requestOf } from '../../work/decisions/request-items.ts';
import { workKeys } from '../../work/keys.ts';
import { loadAsset, loadHandOver } from '../assets/asset-items.ts';
import { assetsKeys } from '../assets/keys.ts';
import { licencesKeys } from '../licences/keys.ts';
import { licenceKey } from '../licences/licence-items.ts';
import { loadSeat } from '../licences/seats.ts';
import { loadGrant } from './access-items.ts';
import { grantsOfHolder } from './grants.ts';

/** Everything that somebody has in the firm as it is now: in custody, on seats, by access, in their own or another's name, on their desk. */
export async function factsOf(table: FirmTable, person: Holder, today: string, own: string | undefined): Promise<readonly LeaverFact[]> {
  const holder = holderKey(person);
  const { user } = person;
  const found = await Promise.all([
    assetFacts(table, holder),
    handOverFacts(table, holder),
    seatFacts(table, holder),
    accessFacts(table, holder),
    user === undefined ? [] : delegationFacts(table, user, today),
    user === undefined ? [] : approvalFacts(table, user),
    user === undefined ? [] : caseFacts(table, user, own),
  ]);
  return found.flat();
}

async function assetFacts(table: FirmTable, holder: string): Promise<readonly LeaverFact[]> {
  const rows = await queryAll(table, { pk: assetsKeys.custody({ holder, asset: '' }).pk });
  const items = await table.batchGet(rows.map(({ sk }) => assetsKeys.asset({ asset: sk })));
  return items
    .flatMap((item) => (item ? [stored<Asset>(item)] : []))
    .map(({ id, tag, name }) => ({ kind: 'asset', ref: id, label: `${name} (${tag})` }));
}

async function handOverFacts(table: FirmTable, holder: string): Promise<readonly LeaverFact[]> {
  const rows = await queryAll(table, { pk: assetsKeys.toAccept({ holder, handOver: '' }).pk });
  const items = await table.batchGet(rows.map(({ sk }) => assetsKeys.handOver({ handOver: sk })));
  return items
    .flatMap((item) => (item ? [stored<HandOver>(item)] : []))
    .map(({ id, assets }) => ({ kind: 'hand-over', ref: id, label: assets.map(({ tag, name }) => `${name} (${tag})`).join('، ') }));
}

async function seatFacts(table: FirmTable, holder: string): Promise<readonly LeaverFact[]> {
  const rows = await queryAll(table, { pk: licencesKeys.seatsOf({ holder, licence: '' }).pk });
  const items = await table.batchGet(rows.map(({ sk }) => licenceKey(sk)));
  return rows.map((row, i) => {
    const item = items[i];
    return { kind: 'seat', ref: String(row.seat), label: item ? stored<Licence>(item).product : row.sk, within: row.sk };
  });
}

async function accessFacts(table: FirmTable, holder: string): Promise<readonly LeaverFact[]> {
  const live = (await grantsOfHolder(table, holder)).filter(({ state }) => state !== 'revoked');
  return live.map(({ id, systemName, level }: Grant) => ({ kind: 'access', ref: id, label: `${systemName}: ${level}` }));
}

async function delegationFacts(table: FirmTable, user: string, today: string): Promise<readonly LeaverFact[]> {
  const all = (await queryAll(table, { pk: decisionsKeys.delegation({ delegation: '' }).pk })).map(delegationOf);
  return all
    .filter(({ person, to, until }) => (person.id === user || to.id === user) && until >= today)
    .map(({ id, person, to, until }) => ({ kind: 'delegation', ref: id, label: `${person.name} ← ${to.name} (${until})` }));
}

async function approvalFacts(table: FirmTable, user: string): Promise<readonly LeaverFact[]> {
  const rows = await queryAll(table, { pk: decisionsKeys.waitingFor({ user, request: '' }).pk });
  const items = await table.batchGet(rows.map(({ request }) => decisionsKeys.request({ request: String(request) })));
  return items.flatMap((item) => (item ? [requestOf(item)] : [])).map(({ id, subject }) => ({ kind: 'approval', ref: id, label: subject.title }));
}

/** Cases on their desk; the clearance's own is no fact of it. */
async function caseFacts(table: FirmTable, user: string, own: string | undefined): Promise<readonly LeaverFact[]> {
  const rows = await Promise.all(activeStates.map((state) => queryAll(table, { pk: workKeys.casesOfPerson({ user, state, case: '' }).pk })));
  const ids = rows.flat().map(({ sk }) => sk);
  const items = await table.batchGet(ids.filter((id) => id !== own).map((id) => workKeys.case({ case: id })));
  return items
    .flatMap((item) => (item ? [storedCaseOf(item).case] : []))
    .map(({ id, number, title }) => ({ kind: 'case', ref: id, label: `#${number} ${title}` }));
}

/** Whether what is named shows that a line is settled: the thing itself says so, not whoever names it. */
export async function proves(table: FirmTable, { person }: Pick<Leaver, 'person'>, line: LeaverLine, evidence: string): Promise<boolean> {
  const holder = holderKey(person);
  switch (line.kind) {
    case 'asset': {
      const [asset, record] = await Promise.all([loadAsset(table, line.ref), loadHandOver(table, evidence)]);
      const held = asset?.custodian !== undefined && holderKey(asset.custodian) === holder;
      return !held && record?.kind === 'return' && holderKey(record.holder) === holder && record.assets.some((each) => each.asset === line.ref);
    }
    case 'hand-over': {
      const record = await loadHandOver(table, line.ref);
      return evidence === line.ref && record !== undefined && record.state !== 'pending';
    }
    case 'seat':
      return evidence === line.ref && (await loadSeat(table, line.within ?? '', line.ref))?.releasedAt !== undefined;
    case 'access':
      return evidence === line.ref && (await loadGrant(table, line.ref))?.state === 'revoked';
    case 'delegation':
      return evidence === line.ref && (await table.get(decisionsKeys.delegation({ delegation: line.ref }))) === undefined;
    case 'approval': {
      const item = await table.get(decisionsKeys.request({ request: line.ref }));
      return evidence === line.ref && person.user !== undefined && item !== undefined && !(await isAwaited(table, person.user, line.ref));
    }
    case 'case': {
      const item = await table.get(workKeys.case({ case: line.ref }));
      const one = item && storedCaseOf(item).case;
      const isTheirs = one?.assignee?.id === person.user && (activeStates as readonly string[]).includes(one?.state ?? '');
      return evidence === line.ref && one !== undefined && !isTheirs;
    }
    default:
      line.kind satisfies never;
      return false;
  }
}

async function isAwaited(table: FirmTable, user: string, request: string): Promise<boolean> {
  const rows = await queryAll(table, { pk: decisionsKeys.waitingFor({ user, request: '' }).pk });
  return rows.some((row) => row.request === request);
}

/** What could show it: of an asset its latest return, of anything else the thing itself. */
export async function proofOf(table: FirmTable, leaver: Leaver, line: LeaverLine): Promise<string | undefined> {
  const candidate = line.kind === 'asset' ? await latestRecordOf(table, line.ref) : line.ref;
  return candidate !== undefined && (await proves(table, leaver, line, candidate)) ? candidate : undefined;
}

async function latestRecordOf(table: FirmTable, asset: string): Promise<string | undefined> {
  const { pk } = assetsKeys.asset({ asset });
  const prefix = 'HAND-OVER#';
  const page = await table.query({ pk, prefix, descending: true, limit: 20 });
  const items = await table.batchGet(page.items.map(({ sk }) => assetsKeys.handOver({ handOver: sk.slice(prefix.length) })));
  return items.flatMap((item) => (item ? [stored<HandOver>(item)] : [])).find(({ kind }) => kind === 'return')?.id;
}
