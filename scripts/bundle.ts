import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin, transform } from 'esbuild';
import { apis, background } from '../functions/manifest.ts';
import { apart } from './bundle-apart.ts';

/** One function, bundled. */
export interface Bundle {
  readonly name: string;
  /** Read by Lambda when the function starts: `index.cjs` and what it requires at once. */
  readonly startBytes: number;
  /** Read when first needed: what the code imports late. */
  readonly lateBytes: number;
  readonly budgetBytes: number;
  /** What a start is made of: package or folder of ours, and bytes before the last pass, largest first. */
  readonly parts: readonly (readonly [name: string, bytes: number])[];
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUNDLES = join(ROOT, 'dist', 'lambda');
/** Beside the bundles and not inside: Lambda would unpack them with every start, and nobody reads them there. */
const MAPS = join(ROOT, 'dist', 'maps');

const KB = 1024;
/** Somebody waits for the start of an API. Nobody waits for the others, which carry more. */
const BUDGET_KB = { api: 400, background: 800 } as const;

interface Entry {
  readonly name: string;
  readonly entry: string;
  readonly budgetBytes: number;
}

export const entries: readonly Entry[] = [
  ...apis.map(({ context, entry }) => ({ name: context, entry, budgetBytes: BUDGET_KB.api * KB })),
  ...Object.entries(background).map(([name, { entry }]) => ({ name, entry, budgetBytes: BUDGET_KB.background * KB })),
];

/** Every function of the manifest as `dist/lambda/<name>/index.cjs`, and beside it what is loaded late. */
export async function bundleAll(): Promise<readonly Bundle[]> {
  await Promise.all([BUNDLES, MAPS].map((folder) => rm(folder, { recursive: true, force: true })));
  return Promise.all(entries.map((entry) => bundle(entry)));
}

/**
 * Two passes. The first is ESM, because esbuild splits off what is imported late in no other format; the second makes CommonJS of each file, which starts
 * 17 to 33 ms sooner (docs/adr/0041). A file is written to `folder`, or nowhere if there is none.
 */
export async function bundle({ name, entry, budgetBytes }: Entry, folder: string | undefined = BUNDLES): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { index: entry },
    outdir: 'out',
    outExtension: { '.js': '.cjs' },
    chunkNames: 'late-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    ...LANGUAGE,
    // The SDK's modules can be shaken; what it gives to `require` cannot.
    mainFields: ['module', 'main'],
    plugins: [withoutWhatLambdaNeverUses, apart(/s3-blobs\.ts$/, /^@aws-sdk\//)],
    sourcemap: 'inline',
    metafile: true,
    write: false,
  });
  refuseWholeZod(name, metafile);
  const sizes = new Map<string, number>();
  for (const { path, text } of outputFiles) {
    const file = basename(path);
    // `import()` becomes a late `require`, by which both kinds of import get the one module.
    const { code, map } = await transform(text, {
      format: 'cjs',
      sourcemap: 'external',
      sourcefile: file,
      supported: { 'dynamic-import': false },
      ...LANGUAGE,
    });
    sizes.set(file, Buffer.byteLength(code));
    if (folder) await Promise.all([write(join(folder, name), file, code), write(join(MAPS, name), `${file}.map`, map)]);
  }
  const atStart = startOf(metafile);
  const bytesOf = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + (sizes.get(file) ?? 0), 0);
  const startBytes = bytesOf(atStart.keys());
  return { name, startBytes, lateBytes: bytesOf(sizes.keys()) - startBytes, budgetBytes, parts: partsOf([...atStart.values()]) };
}

/** Arabic stays letters: escaped it takes three times as much. */
const LANGUAGE = {
  platform: 'node',
  target: 'node24',
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  treeShaking: true,
  logLevel: 'error',
} as const;

async function write(folder: string, file: string, content: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, file), content);
}

/**
 * Of the SDK, what a Lambda cannot need: the search for credentials in files, browsers and metadata (they are in the environment, where Lambda
 * puts them), and the description of its packages.
 */
const withoutWhatLambdaNeverUses: Plugin = {
  name: 'without what Lambda never uses',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({ path: 'credentials', namespace: 'lambda' }));
    onLoad({ filter: /^credentials$/, namespace: 'lambda' }, () => ({ contents: CREDENTIALS }));
    onLoad({ filter: /@aws-sdk[\\/][\w-]+[\\/]package\.json$/ }, async ({ path }) => {
      const { default: description } = await import(path, { with: { type: 'json' } });
      return { contents: JSON.stringify({ version: description.version }), loader: 'json' };
    });
  },
};
const CREDENTIALS = `
export const defaultProvider = () => async () => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: sessionToken } = process.env;
  if (!accessKeyId || !secretAccessKey) throw new Error('no credentials in the environment');
  return { accessKeyId, secretAccessKey, sessionToken };
};`;

/** `import { z }` brings every language that zod speaks, 355 KB of them. `import * as z` brings what is used. */
function refuseWholeZod(name: string, { outputs }: Metafile): void {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  if (inputs.some(([path, { bytesInOutput }]) => bytesInOutput > 0 && /zod\/v4\/locales\/ar\.js$/.test(path)))
    throw new Error(`${name} holds all of zod: somewhere it says import { z } and not import * as z`);
}

type Output = Metafile['outputs'][string];

/** The entry and everything that it imports at once, by file name. */
function startOf({ outputs }: Metafile): ReadonlyMap<string, Output> {
  const found = new Map<string, Output>();
  const follow = (path: string): void => {
    const output = outputs[path];
    if (!output || found.has(basename(path))) return;
    found.set(basename(path), output);
    for (const each of output.imports) if (each.kind === 'import-statement' && !each.external) follow(each.path);
  };
  for (const path in outputs) if (basename(path) === 'index.cjs') follow(path);
  return found;
}

function partsOf(outputs: readonly Output[]): Bundle['parts'] {
  const parts = new Map<string, number>();
  for (const [path, { bytesInOutput }] of outputs.flatMap(({ inputs }) => Object.entries(inputs))) {
    const part = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.split('/').slice(0, 2).join('/');
    parts.set(part, (parts.get(part) ?? 0) + bytesInOutput);
  }
  return [...parts].sort(([, a], [, b]) => b - a);
}

export const overBudget = (bundles: readonly Bundle[]): readonly Bundle[] =>
  bundles.filter(({ startBytes, budgetBytes }) => startBytes > budgetBytes);

const LARGEST_PARTS = 4;

/** One line a function: what it reads at its start, of how much it may, what it reads late, and what weighs most in the start. */
export function table(bundles: readonly Bundle[]): string {
  const kb = (bytes: number): string => `${Math.round(bytes / KB)}`.padStart(6);
  const lines = bundles.map(({ name, startBytes, budgetBytes, lateBytes, parts }) => {
    const largest = parts.slice(0, LARGEST_PARTS).map(([part, size]) => `${part} ${Math.round(size / KB)}`);
    return `${name.padEnd(14)}${kb(startBytes)}${kb(budgetBytes)}${kb(lateBytes)}   ${largest.join(', ')}`;
  });
  return [`${'function (KB)'.padEnd(14)} start   max  late   most of the start`, ...lines].join('\n');
}
