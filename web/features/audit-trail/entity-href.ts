import type { FirmPaths, Href } from '../../path-builder.ts';

/** The page of what an event is about, where it has one. */
export function entityHref(paths: FirmPaths, { kind, id }: { readonly kind: string; readonly id: string }): Href | undefined {
  const page: ((paths: FirmPaths, id: string) => Href) | undefined = Object.hasOwn(pages, kind) ? pages[kind] : undefined;
  return page?.(paths, id);
}

const pages: Readonly<Record<string, (paths: FirmPaths, id: string) => Href>> = {
  invoice: (paths, id) => paths.invoice(id),
  'credit-note': (paths, id) => paths.creditNote(id),
  creditNote: (paths, id) => paths.creditNote(id),
  payment: (paths, id) => paths.payment(id),
  contact: (paths, id) => paths.contact(id),
  entry: (paths, id) => paths.entry(id),
  account: (paths, id) => paths.ledger(id),
  import: (paths, id) => paths.import(id),
  period: (paths) => paths.periods(),
  year: (paths) => paths.periods(),
  member: (paths) => paths.members(),
  invitation: (paths) => paths.members(),
  firm: (paths) => paths.settings(),
  case: (paths, id) => paths.case(id),
  queue: (paths) => paths.deskSettings(),
  'work-settings': (paths) => paths.deskSettings(),
  'desk-mail': (paths) => paths.deskMail(),
  'decision-request': (paths, id) => paths.decision(id),
  delegation: (paths) => paths.delegations(),
  deadline: (paths, id) => paths.deadline(id),
  record: (paths, id) => paths.record(id),
  'record-class': (paths) => paths.recordClasses(),
  hold: (paths) => paths.recordHolds(),
  disposal: (paths, id) => paths.disposal(id),
  'filing-rule': (paths) => paths.filingRules(),
  asset: (paths, id) => paths.asset(id),
  'hand-over': (paths, id) => paths.handOver(id),
  consumable: (paths) => paths.consumables(),
  discovery: (paths) => paths.discoverAssets(),
  licence: (paths, id) => paths.licence(id),
  system: (paths) => paths.access(),
  'access-grant': (paths) => paths.access(),
  'access-review': (paths, id) => paths.accessReview(id),
  article: (paths, id) => paths.article(id),
  service: (paths) => paths.services(),
};
