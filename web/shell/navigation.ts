import type { Permission } from '../../domain/firms/permissions.ts';
import { defineMessages } from '../i18n/messages.ts';
import type { FirmPaths, Href } from '../path-builder.ts';
import type { IconName } from '../ui/icons.tsx';

export const navigationMessages = defineMessages({
  main: { en: 'Main', ar: 'الرئيسية' },
  dashboard: { en: 'Home', ar: 'الرئيسية' },
  sales: { en: 'Sales', ar: 'المبيعات' },
  invoices: { en: 'Invoices', ar: 'الفواتير' },
  creditNotes: { en: 'Credit notes', ar: 'الإشعارات الدائنة' },
  contacts: { en: 'Customers', ar: 'العملاء' },
  payments: { en: 'Payments', ar: 'المقبوضات' },
  accounting: { en: 'Accounting', ar: 'المحاسبة' },
  entries: { en: 'Journal', ar: 'القيود' },
  accounts: { en: 'Chart of accounts', ar: 'شجرة الحسابات' },
  reports: { en: 'Reports', ar: 'التقارير' },
  periods: { en: 'Periods', ar: 'الفترات' },
  imports: { en: 'Import', ar: 'الاستيراد' },
  openingBalances: { en: 'Opening balances', ar: 'الأرصدة الافتتاحية' },
  records: { en: 'Records', ar: 'السجلات' },
  auditTrail: { en: 'Audit trail', ar: 'سجل التدقيق' },
  book: { en: 'Proof of the book', ar: 'إثبات سلامة الدفتر' },
  settings: { en: 'Settings', ar: 'الإعدادات' },
  firm: { en: 'Firm', ar: 'المنشأة' },
  members: { en: 'Members', ar: 'الأعضاء' },
  dimensions: { en: 'Branches & projects', ar: 'الفروع والمشاريع' },
  newInvoice: { en: 'New invoice', ar: 'فاتورة جديدة' },
  newContact: { en: 'New customer', ar: 'عميل جديد' },
  newPayment: { en: 'Record a payment', ar: 'تسجيل سند قبض' },
  newCreditNote: { en: 'New credit note', ar: 'إشعار دائن جديد' },
  newEntry: { en: 'New journal entry', ar: 'قيد يومية جديد' },
  newImport: { en: 'Import a file', ar: 'استيراد ملف' },
  trialBalance: { en: 'Trial balance', ar: 'ميزان المراجعة' },
  balanceSheet: { en: 'Balance sheet', ar: 'قائمة المركز المالي' },
  profitAndLoss: { en: 'Profit and loss', ar: 'قائمة الدخل' },
  cashFlow: { en: 'Cash flow', ar: 'قائمة التدفقات النقدية' },
  generalLedger: { en: 'General ledger', ar: 'دفتر الأستاذ العام' },
  agedReceivables: { en: 'Aged receivables', ar: 'أعمار الذمم المدينة' },
  agedPayables: { en: 'Aged payables', ar: 'أعمار الذمم الدائنة' },
  customerStatement: { en: 'Customer statement', ar: 'كشف حساب عميل' },
  invite: { en: 'Invite a member', ar: 'دعوة عضو' },
});
type Label = keyof typeof navigationMessages;

export interface Place {
  readonly label: Label;
  readonly icon: IconName;
  readonly permission: Permission;
  readonly href: (paths: FirmPaths) => Href;
}
interface PlaceGroup {
  readonly label: Label;
  readonly places: readonly Place[];
}

/** The rail: what exists, in the order of a working day. What a role may not see is not shown. */
export const rail: readonly PlaceGroup[] = [
  { label: 'main', places: [{ label: 'dashboard', icon: 'home', permission: 'firm.read', href: (p) => p.dashboard() }] },
  {
    label: 'sales',
    places: [
      { label: 'invoices', icon: 'invoice', permission: 'invoice.read', href: (p) => p.invoices() },
      { label: 'creditNotes', icon: 'credit', permission: 'invoice.read', href: (p) => p.creditNotes() },
      { label: 'contacts', icon: 'people', permission: 'contact.read', href: (p) => p.contacts() },
      { label: 'payments', icon: 'payment', permission: 'payment.read', href: (p) => p.payments() },
    ],
  },
  {
    label: 'accounting',
    places: [
      { label: 'entries', icon: 'journal', permission: 'entry.read', href: (p) => p.entries() },
      { label: 'accounts', icon: 'tree', permission: 'account.read', href: (p) => p.accounts() },
      { label: 'reports', icon: 'report', permission: 'report.read', href: (p) => p.reports() },
      { label: 'periods', icon: 'period', permission: 'entry.read', href: (p) => p.periods() },
      { label: 'imports', icon: 'import', permission: 'import.read', href: (p) => p.imports() },
    ],
  },
  {
    label: 'records',
    places: [
      { label: 'auditTrail', icon: 'trail', permission: 'event.read', href: (p) => p.auditTrail() },
      { label: 'book', icon: 'shield', permission: 'book.verify', href: (p) => p.book() },
    ],
  },
  {
    label: 'settings',
    places: [
      { label: 'firm', icon: 'settings', permission: 'firm.read', href: (p) => p.settings() },
      { label: 'members', icon: 'people', permission: 'member.read', href: (p) => p.members() },
      { label: 'dimensions', icon: 'tree', permission: 'account.read', href: (p) => p.dimensions() },
    ],
  },
];

/** What can be begun from anywhere: the New menu and the palette. */
export const beginnings: readonly Place[] = [
  { label: 'newInvoice', icon: 'invoice', permission: 'invoice.draft', href: (p) => p.newInvoice() },
  { label: 'newContact', icon: 'people', permission: 'contact.write', href: (p) => p.newContact() },
  { label: 'newPayment', icon: 'payment', permission: 'payment.record', href: (p) => p.newPayment() },
  { label: 'newCreditNote', icon: 'credit', permission: 'invoice.draft', href: (p) => p.newCreditNote() },
  { label: 'newEntry', icon: 'journal', permission: 'entry.post', href: (p) => p.newEntry() },
  { label: 'newImport', icon: 'import', permission: 'import.run', href: (p) => p.newImport() },
];

/** Places that the palette finds besides those of the rail. */
export const further: readonly Place[] = [
  { label: 'trialBalance', icon: 'report', permission: 'report.read', href: (p) => p.report('trial-balance') },
  { label: 'balanceSheet', icon: 'report', permission: 'report.read', href: (p) => p.report('balance-sheet') },
  { label: 'profitAndLoss', icon: 'report', permission: 'report.read', href: (p) => p.report('profit-and-loss') },
  { label: 'cashFlow', icon: 'report', permission: 'report.read', href: (p) => p.report('cash-flow') },
  { label: 'generalLedger', icon: 'report', permission: 'report.read', href: (p) => p.report('general-ledger') },
  { label: 'agedReceivables', icon: 'report', permission: 'report.read', href: (p) => p.report('aged-receivables') },
  { label: 'agedPayables', icon: 'report', permission: 'report.read', href: (p) => p.report('aged-payables') },
  { label: 'customerStatement', icon: 'report', permission: 'report.read', href: (p) => p.report('customer-statement') },
  { label: 'openingBalances', icon: 'opening', permission: 'entry.post', href: (p) => p.openingBalances() },
  { label: 'invite', icon: 'people', permission: 'member.manage', href: (p) => p.members() },
];
