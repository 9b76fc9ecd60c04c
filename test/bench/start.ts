import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figure, median, type Section } from './figure.ts';
import { startHostProcess, withFolder } from './host-process.ts';

const TIMES = 7;
const MOST_START_SECONDS = 1.5;
const MOST_DEMO_SECONDS = 5;

export const start: Section = {
  name: 'start',
  about: `from the start of the process to its first answer, median of ${TIMES}, with what it compiled before; and the demo's making`,
  measure: () => withFolder(measure),
};

async function measure(folder: string): Promise<readonly Figure[]> {
  const empty = join(folder, 'empty');
  const demo = join(folder, 'demo');
  // The first start compiles and keeps; nobody waits for that one twice.
  await timed(empty, false);
  const demoMs = await makingTheDemo(demo);
  const starts = { bare: [] as number[], empty: [] as number[], demo: [] as number[] };
  for (let time = 0; time < TIMES; time++) {
    starts.bare.push(await bareServer());
    starts.empty.push(await timed(empty, false));
    starts.demo.push(await timed(demo, true));
  }
  const seconds = (times: readonly number[]): number => median(times) / 1000;
  const floor = { name: 'a bare server of Node', value: seconds(starts.bare) };
  const target = { of: 'value', most: MOST_START_SECONDS } as const;
  return [
    { name: 'start', value: seconds(starts.empty), unit: 's', floor, target },
    { name: 'start with the demo', value: seconds(starts.demo), unit: 's', floor, target },
    {
      name: 'making the demo',
      value: demoMs / 1000,
      unit: 's',
      target: { of: 'value', most: MOST_DEMO_SECONDS },
      note: 'three firms, a year each, in an empty folder, the start included',
    },
  ];
}

async function timed(dataDir: string, withDemo: boolean): Promise<number> {
  const host = await startHostProcess({ dataDir, withDemo });
  await host.stop();
  return host.startMs;
}

const POLL_MS = 10;
const LONGEST_MS = 60_000;

/** Until the note beside the data says that it is done. */
async function makingTheDemo(dataDir: string): Promise<number> {
  const began = performance.now();
  const host = await startHostProcess({ dataDir, withDemo: true });
  const note = join(dataDir, 'demo.json');
  const isDone = (): boolean => existsSync(note) && readFileSync(note, 'utf8').includes('"done"');
  while (!isDone()) {
    if (performance.now() - began > LONGEST_MS) throw new Error('the demo is not done after a minute');
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  const tookMs = performance.now() - began;
  await host.stop();
  return tookMs;
}

/** What Node itself needs: a server of three words, until it answers. */
async function bareServer(): Promise<number> {
  const began = performance.now();
  const script = `require('node:http').createServer((_, response) => response.end('ok')).listen(0, '127.0.0.1', function () { console.log(this.address().port); })`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve) => child.stdout.once('data', (said: Buffer) => resolve(said.toString().trim())));
  await (await fetch(`http://127.0.0.1:${port}/`)).text();
  const tookMs = performance.now() - began;
  child.kill();
  return tookMs;
}
