import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { apis, background } from '../functions/manifest.ts';

export interface Bundle {
  readonly name: string;
  readonly bytes: number;
  readonly gzippedBytes: number;
  readonly budgetBytes: number;
  /** What it is made of: package or folder of ours, and bytes, largest first. */
  readonly parts: readonly (readonly [name: string, bytes: number])[];
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const BUNDLES = join(ROOT, 'dist', 'lambda');
/** Beside the bundles and not inside: Lambda would read them on every cold start, and nobody would read them there. */
const MAPS = join(ROOT, 'dist', 'maps');

const KB = 1024;
/** A person waits for an API's cold start. Nobody waits for the others, which carry more. */
const BUDGET_BYTES = { api: 500 * KB, background: 800 * KB } as const;

interface Entry {
  readonly name: string;
  readonly entry: string;
  readonly budgetBytes: number;
}

const entries: readonly Entry[] = [
  ...apis.map(({ context, entry }) => ({ name: context, entry, budgetBytes: BUDGET_BYTES.api })),
  ...Object.entries(background).map(([name, { entry }]) => ({ name, entry, budgetBytes: BUDGET_BYTES.background })),
];

/** Every function of the manifest as `dist/lambda/<name>/index.cjs`. */
export async function bundleAll(): Promise<readonly Bundle[]> {
  await Promise.all([BUNDLES, MAPS].map((folder) => rm(folder, { recursive: true, force: true })));
  return Promise.all(entries.map(bundle));
}

async function bundle({ name, entry, budgetBytes }: Entry): Promise<Bundle> {
  const folder = join(BUNDLES, name);
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile: join(folder, 'index.cjs'),
    bundle: true,
    minify: true,
    // Stack traces name our functions, in logs that people read without the map.
    keepNames: false,
    platform: 'node',
    target: 'node24',
    // 17 to 33 ms sooner to start than ESM (measured), and no banner to make `require`.
    format: 'cjs',
    // The ESM builds of the SDK shake; its CommonJS ones do not.
    mainFields: ['module', 'main'],
    treeShaking: true,
    sourcemap: 'external',
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const code = outputFiles.find(({ path }) => path.endsWith('.cjs'));
  const map = outputFiles.find(({ path }) => path.endsWith('.map'));
  if (!code || !map) throw new Error(`esbuild made no bundle of ${name}`);
  refuseWholeZod(name, metafile);
  await Promise.all([mkdir(folder, { recursive: true }), mkdir(MAPS, { recursive: true })]);
  await Promise.all([writeFile(join(folder, 'index.cjs'), code.contents), writeFile(join(MAPS, `${name}.cjs.map`), map.contents)]);
  return { name, bytes: code.contents.length, gzippedBytes: gzipSync(code.contents).length, budgetBytes, parts: partsOf(metafile) };
}

/** `import { z }` brings every language that zod speaks, 355 KB of them. `import * as z` brings what is used. */
function refuseWholeZod(name: string, { outputs }: Metafile): void {
  for (const { inputs } of Object.values(outputs)) {
    if (Object.keys(inputs).some((path) => /zod\/v4\/locales\/ar\.js$/.test(path) && (inputs[path]?.bytesInOutput ?? 0) > 0))
      throw new Error(`${name} holds all of zod: somewhere it says import { z } and not import * as z`);
  }
}

function partsOf({ outputs }: Metafile): Bundle['parts'] {
  const parts = new Map<string, number>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const part = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.split('/').slice(0, 2).join('/');
      parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
    }
  }
  return [...parts].sort(([, a], [, b]) => b - a);
}

export const overBudget = (bundles: readonly Bundle[]): readonly Bundle[] => bundles.filter(({ bytes, budgetBytes }) => bytes > budgetBytes);

const LARGEST_PARTS = 3;

/** One line a function: what it weighs, of how much it may, and what weighs most in it. */
export function table(bundles: readonly Bundle[]): string {
  const kb = (bytes: number): string => `${Math.round(bytes / KB)}`.padStart(5);
  const lines = bundles.map(({ name, bytes, gzippedBytes, budgetBytes, parts }) => {
    const largest = parts.slice(0, LARGEST_PARTS).map(([part, size]) => `${part} ${Math.round(size / KB)}`);
    return `${name.padEnd(14)}${kb(bytes)}${kb(gzippedBytes)}${kb(budgetBytes)}   ${largest.join(', ')}`;
  });
  return [`${'function'.padEnd(14)}   KB gzip  max   largest parts`, ...lines].join('\n');
}
