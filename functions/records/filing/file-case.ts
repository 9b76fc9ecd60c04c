import { hash } from 'node:crypto';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import { addVersion, type FiledRecord, fileRecord } from '../../../domain/records/filing/record.ts';
import { UNFILED_CLASS } from '../../../domain/records/filing/record-classes.ts';
import type { Case } from '../../../domain/work/cases/case.ts';
import { type DueCall, dueCall } from '../../firms/when-due.ts';
import type { DueHandler } from '../../platform/ports.ts';
import { queryAll } from '../../platform/table/query-all.ts';
import { commentOf, storedCaseOf } from '../../work/case-items.ts';
import { decisionsKeys } from '../../work/decisions/keys.ts';
import { requestOf } from '../../work/decisions/request-items.ts';
import { workKeys } from '../../work/keys.ts';
import { settle } from '../retention/as-system.ts';
import { caseText } from './case-text.ts';
import { readClass } from './class-store.ts';
import { filingKeys } from './keys.ts';
import { recordOf, recordWrites, versionBlob, versionWrites } from './record-items.ts';

const FILED_BY = { id: null, name: 'Diwan' } as const;

/** A closed case leaves a record of what was asked, said and decided. Its bytes are stored before the record names them; a repeat stores the same. */
export const fileCase: DueHandler = async (due, item, ports) => {
  const system = await dueCall(due, ports);
  if (!system) return;
  const caseId = String(item.case);
  const found = await system.table.get(workKeys.case({ case: caseId }));
  if (!found) return;
  const one = storedCaseOf(found).case;
  const content = new TextEncoder().encode(await textOf(system, one));
  const version = {
    id: system.mint('recordVersion'),
    name: `${one.number}.txt`,
    type: 'text/plain',
    bytes: content.length,
    sha256: hash('sha256', content, 'hex'),
    by: FILED_BY,
    at: system.now,
  };
  const id = system.mint('record');
  let isFiled = false;
  await ports.blobs.put(versionBlob(system.firm.id, version.id), content, version.type);
  await settle(system, async (seen) => {
    isFiled = false;
    const key = filingKeys.ofCase({ case: caseId });
    const present = await seen.get(key);
    if (!present || present.duesk !== item.duesk) return undefined;
    const stored = typeof present.record === 'string' ? await seen.get(filingKeys.record({ record: present.record })) : undefined;
    const before = stored && recordOf(stored);
    const of =
      (await readClass(seen, system.firm.country, before?.class ?? String(item.class))) ??
      (await readClass(seen, system.firm.country, UNFILED_CLASS));
    if (!of) return undefined;
    const added = before && addVersion(before, version);
    const after: FiledRecord =
      added && !isRefusal(added)
        ? added
        : fileRecord(
            {
              id,
              title: `#${one.number} ${one.title}`.slice(0, 200),
              tags: one.tags.slice(0, 12),
              confidential: false,
              links: [{ kind: 'case', id: one.id }],
              ...(one.contact !== undefined && { contact: one.contact }),
              eventDate: system.today,
            },
            of,
            version,
            { today: system.today, fiscalYearStart: system.firm.fiscalYearStart },
          );
    const isNew = after.id === id;
    isFiled = true;
    return {
      writes: [
        ...recordWrites(isNew ? undefined : before, after),
        ...versionWrites(after.id, version, undefined, system.now),
        { kind: 'put', item: { ...key, v: Number(present.v) + 1, case: caseId, class: after.class, record: after.id } },
      ],
      happenings: [
        {
          type: isNew ? 'record.filed' : 'record.version_added',
          entity: { kind: 'record', id: after.id, version: after.version },
          data: {
            class: after.class,
            version: version.id,
            sha256: version.sha256,
            bytes: version.bytes,
            case: caseId,
            retainUntil: after.retainUntil ?? null,
          },
        },
      ],
    };
  });
  if (!isFiled) await ports.blobs.delete(versionBlob(system.firm.id, version.id));
};

async function textOf({ table, firm }: DueCall, one: Case): Promise<string> {
  const { pk, sk: prefix } = workKeys.comment({ case: one.id, comment: '' });
  const { pk: about } = decisionsKeys.requestsAbout({ kind: 'case', subject: one.id, request: '' });
  const [comments, asked] = await Promise.all([queryAll(table, { pk, prefix }), queryAll(table, { pk: about })]);
  const requests = await table.batchGet(asked.map(({ sk }) => decisionsKeys.request({ request: sk })));
  return caseText(
    one,
    comments.map(commentOf),
    requests.flatMap((item) => (item ? [requestOf(item)] : [])),
    firm.name,
  );
}
