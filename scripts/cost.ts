// node scripts/cost.ts    writes docs/cost.md from a metered run of the commands (the section `cost` of `npm run bench`).
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { commandCosts } from '../test/bench/command-costs.ts';
import { costPage } from '../test/bench/cost-page.ts';

const file = fileURLToPath(new URL('../docs/cost.md', import.meta.url));
writeFileSync(file, costPage(await commandCosts()));
console.log('docs/cost.md');
