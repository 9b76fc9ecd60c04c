import { keyTable } from '../../platform/table/key-table.ts';

/** The keys of records, each by the question it answers. */
export const filingKeys = keyTable({
  record: { asks: 'One record with its versions, or what its disposal left', pk: 'RECORD#{record}', sk: 'RECORD' },
  text: { asks: 'What is written in a version of a record?', pk: 'RECORD-TEXT#{record}', sk: '{version}' },
  upload: { asks: 'Which file of a record has not arrived yet?', pk: 'RECORD-UPLOAD#{record}', sk: '{version}' },
  recordsBy: {
    asks: 'Records of a class, contact, period, tag, linked thing or state, by age (and all of them, by `all`)',
    pk: 'RECORDS#{by}#{value}',
    sk: '{record}',
  },
  recordCount: {
    asks: 'How many records are there by class, contact, period, tag or state?',
    pk: 'RECORD-COUNTS#{by}',
    sk: '{value}#{class}#{marked}',
  },
  digest: { asks: 'Which records have a file with these bytes?', pk: 'RECORD-DIGEST#{sha256}', sk: '{record}#{version}' },
  class: { asks: 'Which classes of records did the firm add or change?', pk: 'RECORD-CLASSES', sk: '{class}' },
  rule: { asks: 'By which rules is filing suggested?', pk: 'FILING-RULES', sk: '{rule}' },
  ofCase: { asks: 'Which record did a closed case leave, and is one to be made?', pk: 'RECORD-OF-CASE#{case}', sk: 'RECORD' },
});
