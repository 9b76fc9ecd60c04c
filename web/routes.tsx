import { type AnyRoute, createRootRoute, createRoute, createRouter, parseSearchWith, stringifySearchWith } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { Broken } from './shell/broken.tsx';
import { lazyPage } from './shell/lazy-page.tsx';
import { NotFound } from './shell/not-found.tsx';
import { Root } from './shell/root.tsx';
import { SignedIn } from './shell/signed-in.tsx';

/** The map of the pages. Each is fetched when it is first gone to; hovering or focusing its link fetches it ahead. */
export function makeRouter() {
  return createRouter({
    routeTree: tree,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Broken,
    // Members of the address are text: `?search=007` stays `007`.
    parseSearch: parseSearchWith((value) => value),
    stringifySearch: stringifySearchWith((value: unknown) => String(value)),
  });
}

type Loader = () => Promise<{ default: ComponentType }>;
const root = createRootRoute({ component: Root });
const page = (parent: AnyRoute, path: string, load: Loader) => createRoute({ getParentRoute: () => parent, path, component: lazyPage(load) });

const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn });
const firm = createRoute({
  getParentRoute: () => signedIn,
  path: '/firms/$firmId',
  component: lazyPage(() => import('./shell/firm-layout.tsx').then(({ FirmLayout }) => ({ default: FirmLayout }))),
});

const publicPages = [
  page(root, '/', () => import('./features/landing/landing-page.tsx')),
  page(root, '/pricing', () => import('./features/landing/pricing-page.tsx')),
  page(root, '/sign-up', () => import('./features/sign-up/sign-up-page.tsx')),
  page(root, '/sign-in', () => import('./features/sign-in/sign-in-page.tsx')),
  page(root, '/forgot-password', () => import('./features/passwords/forgot-password-page.tsx')),
  page(root, '/reset-password', () => import('./features/passwords/reset-password-page.tsx')),
  page(root, '/verify-email', () => import('./features/verify-email/verify-email-page.tsx')),
  page(root, '/invitation', () => import('./features/invitations/invitation-page.tsx')),
];
const personPages = [
  page(signedIn, '/firms', () => import('./features/firms/firms-page.tsx')),
  page(signedIn, '/account', () => import('./features/account/account-page.tsx')),
];
const firmPages = [
  page(firm, '/', () => import('./features/dashboard/dashboard-page.tsx')),
  page(firm, '/invoices', () => import('./features/invoices/invoices-page.tsx')),
  page(firm, '/invoices/new', () => import('./features/invoices/edit-invoice-page.tsx')),
  page(firm, '/invoices/$invoiceId', () => import('./features/invoices/invoice-page.tsx')),
  page(firm, '/invoices/$invoiceId/edit', () => import('./features/invoices/edit-invoice-page.tsx')),
  page(firm, '/invoices/$invoiceId/print', () => import('./features/invoices/print-invoice-page.tsx')),
  page(firm, '/credit-notes', () => import('./features/credit-notes/credit-notes-page.tsx')),
  page(firm, '/credit-notes/new', () => import('./features/credit-notes/edit-credit-note-page.tsx')),
  page(firm, '/credit-notes/$creditNoteId', () => import('./features/credit-notes/credit-note-page.tsx')),
  page(firm, '/credit-notes/$creditNoteId/edit', () => import('./features/credit-notes/edit-credit-note-page.tsx')),
  page(firm, '/contacts', () => import('./features/contacts/contacts-page.tsx')),
  page(firm, '/contacts/new', () => import('./features/contacts/edit-contact-page.tsx')),
  page(firm, '/contacts/$contactId', () => import('./features/contacts/contact-page.tsx')),
  page(firm, '/contacts/$contactId/edit', () => import('./features/contacts/edit-contact-page.tsx')),
  page(firm, '/payments', () => import('./features/payments/payments-page.tsx')),
  page(firm, '/payments/new', () => import('./features/payments/record-payment-page.tsx')),
  page(firm, '/payments/$paymentId', () => import('./features/payments/payment-page.tsx')),
  page(firm, '/entries', () => import('./features/entries/entries-page.tsx')),
  page(firm, '/entries/new', () => import('./features/entries/post-entry-page.tsx')),
  page(firm, '/entries/$entryId', () => import('./features/entries/entry-page.tsx')),
  page(firm, '/accounts', () => import('./features/accounts/accounts-page.tsx')),
  page(firm, '/accounts/$code', () => import('./features/accounts/account-ledger-page.tsx')),
  page(firm, '/reports', () => import('./features/reports/reports-page.tsx')),
  page(firm, '/reports/trial-balance', () => import('./features/reports/trial-balance-page.tsx')),
  page(firm, '/reports/balance-sheet', () => import('./features/reports/balance-sheet-page.tsx')),
  page(firm, '/reports/profit-and-loss', () => import('./features/reports/profit-and-loss-page.tsx')),
  page(firm, '/reports/cash-flow', () => import('./features/reports/cash-flow-page.tsx')),
  page(firm, '/reports/general-ledger', () => import('./features/reports/general-ledger-page.tsx')),
  page(firm, '/reports/aged-receivables', () => import('./features/reports/aged-receivables-page.tsx')),
  page(firm, '/reports/aged-payables', () => import('./features/reports/aged-payables-page.tsx')),
  page(firm, '/reports/customer-statement', () => import('./features/reports/customer-statement-page.tsx')),
  page(firm, '/periods', () => import('./features/periods/periods-page.tsx')),
  page(firm, '/opening-balances', () => import('./features/opening-balances/opening-balances-page.tsx')),
  page(firm, '/imports', () => import('./features/imports/imports-page.tsx')),
  page(firm, '/imports/new', () => import('./features/imports/new-import-page.tsx')),
  page(firm, '/imports/$importId', () => import('./features/imports/import-page.tsx')),
  page(firm, '/search', () => import('./features/search/search-page.tsx')),
  page(firm, '/audit-trail', () => import('./features/audit-trail/audit-trail-page.tsx')),
  page(firm, '/book', () => import('./features/book/book-page.tsx')),
  page(firm, '/cases', () => import('./features/desk/desk-page.tsx')),
  page(firm, '/cases/new', () => import('./features/desk/new-case-page.tsx')),
  page(firm, '/cases/$caseId', () => import('./features/desk/case-page.tsx')),
  page(firm, '/knowledge', () => import('./features/knowledge/articles-page.tsx')),
  page(firm, '/knowledge/new', () => import('./features/knowledge/edit-article-page.tsx')),
  page(firm, '/knowledge/$articleId', () => import('./features/knowledge/article-page.tsx')),
  page(firm, '/knowledge/$articleId/edit', () => import('./features/knowledge/edit-article-page.tsx')),
  page(firm, '/maintenance', () => import('./features/maintenance/maintenance-page.tsx')),
  page(firm, '/services', () => import('./features/services/status-page.tsx')),
  page(firm, '/desk-report', () => import('./features/desk-report/desk-report-page.tsx')),
  page(firm, '/calendar', () => import('./features/calendar/calendar-page.tsx')),
  page(firm, '/deadlines', () => import('./features/calendar/deadlines-page.tsx')),
  page(firm, '/deadlines/new', () => import('./features/calendar/edit-deadline-page.tsx')),
  page(firm, '/deadlines/$deadlineId', () => import('./features/calendar/deadline-page.tsx')),
  page(firm, '/deadlines/$deadlineId/edit', () => import('./features/calendar/edit-deadline-page.tsx')),
  page(firm, '/requests', () => import('./features/requests/requests-page.tsx')),
  page(firm, '/requests/$caseId', () => import('./features/requests/request-page.tsx')),
  page(firm, '/settings/desk-mail', () => import('./features/desk-mail/desk-mail-page.tsx')),
  page(firm, '/settings/desk', () => import('./features/desk-settings/desk-settings-page.tsx')),
  page(firm, '/decisions', () => import('./features/decisions/decisions-page.tsx')),
  page(firm, '/decisions/$decisionRequestId', () => import('./features/decisions/decision-page.tsx')),
  page(firm, '/settings/delegations', () => import('./features/decisions/delegations-page.tsx')),
  page(firm, '/records', () => import('./features/records/records-page.tsx')),
  page(firm, '/records/$recordId', () => import('./features/records/record-page.tsx')),
  page(firm, '/record-classes', () => import('./features/records/record-classes-page.tsx')),
  page(firm, '/record-holds', () => import('./features/records/record-holds-page.tsx')),
  page(firm, '/disposals', () => import('./features/records/disposals-page.tsx')),
  page(firm, '/disposals/$disposalId', () => import('./features/records/disposal-page.tsx')),
  page(firm, '/filing-rules', () => import('./features/records/filing-rules-page.tsx')),
  page(firm, '/assets', () => import('./features/it/assets-page.tsx')),
  page(firm, '/assets/new', () => import('./features/it/edit-asset-page.tsx')),
  page(firm, '/assets/labels', () => import('./features/it/labels-page.tsx')),
  page(firm, '/assets/discover', () => import('./features/it/discover-page.tsx')),
  page(firm, '/assets/$assetId', () => import('./features/it/asset-page.tsx')),
  page(firm, '/assets/$assetId/edit', () => import('./features/it/edit-asset-page.tsx')),
  page(firm, '/hand-overs', () => import('./features/it/hand-overs-page.tsx')),
  page(firm, '/hand-overs/$handOverId', () => import('./features/it/hand-over-page.tsx')),
  page(firm, '/consumables', () => import('./features/it/consumables-page.tsx')),
  page(firm, '/licences', () => import('./features/it/licences-page.tsx')),
  page(firm, '/licences/$licenceId', () => import('./features/it/licence-page.tsx')),
  page(firm, '/access', () => import('./features/it/access-page.tsx')),
  page(firm, '/access-reviews/$reviewId', () => import('./features/it/access-review-page.tsx')),
  page(firm, '/leavers', () => import('./features/it/leavers-page.tsx')),
  page(firm, '/leavers/$caseId', () => import('./features/it/leaver-page.tsx')),
  page(firm, '/settings', () => import('./features/settings/firm-settings-page.tsx')),
  page(firm, '/settings/members', () => import('./features/members/members-page.tsx')),
  page(firm, '/settings/dimensions', () => import('./features/dimensions/dimensions-page.tsx')),
];

const tree = root.addChildren([...publicPages, signedIn.addChildren([...personPages, firm.addChildren(firmPages)])]);
