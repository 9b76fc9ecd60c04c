import type { ImportJob } from '../../../domain/accounting/imports/import-job.ts';
import type { LineFault } from '../../../domain/accounting/journals/journal.ts';
import { post } from '../../../domain/accounting/post.ts';
import { isRefusal, refuse } from '../../../domain/kernel/decision.ts';
import { entryPosted } from '../book/post-entry.ts';
import { commitPosting, type PostingContext, postingFacts } from '../commit-posting.ts';
import { draftOfOpeningBalances } from './check-opening-balances.ts';
import { jobWrite } from './commit-job.ts';
import { checkedText } from './file-text.ts';
import { nextOf } from './import-items.ts';
import { lineFault, refuseImport } from './refuse-import.ts';

/** Posts the one entry of a file of opening balances, with the end of its import. */
export async function writeOpeningBalances(context: PostingContext, job: ImportJob): Promise<void> {
  const text = await checkedText(context, job);
  if (text === undefined) return refuseImport(context, job, [{ line: 1, code: 'import.file_changed' }]);
  const { total } = job;
  const done = nextOf(job, { state: 'done', written: total ?? 0, finishedAt: context.ports.clock.now() });
  let found: readonly LineFault[] = [];
  const outcome = await commitPosting(context, {
    decide: (book) => {
      const { draft, faults } = draftOfOpeningBalances(book, text, job.createdAt.slice(0, 10));
      found = faults;
      if (!draft) return refuse('request.conflict');
      const posting = post(book, [draft], postingFacts(context));
      if (isRefusal(posting)) return posting;
      return {
        posting,
        writes: [jobWrite(job, done, context.ports.clock.now())],
        happenings: [
          ...posting.entries.map(entryPosted),
          { type: 'import.done', entity: { kind: 'import', id: job.id, version: done.version }, data: { entries: 1 } },
        ],
        answer: null,
      };
    },
  });
  if (isRefusal(outcome)) await refuseImport(context, job, found.length > 0 ? found : [lineFault(outcome, () => 1)]);
}
