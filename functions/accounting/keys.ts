import { keyTable } from '../platform/table/key-table.ts';

/** The keys of the book, each by the question it answers. */
export const bookKeys = keyTable({
  head: { asks: 'Where does the book stand: last entry, close, lock, chart version?', pk: 'BOOK', sk: 'HEAD' },
  chartTemplate: { asks: 'Which accounts did the firm start with?', pk: 'CHART', sk: 'TEMPLATE' },
  account: { asks: 'What is an account now (over the template)?', pk: 'CHART', sk: 'ACCOUNT#{code}' },
  dimension: { asks: 'Which branches, projects and cost centres are there?', pk: 'CHART', sk: 'DIMENSION#{kind}#{code}' },
  commodity: { asks: 'How many decimals does a commodity have?', pk: 'CHART', sk: 'COMMODITY#{code}' },
  entry: { asks: 'The entry of a number; entries in order of posting', pk: 'JOURNAL', sk: '{seq}' },
  reversal: { asks: 'Was an entry reversed, and by which?', pk: 'REVERSALS', sk: '{seq}' },
  movement: { asks: 'What moved on each account in a range of months?', pk: 'MOVEMENTS', sk: '{month}#{account}#{currency}#{dimensions}#{closing}' },
  ledger: { asks: 'Which lines does an account have, by month and number?', pk: 'LEDGER#{account}', sk: '{month}#{seq}#{part}' },
  batchMarker: { asks: 'Which steps of a staged batch are done?', pk: 'BATCH#{batch}', sk: '{step}' },
  attachment: { asks: 'Which files are attached to an entry?', pk: 'ATTACHMENTS#{entry}', sk: '{attachment}' },
  import: { asks: 'How is an import going?', pk: 'IMPORTS', sk: '{import}' },
});
