import { isRefusal, refuse } from '../../domain/kernel/decision.ts';
import { forEachOf } from '../../domain/kernel/for-each-of.ts';
import { changeSettings, type DeskSettings, formOf, movesClocks } from '../../domain/work/cases/desk-settings.ts';
import { queueFor } from '../../domain/work/cases/routing.ts';
import { caseKindCodes } from '../../domain/work/kinds/case-kinds.ts';
import type { Verb } from '../platform/call.ts';
import { commit, Reading } from '../platform/commit.ts';
import { readQueue } from './queue-store.ts';
import { refoldWrite } from './refold-item.ts';
import type { workRoutes } from './routes.ts';
import { currentSettings, settingsKey, settingsValue, settingsVersionKey } from './settings-store.ts';

const wireSettings = (settings: DeskSettings) => ({
  version: settings.version,
  calendar: { ...settings.calendar, alwaysOpen: settings.calendar.alwaysOpen === true },
  targets: settings.targets,
  warnAtPercent: settings.warnAtPercent,
  routing: forEachOf(caseKindCodes, (kind): string => queueFor(kind, settings)),
  forms: forEachOf(caseKindCodes, (kind) => formOf(kind, settings)),
});

/** When the desk is open, and what it promises. */
export const readWorkSettings: Verb<typeof workRoutes.readWorkSettings> = async ({ table, firm, ports }) => {
  const settings = await currentSettings(table, firm, ports);
  return { status: 200, body: wireSettings(settings), version: settings.version };
};

/** Changes them, as they were read. What is open is counted again by a job of its own, and by whatever happens to it before that. */
export const changeWorkSettings: Verb<typeof workRoutes.changeWorkSettings> = async (call) => {
  const seen = new Reading(call.table);
  const before = await currentSettings(seen, call.firm, call.ports);
  // A kind is sent to a queue only while that queue is as it was read.
  const named = [...new Set(Object.values(call.body.routing ?? {}))];
  const queues = (await Promise.all(named.map((code) => readQueue(seen, code)))).filter((queue) => queue !== undefined);
  if (before.version !== call.ifMatch) return refuse('version.stale');
  return commit(call, {
    seen,
    decide: () => {
      const after = changeSettings(before, call.body, queues);
      if (isRefusal(after)) return after;
      const value = settingsValue(after);
      return {
        writes: [
          // The first settings were made from the country and written nowhere: they are kept now for the cases that ended under them.
          ...(before.version === 1 ? [{ kind: 'put' as const, item: { ...settingsVersionKey(1), ...settingsValue(before) } }] : []),
          { kind: 'put', item: { ...settingsKey, ...value } },
          { kind: 'put', item: { ...settingsVersionKey(after.version), ...value } },
          ...(movesClocks(call.body) ? [refoldWrite(after.version, call.now)] : []),
        ],
        happenings: [
          { type: 'work_settings.changed', entity: { kind: 'work-settings', id: 'work-settings', version: after.version }, data: { ...call.body } },
        ],
        answer: { status: 200 as const, body: wireSettings(after), version: after.version },
      };
    },
  });
};
