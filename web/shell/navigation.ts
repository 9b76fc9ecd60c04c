import type { Permission } from '../../domain/firms/permissions.ts';
import { defineMessages } from '../i18n/messages.ts';
import type { FirmPaths, Href } from '../path-builder.ts';
import type { IconName } from '../ui/icons.tsx';

export const navigationMessages = defineMessages({
  main: { en: 'Main', ar: 'الرئيسية' },
  dashboard: { en: 'Home', ar: 'الرئيسية' },
  work: { en: 'Desk', ar: 'المكتب' },
  cases: { en: 'Cases', ar: 'المعاملات' },
  decisions: { en: 'Decisions', ar: 'القرارات' },
  delegations: { en: 'Deputies', ar: 'الإنابة' },
  calendar: { en: 'Calendar', ar: 'التقويم' },
  deadlines: { en: 'Deadlines', ar: 'المواعيد' },
  newDeadline: { en: 'New deadline', ar: 'موعد جديد' },
  requests: { en: 'My requests', ar: 'طلباتي' },
  deskSettings: { en: 'Desk', ar: 'إعداد المكتب' },
  newCase: { en: 'New case', ar: 'معاملة جديدة' },
  newIncident: { en: 'New incident', ar: 'بلاغ عن عطل جديد' },
  newRequest: { en: 'Ask for something', ar: 'تقديم طلب' },
  newClientQuestion: { en: 'New client question', ar: 'استفسار عميل جديد' },
  knowledge: { en: 'Knowledge base', ar: 'قاعدة المعرفة' },
  maintenance: { en: 'Maintenance plans', ar: 'خطط الصيانة' },
  services: { en: 'Status of services', ar: 'حالة الخدمات' },
  deskReport: { en: 'Report of the desk', ar: 'تقرير مكتب الخدمة' },
  newArticle: { en: 'New article', ar: 'مقالة جديدة' },
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
  it: { en: 'IT', ar: 'تقنية المعلومات' },
  assets: { en: 'Assets', ar: 'الأصول' },
  licences: { en: 'Licences', ar: 'التراخيص' },
  access: { en: 'Access register', ar: 'سجل الصلاحيات' },
  leavers: { en: 'Leavers', ar: 'إخلاء الطرف' },
  handOvers: { en: 'Hand-overs', ar: 'التسليم والاستلام' },
  consumables: { en: 'Consumables', ar: 'المستهلكات' },
  newAsset: { en: 'New asset', ar: 'أصل جديد' },
  records: { en: 'Records', ar: 'السجلات' },
  library: { en: 'Records', ar: 'السجلات' },
  disposal: { en: 'Disposal of records', ar: 'إتلاف السجلات' },
  recordHolds: { en: 'Holds on records', ar: 'حجوزات الحفظ' },
  recordClasses: { en: 'Classes of records', ar: 'فئات السجلات' },
  filingRules: { en: 'Filing rules', ar: 'قواعد الحفظ' },
  auditTrail: { en: 'Audit trail', ar: 'سجل التدقيق' },
  book: { en: 'Proof of the book', ar: 'إثبات سلامة الدفتر' },
  settings: { en: 'Settings', ar: 'الإعدادات' },
  deskMail: { en: 'Mail of the desk', ar: 'بريد المكتب' },
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
  search: { en: 'Search everything', ar: 'البحث في كل شيء' },
  invite: { en: 'Invite a member', ar: 'دعوة عضو' },
});
type Label = keyof typeof navigationMessages;

export interface Place {
  readonly label: Label;
  readonly icon: IconName;
  readonly permission: Permission;
  readonly href: (paths: FirmPaths) => Href;
  /** How much waits there for whoever looks. */
  readonly badge?: 'decisions';
}
interface PlaceGroup {
  readonly label: Label;
  readonly places: readonly Place[];
}

/** The rail: what exists, in the order of a working day. What a role may not see is not shown. */
export const rail: readonly PlaceGroup[] = [
  { label: 'main', places: [{ label: 'dashboard', icon: 'home', permission: 'firm.read', href: (p) => p.dashboard() }] },
  {
    label: 'work',
    places: [
      { label: 'cases', icon: 'trail', permission: 'case.read', href: (p) => p.cases() },
      { label: 'decisions', icon: 'check', permission: 'decision.read', href: (p) => p.decisions(), badge: 'decisions' },
      { label: 'calendar', icon: 'calendar', permission: 'deadline.read', href: (p) => p.calendar() },
      { label: 'deadlines', icon: 'period', permission: 'deadline.read', href: (p) => p.deadlines() },
      { label: 'requests', icon: 'user', permission: 'case.open', href: (p) => p.requests() },
      { label: 'knowledge', icon: 'journal', permission: 'knowledge.read', href: (p) => p.articles() },
      { label: 'deskReport', icon: 'report', permission: 'desk.report', href: (p) => p.deskReport() },
    ],
  },
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
    label: 'it',
    places: [
      { label: 'services', icon: 'shield', permission: 'service.read', href: (p) => p.services() },
      { label: 'maintenance', icon: 'period', permission: 'deadline.read', href: (p) => p.maintenance() },
      { label: 'assets', icon: 'tree', permission: 'asset.read', href: (p) => p.assets() },
      { label: 'licences', icon: 'credit', permission: 'licence.read', href: (p) => p.licences() },
      { label: 'access', icon: 'shield', permission: 'access.read', href: (p) => p.access() },
      { label: 'leavers', icon: 'people', permission: 'access.read', href: (p) => p.leavers() },
    ],
  },
  {
    label: 'records',
    places: [
      { label: 'library', icon: 'journal', permission: 'record.read', href: (p) => p.records() },
      { label: 'disposal', icon: 'period', permission: 'record.dispose', href: (p) => p.disposals() },
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
      { label: 'delegations', icon: 'people', permission: 'decision.decide', href: (p) => p.delegations() },
      { label: 'deskMail', icon: 'import', permission: 'case.read', href: (p) => p.deskMail() },
      { label: 'deskSettings', icon: 'settings', permission: 'desk.manage', href: (p) => p.deskSettings() },
    ],
  },
];

/** What can be begun from anywhere: the New menu and the palette. */
export const beginnings: readonly Place[] = [
  { label: 'newInvoice', icon: 'invoice', permission: 'invoice.draft', href: (p) => p.newInvoice() },
  { label: 'newContact', icon: 'people', permission: 'contact.write', href: (p) => p.newContact() },
  { label: 'newPayment', icon: 'payment', permission: 'payment.record', href: (p) => p.newPayment() },
  { label: 'newCreditNote', icon: 'credit', permission: 'invoice.draft', href: (p) => p.newCreditNote() },
  { label: 'newAsset', icon: 'tree', permission: 'asset.manage', href: (p) => p.newAsset() },
  { label: 'newEntry', icon: 'journal', permission: 'entry.post', href: (p) => p.newEntry() },
  { label: 'newImport', icon: 'import', permission: 'import.run', href: (p) => p.newImport() },
  { label: 'newDeadline', icon: 'calendar', permission: 'deadline.manage', href: (p) => p.newDeadline() },
  { label: 'newCase', icon: 'trail', permission: 'case.open', href: (p) => p.newCase() },
  { label: 'newIncident', icon: 'trail', permission: 'case.open', href: (p) => p.newCase({ kind: 'incident' }) },
  { label: 'newClientQuestion', icon: 'trail', permission: 'case.open', href: (p) => p.newCase({ kind: 'client-question' }) },
  { label: 'newArticle', icon: 'journal', permission: 'knowledge.write', href: (p) => p.newArticle() },
  { label: 'newRequest', icon: 'user', permission: 'case.open', href: (p) => p.requests() },
];

/** Places that the palette finds besides those of the rail. */
export const further: readonly Place[] = [
  { label: 'search', icon: 'search', permission: 'firm.read', href: (p) => p.search() },
  { label: 'trialBalance', icon: 'report', permission: 'report.read', href: (p) => p.report('trial-balance') },
  { label: 'balanceSheet', icon: 'report', permission: 'report.read', href: (p) => p.report('balance-sheet') },
  { label: 'profitAndLoss', icon: 'report', permission: 'report.read', href: (p) => p.report('profit-and-loss') },
  { label: 'cashFlow', icon: 'report', permission: 'report.read', href: (p) => p.report('cash-flow') },
  { label: 'generalLedger', icon: 'report', permission: 'report.read', href: (p) => p.report('general-ledger') },
  { label: 'agedReceivables', icon: 'report', permission: 'report.read', href: (p) => p.report('aged-receivables') },
  { label: 'agedPayables', icon: 'report', permission: 'report.read', href: (p) => p.report('aged-payables') },
  { label: 'customerStatement', icon: 'report', permission: 'report.read', href: (p) => p.report('customer-statement') },
  { label: 'recordHolds', icon: 'shield', permission: 'event.read', href: (p) => p.recordHolds() },
  { label: 'recordClasses', icon: 'tree', permission: 'record.read', href: (p) => p.recordClasses() },
  { label: 'filingRules', icon: 'trail', permission: 'record.read', href: (p) => p.filingRules() },
  { label: 'openingBalances', icon: 'opening', permission: 'entry.post', href: (p) => p.openingBalances() },
  { label: 'handOvers', icon: 'check', permission: 'asset.read', href: (p) => p.handOvers() },
  { label: 'consumables', icon: 'credit', permission: 'asset.read', href: (p) => p.consumables() },
  { label: 'invite', icon: 'people', permission: 'member.manage', href: (p) => p.members() },
];
