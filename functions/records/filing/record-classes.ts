import { roleNames } from '../../../domain/firms/permissions.ts';
import { isRefusal, refuse, refuseAt } from '../../../domain/kernel/decision.ts';
import { changeClass, type RecordClass } from '../../../domain/records/filing/record-classes.ts';
import { lengthText } from '../../../domain/records/retention/explain-retention.ts';
import type { Verb } from '../../platform/call.ts';
import { commit, Reading } from '../../platform/commit.ts';
import { refoldItem } from '../retention/refold-class.ts';
import { classWrite, readClass, readClasses } from './class-store.ts';
import { filingKeys } from './keys.ts';
import type { filingRoutes } from './routes.ts';

/** Classes that a firm has, with its own. */
const MAX_CLASSES = 100;

const wireClass = ({ code, name, schedule, source, confidential, readers, isShipped, archived, version }: RecordClass) => ({
  code,
  name: { ...name },
  schedule: { ...schedule },
  length: lengthText(schedule),
  source: { ...source },
  confidential,
  readers: [...readers],
  shipped: isShipped,
  archived,
  version,
});

export const listRecordClasses: Verb<typeof filingRoutes.listRecordClasses> = async ({ table, firm, role }) => {
  const classes = [...(await readClasses(table, firm.country)).values()];
  return { status: 200, body: { data: classes.filter(({ readers }) => readers.includes(role)).map(wireClass) } };
};

export const addRecordClass: Verb<typeof filingRoutes.addRecordClass> = async (call) => {
  const { code, name, schedule, source, confidential = false, readers = roleNames } = call.body;
  const seen = new Reading(call.table);
  const [before, all] = await Promise.all([readClass(seen, call.firm.country, code), readClasses(call.table, call.firm.country)]);
  if (before) return refuseAt('/code', 'class.exists');
  if (all.size >= MAX_CLASSES) return refuse('class.full', { maximum: MAX_CLASSES });
  if (!readers.includes('owner')) return refuseAt('/readers', 'class.without_owner');
  const added: RecordClass = {
    code,
    name,
    schedule,
    source,
    confidential,
    readers: roleNames.filter((role) => readers.includes(role)),
    isShipped: false,
    archived: false,
    version: 1,
  };
  return commit(call, {
    seen,
    decide: () => ({
      writes: [classWrite(added)],
      happenings: [
        {
          type: 'record_class.added',
          entity: { kind: 'record-class', id: code, version: 1 },
          data: { months: schedule.months, trigger: schedule.trigger },
        },
      ],
      answer: { status: 201 as const, body: wireClass(added), version: 1 },
    }),
  });
};

/** Changes a class. A longer schedule reaches the records that are filed under it already; none of them is kept shorter by it. */
export const changeRecordClass: Verb<typeof filingRoutes.changeRecordClass> = async (call) => {
  const code = call.params.classCode;
  const seen = new Reading(call.table);
  const [before, filed] = await Promise.all([
    readClass(seen, call.firm.country, code),
    call.table.query({ pk: filingKeys.recordsBy({ by: 'class', value: code, record: '' }).pk, limit: 1 }),
  ]);
  if (!before?.readers.includes(call.role)) return refuse('request.not_found');
  if (before.version !== call.ifMatch) return refuse('version.stale');
  const after = changeClass(before, call.body, filed.items.length > 0);
  if (isRefusal(after)) return after;
  return commit(call, {
    seen,
    decide: () => ({
      writes: [classWrite(after), { kind: 'put', item: refoldItem(code, after.version, call.now) }],
      happenings: [
        {
          type: 'record_class.changed',
          entity: { kind: 'record-class', id: code, version: after.version },
          data: { members: Object.keys(call.body), months: after.schedule.months, trigger: after.schedule.trigger },
        },
      ],
      answer: { status: 200 as const, body: wireClass(after), version: after.version },
    }),
  });
};
