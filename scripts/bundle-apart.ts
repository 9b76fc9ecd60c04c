import { readFile } from 'node:fs/promises';
import { dirname, extname } from 'node:path';
import type { Loader, Plugin } from 'esbuild';

const APART = '?apart';

/**
 * Gives what a late module imports of the SDK a copy of its own. Shared, the modules that both need would be split by file and not by export, and every
 * start would read the halves that the late module alone uses: with S3's client that is 36 KB.
 */
export function apart(importer: RegExp, imported: RegExp): Plugin {
  return {
    name: 'apart',
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: /.*/ }, async ({ path, pluginData, ...from }) => {
        const isApart = pluginData?.apart === true || (importer.test(from.importer) && imported.test(path));
        if (!isApart || pluginData?.isResolving) return undefined;
        const found = await resolve(path, { ...from, pluginData: { isResolving: true } });
        if (found.external || found.namespace !== 'file') return found;
        return { path: found.path, suffix: APART, sideEffects: found.sideEffects, pluginData: { apart: true } };
      });
      onLoad({ filter: /.*/, namespace: 'file' }, async ({ path, suffix }) =>
        suffix === APART
          ? { contents: await readFile(path), loader: loaderOf(path), resolveDir: dirname(path), pluginData: { apart: true } }
          : undefined,
      );
    },
  };
}

const loaderOf = (path: string): Loader => (extname(path) === '.json' ? 'json' : extname(path) === '.ts' ? 'ts' : 'js');
