import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage } from './browser.ts';
import { openDesk, openStage, type Stage } from './pages.ts';

const LIMIT_BYTES = 250 * 1024;
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

const dist = new URL('../../dist/web', import.meta.url);
const gzipped = (path: string) => gzipSync(readFileSync(`${dist.pathname}${path}`), { level: 9 }).length;

async function scriptsOf(visit: (seen: (url: string) => void) => Promise<void>): Promise<{ bytes: number; paths: string[] }> {
  const paths = new Set<string>();
  await visit((url) => {
    const { pathname } = new URL(url);
    if (pathname.endsWith('.js')) paths.add(pathname);
  });
  return { bytes: [...paths].reduce((sum, path) => sum + gzipped(path), 0), paths: [...paths] };
}

test('the first page of a stranger needs at most 250 KB of script, gzipped', async () => {
  const { bytes } = await scriptsOf(async (seen) => {
    const { page, close } = await openPage(stage.browser);
    page.on('response', (response) => seen(response.url()));
    await page.goto(stage.url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await close();
  });
  console.log(`landing: ${(bytes / 1024).toFixed(1)} KiB of script`);
  expect(bytes).toBeLessThan(LIMIT_BYTES);
});

test('the home of a firm, opened cold, needs at most 250 KB of script, gzipped', async () => {
  const { bytes } = await scriptsOf(async (seen) => {
    const { page, go, close } = await openDesk(stage, 'ar');
    page.on('response', (response) => seen(response.url()));
    await go('');
    await page.waitForLoadState('networkidle');
    await close();
  });
  console.log(`home: ${(bytes / 1024).toFixed(1)} KiB of script`);
  expect(bytes).toBeLessThan(LIMIT_BYTES);
});
