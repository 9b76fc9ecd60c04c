import { may, type Role } from '../../../domain/firms/permissions.ts';
import { idPattern } from '../../../domain/kernel/ids.ts';
import { type LinkKind, linkKinds, type RecordLink } from '../../../domain/records/filing/link-kinds.ts';
import { entryById } from '../../accounting/book/entry-by-id.ts';
import { invoicingKeys } from '../../accounting/invoicing/keys.ts';
import { assetsKeys } from '../../it/assets/keys.ts';
import { authKeys } from '../../platform/auth/keys.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { workKeys } from '../../work/keys.ts';

const found: Readonly<Record<LinkKind, (table: FirmTable, id: string) => Promise<unknown>>> = {
  entry: entryById,
  invoice: (table, document) => table.get(invoicingKeys.invoice({ document })),
  'credit-note': (table, document) => table.get(invoicingKeys.creditNote({ document })),
  payment: (table, document) => table.get(invoicingKeys.payment({ document })),
  contact: (table, contact) => table.get(invoicingKeys.contact({ contact })),
  case: (table, id) => table.get(workKeys.case({ case: id })),
  person: (table, user) => table.get(authKeys.member({ user })),
  asset: (table, asset) => table.get(assetsKeys.asset({ asset })),
};

/** Whether somebody of a role can link to a thing: it is there and they may see it. What is linked is never deleted, so it need not be watched. */
export async function canLink(table: FirmTable, role: Role, { kind, id }: RecordLink): Promise<boolean> {
  const { id: idKind, permission } = linkKinds[kind];
  return may(role, permission) && idPattern(idKind).test(id) && (await found[kind](table, id)) !== undefined;
}
