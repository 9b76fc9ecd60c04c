import type { HandOver } from '../../../domain/it/assets/hand-over.ts';
import { refuse } from '../../../domain/kernel/decision.ts';
import type { Verb } from '../../platform/call.ts';
import { pageBehind, pageOf } from '../../platform/lists/page-of.ts';
import { loadHandOver, wireHandOver } from './asset-items.ts';
import { assetsKeys } from './keys.ts';
import type { assetsRoutes } from './routes.ts';

/** Hand-overs and returns, newest first; what waits for the caller from their own partition. */
export const listHandOvers: Verb<typeof assetsRoutes.listHandOvers> = async (call) => {
  const { state, to } = call.query;
  const wanted = (one: HandOver) => state === undefined || one.state === state;
  const page =
    to === 'me' && state === 'pending'
      ? await pageBehind<HandOver>(
          call,
          { pk: assetsKeys.toAccept({ holder: call.caller.user.id, handOver: '' }).pk, descending: true },
          (row) => assetsKeys.handOver({ handOver: row.sk }),
          wanted,
        )
      : await pageOf<HandOver>(
          call,
          { index: 'gsi1', pk: assetsKeys.handOvers({ handOver: '' }).pk, descending: true },
          (one) => wanted(one) && (to === undefined || one.holder.user === call.caller.user.id),
        );
  return { status: 200, body: { ...page, data: page.data.map(wireHandOver) } };
};

export const getHandOver: Verb<typeof assetsRoutes.getHandOver> = async ({ table, params }) => {
  const one = await loadHandOver(table, params.handOverId);
  return one ? { status: 200, body: wireHandOver(one), version: one.version } : refuse('request.not_found');
};
