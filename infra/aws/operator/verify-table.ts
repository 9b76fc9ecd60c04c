import { hash } from 'node:crypto';
import { type Verdict, verifyBook } from '../../../domain/accounting/verify.ts';
import { type FirmId, idPattern } from '../../../domain/kernel/ids.ts';
import { bookSource } from '../../../functions/accounting/verify/book-source.ts';
import { firmKey } from '../../../functions/platform/auth/keys.ts';
import { dynamoTable } from '../../../functions/platform/table/dynamo.ts';
import { FirmTable } from '../../../functions/platform/table/firm-table.ts';
import { type Place, scan } from './scan.ts';

const FIRM_ID = idPattern('firm');
const isFirmId = (text: string): text is FirmId => FIRM_ID.test(text);

/** Every firm of a table. */
export async function* firmsIn(place: Place): AsyncGenerator<FirmId> {
  for await (const { pk } of scan(place, { prefix: 'F#', sk: firmKey.sk, keysOnly: true })) {
    const [, firm = '', rest] = pk?.S?.split('#') ?? [];
    if (rest === firmKey.pk && isFirmId(firm)) yield firm;
  }
}

/** Replays one firm's book as it lies in the table and compares all that is stored with its entries. A book that cannot be read is not verified. */
export async function verifyFirm(
  { client, tableName }: Place,
  firm: FirmId,
): Promise<Pick<Verdict, 'verified' | 'entries' | 'hash'> & { readonly why: readonly string[] }> {
  try {
    const source = await bookSource(new FirmTable(dynamoTable({ client, tableName }), firm));
    const { verified, entries, hash: last, findings } = await verifyBook(source, (text) => hash('sha256', text, 'hex'));
    return {
      verified,
      entries,
      hash: last,
      why: findings.map(({ verification, seq, what }) => `${verification}${seq === undefined ? '' : ` at ${seq}`}: ${what}`),
    };
  } catch (error) {
    return { verified: false, entries: 0, hash: '', why: [error instanceof Error ? error.message : String(error)] };
  }
}
