import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// What was stripped and compiled once is kept: the second start takes two thirds of the first. A folder that cannot be written costs only that.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/diwan', import.meta.url)));
await import('./start.ts');
