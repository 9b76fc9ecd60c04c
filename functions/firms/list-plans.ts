import { planNames, planOf } from '../../domain/firms/plans.ts';
import type { Verb } from '../platform/call.ts';
import type { firmsRoutes } from './routes.ts';

/** The plans as the pricing page shows them. */
export const listPlans: Verb<typeof firmsRoutes.listPlans> = async () => {
  const data = planNames.map((id) => {
    const { name, tagline, trialDays, forBusinesses, pricePerMonth, limits, features } = planOf(id);
    return {
      id,
      name: { ...name },
      tagline: { ...tagline },
      ...(trialDays !== undefined && { trialDays }),
      forBusinesses,
      pricePerMonth: { ...pricePerMonth },
      limits: { ...limits },
      features: features.map((feature) => ({ ...feature })),
    };
  });
  return { status: 200, body: { data }, headers: { 'cache-control': 'public, max-age=300' } };
};
