import type { ImportJob } from '../../../domain/accounting/imports/import-job.ts';
import { readContactsCsv } from '../../../domain/accounting/journals/read-contacts-csv.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import { firmLog } from '../../platform/firm-log.ts';
import type { PostingContext } from '../commit-posting.ts';
import { contactWrites } from '../invoicing/contact-items.ts';
import { contactDefaults } from '../invoicing/firm-settings.ts';
import { contactOfRow } from './check-contacts.ts';
import { commitJob, jobWrite } from './commit-job.ts';
import { fileText } from './file-text.ts';
import { nextOf } from './import-items.ts';

/** Contacts of one step: with the rows of their names they stay within a transaction. */
const STEP = 5;

/** Adds the contacts of a checked file in steps, each with the job's progress: what a step before a crash has added is not added again. */
export async function writeContacts(context: PostingContext, job: ImportJob): Promise<void> {
  const text = await fileText(context, job.id);
  if (text === undefined) throw new Error(`the file of import ${job.id} is no text`);
  const defaults = await contactDefaults(context.table);
  const { rows } = readContactsCsv(text);
  let current = job;
  for (let start = job.written; start < rows.length; start += STEP) {
    const contacts = rows.slice(start, start + STEP).map((row) => contactOfRow(row, context.mint('contact'), defaults));
    if (contacts.some(isRefusal)) throw new Error('a checked file has a fault');
    const added = contacts.flatMap((contact) => (isRefusal(contact) ? [] : [contact]));
    const next = nextOf(current, { written: start + added.length });
    const write = jobWrite(current, next, context.ports.clock.now());
    await firmLog(context.ports, context.firm.id, context.table).submit({
      call: context,
      decide: () => ({
        writes: [write, ...added.flatMap((contact) => contactWrites(undefined, contact))],
        happenings: added.map((contact) => ({
          type: 'contact.created',
          entity: { kind: 'contact', id: contact.id, version: contact.version },
          data: { name: contact.name, kind: contact.kind, import: job.id },
        })),
        answer: null,
      }),
    });
    current = next;
  }
  const done = await commitJob(context, current, nextOf(current, { state: 'done', finishedAt: context.ports.clock.now() }));
  if (isRefusal(done)) throw new Error(`import ${job.id} could not be completed: ${done.refused}`);
}
