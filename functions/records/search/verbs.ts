import type { VerbsOf } from '../../platform/call.ts';
import { rebuildSearch } from './rebuild-search.ts';
import type { searchRoutes } from './routes.ts';
import { search } from './search.ts';

export const searchVerbs: VerbsOf<typeof searchRoutes> = { search, rebuildSearch };
