import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { aHost, type Client, signUp } from '../host.ts';
import { type Opened, openBrowser, openPage } from './browser.ts';

export type Language = 'en' | 'ar';
export const bothLanguages = ['ar', 'en'] as const satisfies readonly Language[];

/** A browser and the whole product behind it, as `npm start` runs it, with nothing kept. */
export interface Stage {
  readonly url: string;
  readonly browser: Browser;
  stop(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const built = fileURLToPath(new URL('../../dist/web/index.html', import.meta.url));
  if (!existsSync(built)) throw new Error('the pages are not built: npm run build:web');
  const host = await aHost({ webDir: '/tmp/h/recdist' });
  const browser = await openBrowser();
  return {
    url: host.url,
    browser,
    async stop() {
      await browser.close();
      await host.stop();
    },
  };
}

export interface Desk extends Opened {
  readonly client: Client;
  /** Opens a page of the firm and waits until it has its heading. */
  go(path: string): Promise<void>;
}

/** Somebody who is signed in to a firm of their own, at a page. */
export async function openDesk(
  stage: Stage,
  language: Language,
  options: { readonly client?: Client; readonly width?: number; readonly height?: number } = {},
): Promise<Desk> {
  const client = options.client ?? (await signUp(stage.url, { name: language === 'ar' ? 'مؤسسة النور للتجارة' : 'Blue Falcon' }));
  const opened = await openPage(stage.browser, { language, ...options });
  const session = JSON.stringify({ token: client.token, expiresAt: '2999-01-01T00:00:00.000Z' });
  // Once, and not on every load: what a test signs out stays signed out.
  await opened.page.addInitScript({
    content: `if (!sessionStorage.getItem('begun')) { sessionStorage.setItem('begun', '1'); localStorage.setItem('diwan.session', ${JSON.stringify(session)}); localStorage.setItem('diwan.language', '${language}'); }`,
  });
  return {
    ...opened,
    client,
    async go(path) {
      await opened.page.goto(`${stage.url}/firms/${client.firm}${path}`);
      await opened.page.getByRole('heading', { level: 1 }).waitFor();
    },
  };
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Waits until nothing of the page is still being read. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}

/** What axe finds on the page under WCAG 2.2 AA, one line each. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], preload: false, runOnly: { type: 'tag', values: WCAG } })
    .analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`),
  );
}

/** A firm with a little life: a customer, a posted and a draft invoice, a payment, an entry, a branch. */
export async function furnish(client: Client): Promise<{
  readonly contact: string;
  readonly invoice: string;
  readonly draft: string;
  readonly payment: string;
  readonly entry: string;
  readonly creditNote: string;
}> {
  const made = async (path: string, body: unknown): Promise<{ id: string; total: string; entry: { id: string } | null }> => {
    const answer = await client.post(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const day = new Date().toISOString().slice(0, 10);
  const contact = await made('/contacts', {
    name: 'Al Bayan Private Schools',
    nameAr: 'مدارس البيان الأهلية',
    kind: 'customer',
    taxNumber: '300000000000003',
  });
  const line = { text: 'ساعات استشارة (Onboarding)', quantity: '6', unitPrice: '350.00', taxCode: 'S' };
  const invoice = await made('/invoices', { contact: contact.id, date: day, lines: [line] });
  const posted = await made(`/invoices/${invoice.id}/post`, {});
  const draft = await made('/invoices', { contact: contact.id, date: day, lines: [line] });
  const payment = await made('/payments', {
    direction: 'in',
    contact: contact.id,
    bankAccount: '1111',
    date: day,
    amount: '1000.00',
    method: 'transfer',
    allocations: [{ document: posted.id, amount: '900.00' }],
  });
  const creditNote = await made('/credit-notes', {
    contact: contact.id,
    date: day,
    reason: 'Goodwill',
    lines: [{ text: 'Goodwill', quantity: '1', unitPrice: '50.00', taxCode: 'S' }],
  });
  await made('/dimensions', { kind: 'branch', code: 'RUH', name: 'فرع الرياض' });
  return { contact: contact.id, invoice: posted.id, draft: draft.id, payment: payment.id, entry: posted.entry?.id ?? '', creditNote: creditNote.id };
}
