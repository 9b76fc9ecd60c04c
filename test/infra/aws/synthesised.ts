import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import { apis, background } from '../../../functions/manifest.ts';
import { type Installation, installation, type Settings } from '../../../infra/aws/installation.ts';
import { type StageName, stages } from '../../../infra/aws/stage.ts';

export interface Resource {
  readonly Type: string;
  // What CloudFormation is given is looked at as what it is: JSON.
  // biome-ignore lint/suspicious/noExplicitAny: templates have no types
  readonly Properties: any;
  readonly DeletionPolicy?: string;
  readonly DependsOn?: readonly string[];
}
export type Resources = Readonly<Record<string, Resource>>;
export type Part = keyof Installation;

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

const own = JSON.parse(readFileSync(new URL('../../../cdk.json', import.meta.url), 'utf8')) as { readonly context: Record<string, unknown> };

/** The app as `cdk synth` makes it, with empty functions and an empty page: what is in them has tests of its own. */
export function appOf(stage: StageName, more: Partial<Settings> = {}): { readonly app: App; readonly stacks: Installation } {
  const folder = mkdtempSync(join(tmpdir(), 'diwan-synth-'));
  made.push(folder);
  const bundles = join(folder, 'lambda');
  for (const name of functionNames) file(join(bundles, name), 'index.cjs', `// ${name}`);
  const pagesFolder = file(join(folder, 'web'), 'index.html', '<!doctype html>');
  const app = new App({
    outdir: join(folder, 'cdk.out'),
    context: { ...own.context, 'aws:cdk:disable-asset-staging': true },
    analyticsReporting: false,
  });
  const stacks = installation(app, {
    stage: stages[stage],
    mailFrom: 'office@diwan.example',
    alarmEmail: 'ops@diwan.example',
    bundles,
    pagesFolder,
    ...more,
  });
  return { app, stacks };
}

export const functionNames: readonly string[] = [...apis.map(({ context }) => context), ...Object.keys(background)];

const known = new Map<string, Readonly<Record<Part, Resources>>>();

/** The resources of each stack, made once per stage and file of tests. */
export function resourcesOf(stage: StageName): Readonly<Record<Part, Resources>> {
  const before = known.get(stage);
  if (before) return before;
  const now = resourcesIn(appOf(stage).stacks);
  known.set(stage, now);
  return now;
}

export function resourcesIn({ data, door, app, watch }: Installation): Readonly<Record<Part, Resources>> {
  const [d, o, a, w] = [data, door, app, watch].map((stack) => Template.fromStack(stack).toJSON().Resources as Resources);
  if (!d || !o || !a || !w) throw new Error('four stacks make four templates');
  return { data: d, door: o, app: a, watch: w };
}

export const everything = (stage: StageName): readonly (readonly [name: string, resource: Resource])[] =>
  Object.entries(resourcesOf(stage)).flatMap(([part, resources]) =>
    Object.entries(resources).map(([name, each]) => [`${part}/${name}`, each] as const),
  );

export const ofType = (resources: Resources, type: string): readonly Resource[] => Object.values(resources).filter(({ Type }) => Type === type);

/** The one resource of a type whose name begins so. */
export function named(resources: Resources, beginning: string, type: string): Resource {
  const found = Object.entries(resources).filter(([name, { Type }]) => Type === type && name.startsWith(beginning));
  const [only] = found;
  if (!only || found.length > 1) throw new Error(`${found.length} resources ${type} are named ${beginning}...`);
  return only[1];
}

function file(folder: string, name: string, content: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), content);
  return folder;
}
