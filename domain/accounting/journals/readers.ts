import type { JournalReader } from './journal.ts';
import { readBeancount } from './read-beancount.ts';
import { readHledger } from './read-hledger.ts';
import { readJournalCsv } from './read-journal-csv.ts';
import { readJournalJsonLines } from './read-journal-json-lines.ts';
import { readLedger } from './read-ledger.ts';

/** The reader of each format of journal. */
export const journalReaders = {
  hledger: readHledger,
  ledger: readLedger,
  beancount: readBeancount,
  'journal-csv': readJournalCsv,
  'journal-jsonl': readJournalJsonLines,
} as const satisfies Record<string, JournalReader>;
