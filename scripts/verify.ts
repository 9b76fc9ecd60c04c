// npm run verify -- --firm frm_...            verifies a firm's book in DIWAN_DATA, beside a running host
// npm run verify -- --file export.jsonl       verifies an export, without any table
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Verdict, verifications, verifyBook } from '../domain/accounting/verify.ts';
import type { FirmId } from '../domain/kernel/ids.ts';
import { bookSource, type Items } from '../functions/accounting/verify/book-source.ts';
import { exportItems } from '../functions/accounting/verify/export-items.ts';
import { FirmTable } from '../functions/platform/table/firm-table.ts';
import { openTable } from '../infra/local/table/open-table.ts';

const { values } = parseArgs({ options: { firm: { type: 'string', multiple: true }, file: { type: 'string' }, data: { type: 'string' } } });
if (!values.file && !values.firm) {
  console.error('npm run verify -- --firm <id> [--firm <id>...] [--data ./.diwan]   or   npm run verify -- --file export.jsonl');
  process.exit(2);
}

const sha256 = (text: string): string => hash('sha256', text, 'hex');
const verify = async (name: string, items: Items): Promise<Verdict> => {
  const verdict = await verifyBook(await bookSource(items), sha256);
  console.log(`${verdict.verified ? 'verified' : 'NOT VERIFIED'}  ${name}  ${verdict.entries} entries, hash ${verdict.hash || '(none)'}`);
  for (const { verification, seq, what } of verdict.findings)
    console.log(`  ${verifications[verification].en}: ${seq === undefined ? '' : `at ${seq}: `}${what}`);
  return verdict;
};

let verified = true;
if (values.file) verified = (await verify(values.file, exportItems(readFileSync(values.file, 'utf8').split('\n')))).verified;
if (values.firm) {
  const table = openTable(join(values.data ?? process.env.DIWAN_DATA ?? '.diwan', 'table.sqlite'), { readOnly: true });
  for (const firm of values.firm) verified = (await verify(firm, new FirmTable(table, firm as FirmId))).verified && verified;
  table.close();
}
process.exitCode = verified ? 0 : 1;
