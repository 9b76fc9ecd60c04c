import type { VerbsOf } from '../../platform/call.ts';
import { exportBook } from './export-book.ts';
import type { verifyRoutes } from './routes.ts';
import { verifyBook } from './verify-book.ts';

export const verifyVerbs: VerbsOf<typeof verifyRoutes> = { verifyBook, exportBook };
