import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium of this machine, or the one that comes with the packages, unpacked once into the temporary folder. */
async function executable(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed) return installed;
  // The package has types for browsers' globals only; what we use is one function.
  const { default: bundled } = (await import('@sparticuz/chromium')) as { default: { executablePath(): Promise<string> } };
  return bundled.executablePath();
}

/** A headless browser that speaks to nobody but the page's own host. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await executable(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export interface Opened {
  readonly page: Page;
  /** Errors of the page's own scripts; a test that passes leaves none. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** A page of a person with this language and window, and nothing remembered from another test. */
export async function openPage(
  browser: Browser,
  options: { readonly language?: 'en' | 'ar'; readonly width?: number; readonly height?: number; readonly timeZone?: string } = {},
): Promise<Opened> {
  const { language = 'en', width = 1280, height = 800, timeZone = 'Asia/Riyadh' } = options;
  const context = await browser.newContext({
    locale: language === 'ar' ? 'ar-SA' : 'en-GB',
    timezoneId: timeZone,
    viewport: { width, height },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text());
  });
  return { page, faults, close: () => context.close() };
}
