import type { SearchKindName } from '../../../domain/records/search/kinds.ts';
import type { FirmPaths, Href } from '../../path-builder.ts';
import type { IconName } from '../../ui/icons.tsx';

interface FindPlace {
  readonly icon: IconName;
  readonly href: (paths: FirmPaths, id: string) => Href;
}

/** Where each kind of find is opened. */
export const findPlaces: Readonly<Record<SearchKindName, FindPlace>> = {
  contact: { icon: 'people', href: (paths, id) => paths.contact(id) },
  invoice: { icon: 'invoice', href: (paths, id) => paths.invoice(id) },
  'credit-note': { icon: 'credit', href: (paths, id) => paths.creditNote(id) },
  payment: { icon: 'payment', href: (paths, id) => paths.payment(id) },
  case: { icon: 'trail', href: (paths, id) => paths.case(id) },
  record: { icon: 'clip', href: (paths, id) => paths.record(id) },
  deadline: { icon: 'calendar', href: (paths, id) => paths.deadline(id) },
  asset: { icon: 'opening', href: (paths, id) => paths.asset(id) },
  licence: { icon: 'shield', href: (paths, id) => paths.licence(id) },
  article: { icon: 'report', href: (paths, id) => paths.article(id) },
  account: { icon: 'tree', href: (paths, id) => paths.ledger(id) },
  member: { icon: 'user', href: (paths) => paths.members() },
  entry: { icon: 'journal', href: (paths, id) => paths.entry(id) },
};
