import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { describe, expect, test } from 'vitest';

/** The walls of the house: what a room may not say, and why. A path starts with `from`; `unless` is the one place that may. */
const walls: readonly { readonly from: string; readonly not: RegExp; readonly why: string; readonly unless?: RegExp }[] = [
  { from: 'domain/', not: /from '(node:|@aws-sdk|@middy|aws-cdk|react)/, why: 'the core does no I/O' },
  {
    from: 'domain/',
    not: /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b|\bprocess\./,
    why: 'time, chance and environment are arguments',
  },
  { from: 'domain/', not: /from '(?!\.|zod')/, why: 'the core imports nothing but zod' },
  { from: 'domain/', not: /from '(\.\.\/)+(functions|infra|web|test)\//, why: 'the core knows no outer layer' },
  { from: 'functions/', not: /from '(.*\/infra\/|aws-cdk)/, why: 'a handler cannot tell where it runs' },
  { from: 'functions/', not: /(from|import\()\s*'@aws-sdk/, unless: /^functions\/platform\//, why: 'the AWS SDK lives in platform alone' },
  {
    from: 'functions/',
    not: /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/,
    unless: /^functions\/platform\/(aws\/|table\/dynamo|http\/retry)|^functions\/(tick|dispatcher|worker)\/handler/,
    why: 'time and chance (a retry may jitter) come from the ports',
  },
  { from: 'web/', not: /from '.*\/infra\//, why: 'a page knows no host' },
  { from: 'web/', not: /^import (?!type\b).*from '.*\/functions\//m, why: 'a page imports types of the API, never handlers' },
  {
    from: 'web/',
    not: /^import (?!type\b).*(from 'zod'|case-kinds\.ts')/m,
    why: 'a page asks the API for forms: zod weighs much and its compiler is forbidden there',
  },
  { from: '', not: /import \{[^}]*\bz\b[^}]*\} from 'zod'/, why: '`import * as z` keeps every locale out of the bundle' },
];

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file));
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const self = 'test/tidy/walls.test.ts';

describe('the walls', () => {
  test.each(walls)('$from: $why', ({ from, not, unless }) => {
    const broken = [...sources]
      .filter(([file, source]) => file !== self && file.startsWith(from) && !unless?.test(file) && not.test(source))
      .map(([file]) => file);
    expect(broken).toEqual([]);
  });

  // The tests read TypeScript through another parser than the product does: what one takes the other may refuse.
  test('node itself reads every file that the product runs on', () => {
    const broken = [...sources]
      .filter(([file]) => /^(domain|functions|infra|scripts)\/.*\.ts$/.test(file))
      .flatMap(([file, source]) => {
        try {
          stripTypeScriptTypes(source);
          return [];
        } catch (error) {
          return [`${file}: ${error}`];
        }
      });
    expect(broken).toEqual([]);
  });

  test('a context of the domain speaks to another through its published tables and events alone', () => {
    const contexts = ['accounting', 'identity', 'firms', 'integrations', 'work', 'records', 'it'];
    const broken = [...sources].flatMap(([file, source]) => {
      const own = /^domain\/(\w+)\//.exec(file)?.[1];
      if (!own || !contexts.includes(own)) return [];
      return [...source.matchAll(/from '(?:\.\.\/)+(\w+)\/([\w/-]+)\.ts'/g)].flatMap(([, other = '', module = '']) =>
        contexts.includes(other) && other !== own && !published.has(`${other}/${module}`) ? [`${file} -> ${other}/${module}`] : [],
      );
    });
    expect(broken).toEqual([]);
  });

  test('nothing is called by what it is not', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|base|manager|misc)(\/|\.ts)/.test(file))).toEqual([]);
  });

  test('no file has grown into a second room', () => {
    const data = /shapes|charts\/|currencies|countries|country-profiles|refusals|messages|tax-codes|routes|\.generated\.|common-passwords|demo\//;
    const long = [...sources]
      .filter(([file, source]) => !data.test(file) && !file.startsWith('test/') && source.split('\n').length > 320)
      .map(([file, source]) => `${file} ${source.split('\n').length}`);
    expect(long).toEqual([]);
  });

  test('the lockfile names no registry', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved":/);
  });
});

/** What one context of the domain shows the others. */
const published = new Set([
  'firms/permissions',
  'firms/country-profiles',
  'accounting/charts/charts',
  'accounting/charts/chart',
  'accounting/tax/tax-codes',
  'work/deadlines/dated-sources',
  'records/search/words',
]);
