import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type DemoSignIn, seedDemo } from './seed-demo.ts';

const Note = z.object({
  state: z.enum(['none', 'begun', 'done']),
  signIns: z.array(z.object({ firm: z.string(), email: z.string(), password: z.string() })).default([]),
});

/**
 * The demo is made once, when a data folder is first used, and completed by the next start if this one is cut short. A folder that was first
 * used without it stays without it.
 */
export async function demoOnce(
  dataDir: string,
  isNew: boolean,
  isWanted: boolean,
  host: { readonly url: string; readonly today: string },
): Promise<readonly DemoSignIn[]> {
  const file = join(dataDir, 'demo.json');
  const note = existsSync(file)
    ? Note.parse(JSON.parse(readFileSync(file, 'utf8')))
    : { state: isNew && isWanted ? ('begun' as const) : ('none' as const), signIns: [] };
  if (note.state !== 'begun') {
    if (isNew) writeFileSync(file, JSON.stringify(note));
    return note.signIns;
  }
  writeFileSync(file, JSON.stringify(note));
  const signIns = await seedDemo(host);
  writeFileSync(file, JSON.stringify({ state: 'done', signIns }));
  return signIns;
}
