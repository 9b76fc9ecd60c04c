// Bundles every function of the manifest for Lambda and prints what each weighs; fails when one is over its budget.
import { bundleAll, overBudget, table } from './bundle.ts';

const bundles = await bundleAll();
console.log(table(bundles));
const over = overBudget(bundles);
if (over.length > 0) {
  console.error(`\nOver budget: ${over.map(({ name }) => name).join(', ')}. On a cold start, size is time: see scripts/bundle.ts.`);
  process.exit(1);
}
