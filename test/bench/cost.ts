import { commandCosts } from './command-costs.ts';
import type { Section } from './figure.ts';
import { priceOf, prices } from './prices.ts';

export const cost: Section = {
  name: 'cost',
  about: `what a command costs on DynamoDB on demand (${prices.region}, prices of ${prices.asOf}): see docs/cost.md`,
  measure: async () =>
    (await commandCosts()).map((command) => ({
      name: command.command,
      value: priceOf(command) * 1_000_000,
      unit: '$ a million',
      note: `${command.read} read units, ${command.write} write units`,
    })),
};
