/** An address of the pages. Every link is made here, and a golden holds them: a renamed page breaks a test and not a bookmark. */
export type Href = `/${string}`;
type Search = Readonly<Record<string, string | undefined>>;

const withSearch = (path: Href, search: Search = {}): Href => {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) if (value) query.set(key, value);
  return query.size > 0 ? `${path}?${query}` : path;
};
const part = encodeURIComponent;

/** Pages for anybody, and for the person who is signed in. */
export const publicPaths = {
  landing: (): Href => '/',
  pricing: (): Href => '/pricing',
  signUp: (search?: { plan?: string; kind?: string }): Href => withSearch('/sign-up', search),
  signIn: (next?: string): Href => withSearch('/sign-in', { next }),
  forgotPassword: (): Href => '/forgot-password',
  resetPassword: (token?: string): Href => withSearch('/reset-password', { token }),
  verifyEmail: (token?: string): Href => withSearch('/verify-email', { token }),
  invitation: (token?: string): Href => withSearch('/invitation', { token }),
  firms: (search?: { all?: string }): Href => withSearch('/firms', search),
  account: (): Href => '/account',
} as const;

export const reportNames = [
  'trial-balance',
  'balance-sheet',
  'profit-and-loss',
  'cash-flow',
  'general-ledger',
  'aged-receivables',
  'aged-payables',
  'customer-statement',
] as const;
export type ReportName = (typeof reportNames)[number];

/** Pages of one firm. */
export const firmPaths = (firmId: string) => {
  const at = (rest: string): Href => `/firms/${part(firmId)}${rest}`;
  return {
    dashboard: (): Href => at(''),
    invoices: (search?: Search): Href => withSearch(at('/invoices'), search),
    newInvoice: (search?: { contact?: string }): Href => withSearch(at('/invoices/new'), search),
    invoice: (id: string): Href => at(`/invoices/${part(id)}`),
    editInvoice: (id: string): Href => at(`/invoices/${part(id)}/edit`),
    printInvoice: (id: string): Href => at(`/invoices/${part(id)}/print`),
    creditNotes: (search?: Search): Href => withSearch(at('/credit-notes'), search),
    newCreditNote: (search?: { invoice?: string; contact?: string }): Href => withSearch(at('/credit-notes/new'), search),
    creditNote: (id: string): Href => at(`/credit-notes/${part(id)}`),
    editCreditNote: (id: string): Href => at(`/credit-notes/${part(id)}/edit`),
    contacts: (search?: Search): Href => withSearch(at('/contacts'), search),
    newContact: (): Href => at('/contacts/new'),
    contact: (id: string): Href => at(`/contacts/${part(id)}`),
    editContact: (id: string): Href => at(`/contacts/${part(id)}/edit`),
    payments: (search?: Search): Href => withSearch(at('/payments'), search),
    newPayment: (search?: { invoice?: string; contact?: string; direction?: string }): Href => withSearch(at('/payments/new'), search),
    payment: (id: string): Href => at(`/payments/${part(id)}`),
    entries: (search?: Search): Href => withSearch(at('/entries'), search),
    newEntry: (): Href => at('/entries/new'),
    entry: (id: string): Href => at(`/entries/${part(id)}`),
    accounts: (search?: Search): Href => withSearch(at('/accounts'), search),
    ledger: (code: string, search?: Search): Href => withSearch(at(`/accounts/${part(code)}`), search),
    reports: (): Href => at('/reports'),
    report: (name: ReportName, search?: Search): Href => withSearch(at(`/reports/${name}`), search),
    periods: (): Href => at('/periods'),
    openingBalances: (): Href => at('/opening-balances'),
    imports: (): Href => at('/imports'),
    newImport: (): Href => at('/imports/new'),
    import: (id: string): Href => at(`/imports/${part(id)}`),
    search: (search?: { q?: string; kind?: string }): Href => withSearch(at('/search'), search),
    auditTrail: (search?: Search): Href => withSearch(at('/audit-trail'), search),
    book: (): Href => at('/book'),
    cases: (search?: Search): Href => withSearch(at('/cases'), search),
    newCase: (search?: { kind?: string }): Href => withSearch(at('/cases/new'), search),
    case: (id: string): Href => at(`/cases/${part(id)}`),
    replyToCase: (id: string): Href => withSearch(at(`/cases/${part(id)}`), { reply: '1' }),
    articles: (search?: Search): Href => withSearch(at('/knowledge'), search),
    newArticle: (): Href => at('/knowledge/new'),
    article: (id: string): Href => at(`/knowledge/${part(id)}`),
    editArticle: (id: string): Href => at(`/knowledge/${part(id)}/edit`),
    services: (): Href => at('/services'),
    deskReport: (search?: Search): Href => withSearch(at('/desk-report'), search),
    calendar: (search?: Search): Href => withSearch(at('/calendar'), search),
    deadlines: (search?: Search): Href => withSearch(at('/deadlines'), search),
    newDeadline: (search?: { opens?: string; asset?: string }): Href => withSearch(at('/deadlines/new'), search),
    maintenance: (): Href => at('/maintenance'),
    deadline: (id: string): Href => at(`/deadlines/${part(id)}`),
    editDeadline: (id: string): Href => at(`/deadlines/${part(id)}/edit`),
    requests: (): Href => at('/requests'),
    request: (id: string): Href => at(`/requests/${part(id)}`),
    deskMail: (): Href => at('/settings/desk-mail'),
    deskSettings: (search?: Search): Href => withSearch(at('/settings/desk'), search),
    decisions: (search?: Search): Href => withSearch(at('/decisions'), search),
    decision: (id: string): Href => at(`/decisions/${part(id)}`),
    delegations: (): Href => at('/settings/delegations'),
    records: (search?: Search): Href => withSearch(at('/records'), search),
    record: (id: string): Href => at(`/records/${part(id)}`),
    recordClasses: (): Href => at('/record-classes'),
    recordHolds: (): Href => at('/record-holds'),
    disposals: (): Href => at('/disposals'),
    disposal: (id: string): Href => at(`/disposals/${part(id)}`),
    filingRules: (): Href => at('/filing-rules'),
    assets: (search?: Search): Href => withSearch(at('/assets'), search),
    newAsset: (): Href => at('/assets/new'),
    assetLabels: (search?: Search): Href => withSearch(at('/assets/labels'), search),
    discoverAssets: (): Href => at('/assets/discover'),
    asset: (id: string): Href => at(`/assets/${part(id)}`),
    editAsset: (id: string): Href => at(`/assets/${part(id)}/edit`),
    handOvers: (search?: Search): Href => withSearch(at('/hand-overs'), search),
    handOver: (id: string): Href => at(`/hand-overs/${part(id)}`),
    consumables: (): Href => at('/consumables'),
    licences: (): Href => at('/licences'),
    licence: (id: string): Href => at(`/licences/${part(id)}`),
    access: (search?: Search): Href => withSearch(at('/access'), search),
    accessReview: (id: string): Href => at(`/access-reviews/${part(id)}`),
    leavers: (): Href => at('/leavers'),
    leaver: (id: string): Href => at(`/leavers/${part(id)}`),
    settings: (): Href => at('/settings'),
    members: (): Href => at('/settings/members'),
    dimensions: (): Href => at('/settings/dimensions'),
  } as const;
};
export type FirmPaths = ReturnType<typeof firmPaths>;

/** Keeps an address that somebody else wrote (`?next=`) inside the pages, and off the page that asks for it. */
export const ownAddress = (text: string | undefined): Href | undefined =>
  text !== undefined && /^\/(?![/\\])(?!sign-in(?:[/?#]|$))/.test(text) ? (text as Href) : undefined;
