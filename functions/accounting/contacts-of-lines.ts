import { type Fault, type Outcome, refuse } from '../../domain/kernel/decision.ts';
import type { FirmCall } from '../platform/call.ts';
import { Reading } from '../platform/reading.ts';
import { invoicingKeys } from './invoicing/keys.ts';

interface WithContacts {
  readonly lines: readonly { readonly contact?: string | undefined }[];
}

/** The contacts that lines name, read so that the commit rests on them; one that does not exist here is a fault of its line. */
export async function contactsOfLines(
  call: FirmCall,
  entries: readonly WithContacts[],
  at: (index: number) => string = () => '',
): Promise<Outcome<Reading>> {
  const seen = new Reading(call.table);
  const named = entries.flatMap((entry, e) =>
    entry.lines.flatMap((line, i) => (line.contact ? [{ contact: line.contact, pointer: `${at(e)}/lines/${i}/contact` }] : [])),
  );
  if (named.length === 0) return seen;
  const ids = [...new Set(named.map(({ contact }) => contact))];
  const items = await call.table.batchGet(ids.map((contact) => invoicingKeys.contact({ contact })));
  const unknown = new Set(ids.filter((_, i) => !items[i]));
  const faults = named
    .filter(({ contact }) => unknown.has(contact))
    .map(({ pointer, contact }): Fault => ({ pointer, code: 'contact.unknown', values: { contact } }));
  return faults.length > 0 ? refuse('request.invalid', undefined, faults) : seen;
}
