// npm run bench                        every section
// npm run bench -- --only post,batch   some of them
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { batch } from './batch.ts';
import { bundles } from './bundles.ts';
import { cost } from './cost.ts';
import { desk } from './desk.ts';
import { due } from './due.ts';
import { type Figure, isMet, printed, type Section } from './figure.ts';
import { importing } from './import.ts';
import { post } from './post.ts';
import { search } from './search.ts';
import { start } from './start.ts';
import { trialBalance } from './trial-balance.ts';
import { uploading } from './upload.ts';

const sections: readonly Section[] = [post, batch, trialBalance, importing, desk, due, search, start, bundles, cost, uploading];

const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } } });
const wanted = values.only?.split(',') ?? sections.map(({ name }) => name);
const unknown = wanted.filter((name) => !sections.some((section) => section.name === name));
if (values.help || unknown.length > 0) {
  console.log(`npm run bench -- [--only ${sections.map(({ name }) => name).join(',')}]`);
  process.exit(unknown.length > 0 ? 2 : 0);
}

const load = (): string =>
  loadavg()
    .map((average) => average.toFixed(2))
    .join(' ');
console.log(`${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}, load ${load()}`);
const all: Figure[] = [];
for (const { name, about, measure } of sections.filter(({ name }) => wanted.includes(name))) {
  console.log(`\n${name}: ${about}`);
  try {
    const figures = await measure();
    console.log(`${printed(figures)}\n  load ${load()}`);
    all.push(...figures.map((figure) => ({ ...figure, name: `${name}: ${figure.name}` })));
  } catch (error) {
    // The other sections are still worth knowing.
    console.error(error);
    process.exitCode = 1;
  }
}
const judged = all.filter((figure) => isMet(figure) !== undefined);
const missed = judged.filter((figure) => !isMet(figure));
console.log(
  `\n${judged.length - missed.length} of ${judged.length} targets met${missed.length > 0 ? `; missed: ${missed.map(({ name }) => name).join('; ')}` : ''}`,
);
