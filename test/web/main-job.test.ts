import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPage } from './browser.ts';
import { openStage, type Stage } from './pages.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.stop());

/** The same job in the words of each language; elements are found by role and name, as people and screen readers find them. */
const words = {
  en: {
    start: 'Start free',
    name: 'Your name',
    email: 'E-mail',
    password: 'Password',
    firm: 'Name of the firm',
    open: 'Open the firm',
    home: 'Home',
    steps: 'First steps',
    firstCustomer: 'Add the first customer',
    contactName: 'Name',
    save: 'Save',
    newInvoice: 'New invoice',
    item: 'Item, line 1',
    quantity: 'Quantity, line 1',
    price: 'Unit price, line 1',
    post: 'Approve and post',
    customer: 'Customer',
    posted: 'Posted',
    pay: 'Record a payment',
    record: 'Record the payment',
    paid: 'Paid',
    reports: 'Reports',
    trialBalance: 'Trial balance',
    total: 'Total',
    addLine: 'Add a line',
    item2: 'Item, line 2',
    price2: 'Unit price, line 2',
  },
  ar: {
    start: 'ابدأ مجانًا',
    name: 'اسمك',
    email: 'البريد الإلكتروني',
    password: 'كلمة المرور',
    firm: 'اسم المنشأة',
    open: 'افتح المنشأة',
    home: 'الرئيسية',
    steps: 'الخطوات الأولى',
    firstCustomer: 'أضف أول عميل',
    contactName: 'الاسم',
    save: 'حفظ',
    newInvoice: 'فاتورة جديدة',
    item: 'البند، السطر 1',
    quantity: 'الكمية، السطر 1',
    price: 'سعر الوحدة، السطر 1',
    post: 'اعتماد وترحيل',
    customer: 'العميل',
    posted: 'مرحّلة',
    pay: 'تسجيل سند قبض',
    record: 'تسجيل سند القبض',
    paid: 'مدفوعة',
    reports: 'التقارير',
    trialBalance: 'ميزان المراجعة',
    total: 'الإجمالي',
    addLine: 'إضافة بند',
    item2: 'البند، السطر 2',
    price2: 'سعر الوحدة، السطر 2',
  },
} as const;

describe.each(['ar', 'en'] as const)('the main job, in %s', (language) => {
  const w = words[language];
  /** The message marks words of the other direction with invisible walls; people do not see them. */
  const named = (text: string) =>
    new RegExp(`^\\s*${[...text].map((letter) => letter.replace(/[()]/g, '\\$&')).join('[\\u2066-\\u2069]*')}[\\u2066-\\u2069]*\\s*(\\([^)]*\\))?$`);

  test('signs up, adds a customer, posts an invoice, records its payment, and the trial balance shows it', { timeout: 120_000 }, async () => {
    const { page, faults, close } = await openPage(stage.browser, { language });
    await page.goto(stage.url);
    await page.getByRole('link', { name: w.start }).first().click();

    await page.getByLabel(named(w.name)).fill(language === 'ar' ? 'سامي الحربي' : 'Sam Harby');
    await page.getByLabel(named(w.email)).fill(`sam-${language}@example.com`);
    await page.getByLabel(named(w.password)).fill('a long sentence here');
    await page.getByLabel(named(w.firm)).fill(language === 'ar' ? 'مؤسسة النور للتجارة' : 'Blue Falcon');
    await page.getByRole('button', { name: w.open }).click();
    await page.getByRole('heading', { level: 1, name: w.home }).waitFor();

    await page.getByRole('region', { name: w.steps }).getByRole('link', { name: w.firstCustomer }).click();
    await page.getByRole('textbox', { name: named(w.contactName) }).fill(language === 'ar' ? 'مدارس البيان' : 'Al Bayan Schools');
    await page.getByRole('button', { name: w.save, exact: true }).click();
    await page.getByRole('link', { name: w.newInvoice }).click();

    // Arabic digits where the hand types them; the same figures come of it.
    await page.getByLabel(named(w.item)).fill(language === 'ar' ? 'ساعات استشارة (Onboarding)' : 'Advisory hours');
    await page.getByLabel(named(w.quantity)).fill(language === 'ar' ? '٦' : '6');
    await page.getByLabel(named(w.price)).fill(language === 'ar' ? '٣٥٠٫٥' : '350.5');
    await page.getByRole('button', { name: w.addLine }).click();
    await page.getByLabel(named(w.item2)).fill('Pro – 1');
    await page.getByLabel(named(w.price2)).fill('97.33');
    await page.getByText('2,530.38').first().waitFor();
    await page.getByRole('button', { name: w.post }).click();
    await page.getByRole('heading', { level: 1, name: /INV-\d{4}-0*1/ }).waitFor();
    await page.getByText(w.posted, { exact: true }).first().waitFor();

    await page.getByRole('link', { name: w.pay }).last().click();
    await page.getByRole('button', { name: w.record }).click();
    await page.getByText(w.paid, { exact: true }).first().waitFor();

    await page.getByRole('navigation').getByRole('link', { name: w.reports }).click();
    await page.getByRole('link', { name: new RegExp(w.trialBalance) }).click();
    const row = (code: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name: code, exact: true }) });
    expect(await row('1111').textContent()).toContain('2,530.38');
    expect(await row('2111').textContent()).toContain('330.05');
    expect(await row('4101').textContent()).toContain('2,200.33');
    expect(await page.getByRole('row').last().textContent()).toContain('2,530.38');

    // A figure opens what it is made of: the ledger, the entry, the document.
    await row('4101').getByRole('link', { name: '2,200.33' }).first().click();
    await page.getByRole('row').filter({ hasText: 'INV-' }).getByRole('link').first().click();
    await page.getByRole('link', { name: /INV-/ }).click();
    await page.getByRole('heading', { level: 1, name: /INV-/ }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });
});
