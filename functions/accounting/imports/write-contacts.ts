import type { ImportJob } from '../../../domain/accounting/imports/import-job.ts';
import type { Contact } from '../../../domain/accounting/invoicing/contact.ts';
import { readContactsCsv } from '../../../domain/accounting/journals/read-contacts-csv.ts';
import { isRefusal } from '../../../domain/kernel/decision.ts';
import { firmLog } from '../../platform/firm-log.ts';
import type { Write } from '../../platform/table/port.ts';
import type { PostingContext } from '../commit-posting.ts';
import { contactWrites } from '../invoicing/contact-items.ts';
import { contactDefaults } from '../invoicing/firm-settings.ts';
import { contactOfRow } from './check-contacts.ts';
import { commitJob, jobWrite } from './commit-job.ts';
import { checkedText } from './file-text.ts';
import { nextOf } from './import-items.ts';
import { lineFault, refuseImport } from './refuse-import.ts';

/** Rows that the contacts of one step write with their names and events: what one transaction holds, with the job. */
const STEP_ITEMS = 80;

/** Adds the contacts of a checked file in steps, each with the job's progress: what a step before a crash has added is not added again. */
export async function writeContacts(context: PostingContext, job: ImportJob): Promise<void> {
  const text = await checkedText(context, job);
  if (text === undefined) return refuseImport(context, job, [{ line: 1, code: 'import.file_changed' }]);
  const defaults = await contactDefaults(context.table);
  const { rows } = readContactsCsv(text);
  let current = job;
  let step: Contact[] = [];
  let writes: Write[] = [];
  const addStep = async (): Promise<void> => {
    current = await addContacts(context, current, step, writes);
    [step, writes] = [[], []];
  };
  for (const row of rows.slice(job.written)) {
    const contact = contactOfRow(row, context.mint('contact'), defaults);
    if (isRefusal(contact)) return refuseImport(context, current, [lineFault(contact, () => row.line)]);
    const own = contactWrites(undefined, contact);
    if (step.length + writes.length + own.length + 1 > STEP_ITEMS) await addStep();
    step.push(contact);
    writes.push(...own);
  }
  if (step.length > 0) await addStep();
  const done = await commitJob(context, current, nextOf(current, { state: 'done', finishedAt: context.ports.clock.now() }));
  if (isRefusal(done)) throw new Error(`import ${job.id} could not be completed: ${done.refused}`);
}

/** One step: its contacts and the job's progress, together or not at all. */
async function addContacts(context: PostingContext, job: ImportJob, contacts: readonly Contact[], writes: readonly Write[]): Promise<ImportJob> {
  const next = nextOf(job, { written: job.written + contacts.length, attempts: 0 });
  const progress = jobWrite(job, next, context.ports.clock.now());
  await firmLog(context.ports, context.firm.id, context.table).submit({
    call: context,
    decide: () => ({
      writes: [progress, ...writes],
      happenings: contacts.map((contact) => ({
        type: 'contact.created',
        entity: { kind: 'contact', id: contact.id, version: contact.version },
        data: { name: contact.name, kind: contact.kind, import: job.id },
      })),
      answer: null,
    }),
  });
  return next;
}
