import type { VerbsOf } from '../../platform/call.ts';
import { checkImport, discardImport, getImport, importFile, listImports, prepareImport, startImport } from './manage-imports.ts';
import type { importsRoutes } from './routes.ts';

export const importsVerbs: VerbsOf<typeof importsRoutes> = {
  importFile,
  prepareImport,
  checkImport,
  startImport,
  discardImport,
  listImports,
  getImport,
};
