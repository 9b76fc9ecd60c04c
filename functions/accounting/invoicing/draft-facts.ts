import type { Book } from '../../../domain/accounting/book.ts';
import type { DraftFacts } from '../../../domain/accounting/invoicing/read-draft.ts';
import type { FirmCall } from '../../platform/call.ts';
import type { Reading } from '../../platform/reading.ts';
import { firmSettings } from './firm-settings.ts';
import { loadContact } from './load-documents.ts';
import { taxCodesOf } from './tax-code-items.ts';

/** What a draft rests on besides the book: its contact (the commit is conditional on it), the firm's tax codes and how it rounds. */
export async function draftFacts(call: FirmCall, seen: Reading, contactId: string): Promise<(book: Book) => Omit<DraftFacts, 'defaultAccount'>> {
  const [contact, taxCodes, { rounding }] = await Promise.all([loadContact(seen, contactId), taxCodesOf(call), firmSettings(call)]);
  return ({ head, chart }) => ({ contact, head, chart, taxCodes, rounding, today: call.today });
}
