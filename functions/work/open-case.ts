import { isRefusal, refuse } from '../../domain/kernel/decision.ts';
import { whyNotFields } from '../../domain/work/cases/case-form.ts';
import { formOf } from '../../domain/work/cases/desk-settings.ts';
import { openCase as decideOpening } from '../../domain/work/cases/open-case.ts';
import { queueFor } from '../../domain/work/cases/routing.ts';
import { kindOf } from '../../domain/work/kinds/case-kinds.ts';
import { loadContact } from '../accounting/invoicing/load-documents.ts';
import type { Verb } from '../platform/call.ts';
import { commit, Reading } from '../platform/commit.ts';
import type { Serial } from '../platform/firm-log.ts';
import { once } from '../platform/once.ts';
import { personOf } from '../platform/person.ts';
import { caseWrites } from './case-items.ts';
import { happened } from './change-case.ts';
import { workKeys } from './keys.ts';
import { readQueue } from './queue-store.ts';
import type { workRoutes } from './routes.ts';
import { currentSettings } from './settings-store.ts';
import { wireCase } from './wire-case.ts';

/** Opens a case. Its number is taken in the commit that makes it: one that is not made leaves no gap. */
export const openCase: Verb<typeof workRoutes.openCase> = async (call) => {
  const seen = new Reading(call.table);
  const { body } = call;
  const settings = await currentSettings(seen, call.firm, call.ports);
  const routed = queueFor(body.kind, settings);
  const faults = whyNotFields(body.kind, formOf(body.kind, settings), body.fields ?? {});
  if (faults.length > 0) return refuse('request.invalid', undefined, faults);
  const [queue, contact] = await Promise.all([
    readQueue(seen, body.queue ?? routed),
    body.contact === undefined ? undefined : loadContact(seen, body.contact),
  ]);
  const asking = kindOf(body.kind).approval && (await (await onOpening()).askOnOpening(call, settings));
  const id = call.mint('case');
  return commit(call, {
    seen,
    serial: caseNumbers,
    decide: ({ last }) => {
      const number = last + 1;
      const act = decideOpening(
        { ...body, fields: body.fields ?? {} },
        {
          id,
          number,
          by: personOf(call),
          at: call.now,
          settings: settings.version,
          queues: queue ? [queue] : [],
          routed,
          contact,
        },
      );
      if (isRefusal(act)) return act;
      const asked = asking?.(act) ?? { act, writes: [], happenings: [] };
      const opened = asked.act.case;
      return {
        state: { last: number },
        writes: [...caseWrites(undefined, opened, settings, call.now), ...asked.writes],
        happenings: [happened(act), ...asked.happenings],
        answer: { status: 201 as const, body: wireCase(call, opened, settings), version: opened.version },
      };
    },
  });
};

/** The numbers of a firm’s cases, taken one after the other. */
export const caseNumbers: Serial<{ readonly last: number }> = {
  name: 'case-numbers',
  async load(table) {
    const item = await table.get(workKeys.caseCounter());
    return { last: Number(item?.last ?? 0) };
  },
  move: (from, to) => ({
    kind: 'put',
    item: { ...workKeys.caseCounter(), last: to.last },
    when: from.last === 0 ? { exists: false } : { equals: ['last', from.last] },
  }),
};

/** Read with the first case that has to be approved. */
const onOpening = once(() => import('./decisions/ask-on-opening.ts'));
