import { type Grant, hasRunOut } from '../../../domain/it/access/access.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import { openCase } from '../../../domain/work/cases/open-case.ts';
import { queueFor } from '../../../domain/work/cases/routing.ts';
import { commitDue, whenDue } from '../../firms/when-due.ts';
import { caseWrites } from '../../work/case-items.ts';
import { happened } from '../../work/change-case.ts';
import { caseNumbers } from '../../work/open-case.ts';
import { readQueue } from '../../work/queue-store.ts';
import { currentSettings } from '../../work/settings-store.ts';
import { aboutGrant, grantWrites, loadGrant, loadSystem } from './access-items.ts';

const titles = { en: 'Revoke access: {person}, {system}', ar: 'سحب صلاحية: {person}، {system}' } as const;

/** Access has run out: it is flagged, and a case opened to take it back. The register never lets go of it by itself. */
export const expireAccess = whenDue(async (call, item) => {
  const { ports, firm, now, today, mint, seen } = call;
  const id = String(item.id);
  const before = await loadGrant(seen, id);
  if (!before || !hasRunOut(before, today)) return;
  const system = await loadSystem(seen, before.system);
  const settings = await currentSettings(seen, firm, ports);
  const routed = queueFor('service-request', settings);
  const queue = await readQueue(seen, routed);
  const caseId = mint('case');
  const title = titles[firm.language].replace('{person}', before.holder.name).replace('{system}', before.systemName).slice(0, 200);
  const outcome = await commitDue(call, {
    serial: caseNumbers,
    decide: ({ last }) => {
      const act = openCase(
        { kind: 'service-request', title, description: `${before.level} · ${before.until ?? ''}`, fields: {}, urgency: 'high' },
        {
          id: caseId,
          number: last + 1,
          by: system?.owner ?? before.requested.by,
          at: now,
          settings: settings.version,
          queues: queue ? [{ ...queue, archived: false }] : [],
          routed,
          contact: undefined,
        },
      );
      if (isRefusal(act)) return act;
      const after: Grant = { ...before, expiredAt: now, expiryCase: caseId, version: before.version + 1 };
      return {
        state: { last: last + 1 },
        writes: [...grantWrites(before, after, firm), ...caseWrites(undefined, act.case, settings, now)],
        happenings: [happened(act), aboutGrant('access.expired', after)],
        answer: undefined,
      };
    },
  });
  if (isRefusal(outcome)) throw new Error(`no case for grant ${id}: ${outcome.refused}`);
});
