import type { Id } from '../../../domain/kernel/ids.ts';
import type { FirmTable } from '../../platform/table/firm-table.ts';
import { contactOf } from './contact-items.ts';
import { invoicingKeys } from './keys.ts';
import { documentKey } from './load-documents.ts';
import { type ContactRef, contactRef } from './wire-document.ts';

/** The names of contacts as they are now. One that is gone keeps its id as its name. */
export async function contactNames(table: FirmTable, ids: Iterable<Id<'contact'>>): Promise<(id: Id<'contact'>) => ContactRef> {
  const distinct = [...new Set(ids)];
  const items = await table.batchGet(distinct.map((contact) => invoicingKeys.contact({ contact })));
  const names = new Map(items.flatMap((item) => (item ? [[contactOf(item).id, contactRef(contactOf(item))]] : [])));
  return (id) => names.get(id) ?? { id, name: id, nameAr: null };
}

/** The numbers of documents, for those that name each other by id. */
export async function documentNumbers(table: FirmTable, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> {
  const keys = [...new Set(ids)].flatMap((id) => documentKey(id) ?? []);
  const items = await table.batchGet(keys);
  return new Map(items.flatMap((item) => (item ? [[String(item.id), String(item.number ?? '')]] : [])));
}
