import { refuse } from '../../domain/kernel/decision.ts';
import { clockPolicy } from '../../domain/work/cases/clock-policy.ts';
import { clockFigures, foldClock } from '../../domain/work/clocks/clock.ts';
import { explainClock as explain } from '../../domain/work/clocks/explain.ts';
import type { Verb } from '../platform/call.ts';
import { loadCase } from './change-case.ts';
import type { workRoutes } from './routes.ts';
import { currentSettings, settingsOf } from './settings-store.ts';

/** Why a clock is due when it is. */
export const explainClock: Verb<typeof workRoutes.explainClock> = async (call) => {
  const { caseId, clock: name } = call.params;
  const [stored, current] = await Promise.all([loadCase(call.table, caseId), currentSettings(call.table, call.firm, call.ports)]);
  if (!stored) return refuse('request.not_found');
  const { kind, clockLog } = stored.case;
  const settings = await settingsOf(stored.case, current, call.table, call.firm, call.ports);
  const policy = clockPolicy(kind, settings);
  const clock = foldClock(name, clockLog, policy, settings.calendar, call.now);
  if (!clock) return refuse('request.not_found');
  const lines = explain(name, clockLog, policy, settings.calendar, call.now);
  return {
    status: 200,
    body: { clock: clockFigures(clock), targetMinutes: clock.targetMinutes, lines: lines.map((line) => ({ ...line, why: { ...line.why } })) },
  };
};
