import { isRefusal, type Outcome } from '../../domain/kernel/decision.ts';
import type { Id } from '../../domain/kernel/ids.ts';
import { sayRefusal } from '../../domain/refusal-words.ts';
import { tagCase } from '../../domain/work/cases/tag-case.ts';
import type { FirmCall, Verb } from '../platform/call.ts';
import { commit } from '../platform/commit.ts';
import { AnsweredMeanwhile } from '../platform/commit-outcome.ts';
import { untilSettled } from '../platform/http/retry.ts';
import { idempotencyKey } from '../platform/idempotency-record.ts';
import type { Item } from '../platform/table/port.ts';
import { assigning } from './assign-case.ts';
import { changeCase } from './change-case.ts';
import { moving } from './move-case.ts';
import type { workRoutes } from './routes.ts';

type Bulk = Parameters<Verb<typeof workRoutes.bulkCases>>[0];
type Answered = { readonly version: number };

/**
 * Up to fifty cases, each decided and committed for itself; together they share transactions where they fit. With an Idempotency-Key each case keeps its own
 * answer under it, so that a repeat after a crash goes on where the first stopped.
 */
export const bulkCases: Verb<typeof workRoutes.bulkCases> = async (call) => {
  const outcomes = await Promise.all(call.body.ids.map((id) => decideOne(call, id)));
  const results = outcomes.map((outcome, i) => resultOf(call, i, outcome));
  const done = results.filter((result) => result.done).length;
  const answer = { status: 200 as const, body: { results, done, refused: results.length - done } };
  return call.idempotency ? commit(call, { decide: () => ({ writes: [], happenings: [], answer }) }) : answer;
};

async function decideOne(call: Bulk, id: Id<'case'>): Promise<Outcome<Answered>> {
  const { idempotency } = call;
  const own = idempotency && { ...idempotency, key: `${idempotency.key}#${id}` };
  const alone: Bulk = { ...call, idempotency: own };
  const before = own && (await call.table.get(idempotencyKey(own.route, own.key)));
  if (before) return answered(before);
  try {
    return await untilSettled(
      () => changeCase(alone, id, decisionOf(call)),
      () => undefined,
    );
  } catch (thrown) {
    if (thrown instanceof AnsweredMeanwhile) return answered(thrown.stored);
    throw thrown;
  }
}

const answered = (item: Item): Answered => ({ version: Number(item.version) });

function decisionOf(call: Bulk): Parameters<typeof changeCase>[2] {
  const { body } = call;
  switch (body.act) {
    case 'assign':
      return assigning(call, body);
    case 'move':
      return moving(call, body);
    case 'tag':
      return (before) => acted(tagCase(before, body, call.now));
  }
}

const acted = <A>(act: Outcome<A>): Outcome<{ readonly act: A }> => (isRefusal(act) ? act : { act });

function resultOf({ body, language }: Pick<FirmCall, 'language'> & Pick<Bulk, 'body'>, i: number, outcome: Outcome<Answered>) {
  const id = body.ids[i];
  if (id === undefined) throw new Error('an outcome for each case');
  if (!isRefusal(outcome)) return { id, done: true, version: outcome.version, code: null, message: null };
  return { id, done: false, version: null, code: outcome.refused, message: sayRefusal(outcome.refused, outcome.values, language) };
}
