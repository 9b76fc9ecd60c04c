/** The people and firms of the demo: one provider and the three firms that it looks after. Names, goods and rents are made up; the law is real. */
export interface DemoFirm {
  readonly key: string;
  readonly owner: { readonly name: string; readonly email: string; readonly locale: 'ar' | 'en' };
  readonly firm: { readonly name: string; readonly country: string; readonly currency: string; readonly kind: 'business' | 'provider' };
  /** What its printed invoices name it by; the numbers have the right form and belong to nobody. */
  readonly details: { readonly taxNumber: string; readonly address: Readonly<Record<string, string>> };
  /** Rough size of one sale, in major units. */
  readonly sale: number;
  readonly customers: readonly { readonly name: string; readonly nameAr?: string; readonly email: string }[];
  readonly goods: readonly string[];
  /** What it spends each month: the account of its country's chart, about how much in major units, and the rate of input tax on it in basis points. */
  readonly costs: readonly { readonly account: string; readonly amount: number; readonly taxBasisPoints: number; readonly memo: string }[];
  readonly capital: { readonly amount: number; readonly memo: string };
}

export const DEMO_PASSWORD = 'diwan-demo-2026';

/** The provider's bookkeeper: an accountant in every client firm. */
export const bookkeeper = { name: 'هدى السالم', email: 'huda@mizan.example' };
/** On the provider’s staff: asks the desk for things, as colleagues do. */
export const assistant = { name: 'ليان القحطاني', email: 'layan@mizan.example' };

export const provider: DemoFirm = {
  key: 'mizan',
  owner: { name: bookkeeper.name, email: bookkeeper.email, locale: 'ar' },
  firm: { name: 'ميزان لخدمات الأعمال', country: 'SA', currency: 'SAR', kind: 'provider' },
  details: {
    taxNumber: '300000000100003',
    address: { street: 'شارع العليا', building: '7421', district: 'العليا', city: 'الرياض', postalCode: '12211' },
  },
  sale: 4500,
  customers: [
    { name: 'مؤسسة نخلة الرياض للتجارة', nameAr: 'مؤسسة نخلة الرياض للتجارة', email: 'accounts@nakhla.example' },
    { name: 'Nile Design Studio', nameAr: 'استوديو النيل للتصميم', email: 'accounts@nile.example' },
    { name: 'Thames Coffee Supplies Ltd', nameAr: 'تيمز لمستلزمات القهوة', email: 'accounts@thames.example' },
  ],
  goods: ['مسك الدفاتر الشهري', 'إعداد الإقرار الضريبي', 'خدمات الدعم الفني'],
  costs: [
    { account: '5301', amount: 5000, taxBasisPoints: 1500, memo: 'إيجار المكتب' },
    { account: '5201', amount: 24000, taxBasisPoints: 0, memo: 'رواتب الشهر' },
    { account: '5302', amount: 900, taxBasisPoints: 1500, memo: 'كهرباء واتصالات' },
  ],
  capital: { amount: 80000, memo: 'رأس المال المدفوع' },
};

export const clients: readonly DemoFirm[] = [
  {
    key: 'nakhla',
    owner: { name: 'فيصل العتيبي', email: 'faisal@nakhla.example', locale: 'ar' },
    firm: { name: 'مؤسسة نخلة الرياض للتجارة', country: 'SA', currency: 'SAR', kind: 'business' },
    details: {
      taxNumber: '300000000200003',
      address: { street: 'طريق الملك عبدالعزيز', building: '3185', district: 'الملقا', city: 'الرياض', postalCode: '13521' },
    },
    sale: 9000,
    customers: [
      { name: 'مدارس البيان الأهلية', email: 'pay@bayan.example' },
      { name: 'مكتب الأفق للاستشارات', email: 'pay@ofoq.example' },
      { name: 'شركة Blue Falcon (فرع جدة)', email: 'pay@bluefalcon.example' },
      { name: 'عيادات الشفاء الطبية', email: 'pay@shifa.example' },
      { name: 'ورشة السرعة للسيارات', email: 'pay@sura.example' },
    ],
    goods: ['تمر سكري فاخر – كرتون', 'قهوة عربية مختصة – 1 كجم', 'علب هدايا موسمية', 'توريد ضيافة مكتبية'],
    costs: [
      { account: '5301', amount: 7500, taxBasisPoints: 1500, memo: 'إيجار المعرض' },
      { account: '5201', amount: 21000, taxBasisPoints: 0, memo: 'رواتب الشهر' },
      { account: '5302', amount: 1850, taxBasisPoints: 1500, memo: 'كهرباء واتصالات' },
      { account: '5101', amount: 16000, taxBasisPoints: 1500, memo: 'مشتريات بضاعة' },
    ],
    capital: { amount: 150000, memo: 'رأس المال المدفوع' },
  },
  {
    key: 'nile',
    owner: { name: 'منى حسن', email: 'mona@nile.example', locale: 'ar' },
    firm: { name: 'استوديو النيل للتصميم', country: 'EG', currency: 'EGP', kind: 'business' },
    details: {
      taxNumber: '100000001',
      address: { street: 'شارع 26 يوليو', building: '14', district: 'الزمالك', city: 'القاهرة', postalCode: '11211' },
    },
    sale: 42000,
    customers: [
      { name: 'دار المعارف للنشر', email: 'pay@maaref.example' },
      { name: 'Delta Foods', nameAr: 'دلتا للأغذية', email: 'pay@delta.example' },
      { name: 'فندق لؤلؤة الأقصر', email: 'pay@luxorpearl.example' },
      { name: 'شركة الصعيد للمقاولات', email: 'pay@saeed.example' },
    ],
    goods: ['تصميم هوية بصرية', 'تصميم صفحات موقع', 'إخراج كتيّب تعريفي', 'جلسة تصوير منتجات'],
    costs: [
      { account: '3301', amount: 30000, taxBasisPoints: 0, memo: 'إيجار الاستوديو' },
      { account: '3201', amount: 95000, taxBasisPoints: 0, memo: 'مرتبات الشهر' },
      { account: '3302', amount: 5200, taxBasisPoints: 1400, memo: 'كهرباء ومياه' },
      { account: '3304', amount: 18000, taxBasisPoints: 1400, memo: 'طباعة واشتراكات برامج' },
    ],
    capital: { amount: 600000, memo: 'رأس المال المدفوع' },
  },
  {
    key: 'thames',
    owner: { name: 'James Okafor', email: 'james@thames.example', locale: 'en' },
    firm: { name: 'Thames Coffee Supplies Ltd', country: 'GB', currency: 'GBP', kind: 'business' },
    details: { taxNumber: '339072747', address: { street: 'Wapping High Street', building: '12', city: 'London', postalCode: 'E1W 1AA' } },
    sale: 1800,
    customers: [
      { name: 'The Wapping Bakery', email: 'pay@wapping.example' },
      { name: 'Kew Garden Cafés', email: 'pay@kew.example' },
      { name: 'Hotel Blackfriars', email: 'pay@blackfriars.example' },
      { name: 'Camden Roasters Co-op', email: 'pay@camden.example' },
      { name: 'مقهى الشام', nameAr: 'مقهى الشام', email: 'pay@sham.example' },
    ],
    goods: ['House blend, 10 kg', 'Paper cups, box of 500', 'Grinder service', 'Barista training day'],
    costs: [
      { account: '7100', amount: 1600, taxBasisPoints: 0, memo: 'Rent of the unit' },
      { account: '7000', amount: 5200, taxBasisPoints: 0, memo: 'Wages' },
      { account: '7200', amount: 340, taxBasisPoints: 2000, memo: 'Electricity' },
      { account: '5000', amount: 3900, taxBasisPoints: 2000, memo: 'Goods for resale' },
    ],
    capital: { amount: 25000, memo: 'Share capital paid in' },
  },
];
