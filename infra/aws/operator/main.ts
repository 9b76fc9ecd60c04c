// node infra/aws/operator/main.ts verify --table diwan-restored [--firm frm_...]...
// node infra/aws/operator/main.ts restore-firm --from diwan-restored --to <table> --firm frm_... [--apply]
// node infra/aws/operator/main.ts redo --table <table> --firm frm_...
// With the operator's own credentials, as the AWS command line has them.
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { FirmId } from '../../../domain/kernel/ids.ts';
import { dynamoTable } from '../../../functions/platform/table/dynamo.ts';
import { FirmTable } from '../../../functions/platform/table/firm-table.ts';
import { redo } from './redo.ts';
import { planRestore, restore } from './restore-firm.ts';
import type { Place } from './scan.ts';
import { firmsIn, verifyFirm } from './verify-table.ts';

const text = { type: 'string' } as const;
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { table: text, from: text, to: text, firm: { type: 'string', multiple: true }, apply: { type: 'boolean', default: false } },
});
const client = new DynamoDBClient({});
const place = (tableName: string | undefined, option: string): Place => {
  if (!tableName) throw new Error(`--${option} says which table`);
  return { client, tableName };
};

async function verified(table: Place, firms: AsyncIterable<FirmId> | Iterable<FirmId>): Promise<boolean> {
  let all = true;
  for await (const firm of firms) {
    const { verified: ok, entries, hash, why } = await verifyFirm(table, firm);
    console.log(`${ok ? 'verified' : 'NOT VERIFIED'}  ${firm}  ${entries} entries, hash ${hash || '(none)'}`);
    for (const line of why) console.log(`  ${line}`);
    all &&= ok;
  }
  return all;
}

async function restoreFirm(): Promise<boolean> {
  const [firm, ...others] = (values.firm ?? []) as FirmId[];
  if (!firm || others.length > 0) throw new Error('--firm says which one firm');
  const [from, to] = [place(values.from, 'from'), place(values.to, 'to')];
  if (!(await verified(from, [firm]))) throw new Error('the book to restore does not verify: nothing was changed');
  const plan = await planRestore(firm, from, to);
  console.log(`${plan.same} items are as they were; ${plan.written.length} to write, ${plan.removed.length} to remove.`);
  if (!values.apply) {
    console.log('Nothing was changed. Say --apply to do it.');
    return true;
  }
  await restore(plan, to);
  return verified(to, [firm]);
}

/** What was set aside in a firm, or among identity's own (`--firm identity`), is due again. */
async function redoFirm(): Promise<boolean> {
  const { client, tableName } = place(values.table, 'table');
  for (const firm of (values.firm ?? []) as FirmId[]) {
    for (const { handler, item, reason } of await redo(new FirmTable(dynamoTable({ client, tableName }), firm), new Date().toISOString()))
      console.log(`due again  ${firm}  ${handler}  ${item.pk} ${item.sk}  (${reason})`);
  }
  return true;
}

const [command] = positionals;
const commands: Readonly<Record<string, () => Promise<boolean>>> = {
  verify: () => {
    const table = place(values.table, 'table');
    return verified(table, values.firm ? (values.firm as FirmId[]) : firmsIn(table));
  },
  'restore-firm': restoreFirm,
  redo: redoFirm,
};
const run = commands[command ?? ''];
if (!run) throw new Error(`one of: ${Object.keys(commands).join(', ')}`);
process.exitCode = (await run()) ? 0 : 1;
