import { keyTable } from '../platform/table/key-table.ts';

/** The keys of the desk, each by the question it answers. */
export const workKeys = keyTable({
  case: { asks: 'One case', pk: 'CASE#{case}', sk: 'CASE' },
  comment: { asks: 'What was said of a case, in order?', pk: 'CASE#{case}', sk: 'COMMENT#{comment}' },
  time: { asks: 'What time was spent on a case?', pk: 'CASE#{case}', sk: 'TIME#{time}' },
  caseNumber: { asks: 'Which case has a number? And all cases, newest first', pk: 'CASE-NUMBERS', sk: '{number}' },
  caseCounter: { asks: 'Which number was taken last?', pk: 'CASE-COUNTER', sk: 'COUNTER' },
  casesByDue: { asks: 'Cases of a queue in a state, by when somebody must act', pk: 'CASES-DUE#{queue}#{state}', sk: '{due}#{case}', index: 'gsi1' },
  casesOfQueue: { asks: 'Cases of a queue in a state, by age', pk: 'CASES#{queue}#{state}', sk: '{case}' },
  casesOfPersonByDue: {
    asks: 'Cases that somebody has, in a state, by when they must act',
    pk: 'CASES-OF-DUE#{user}#{state}',
    sk: '{due}#{case}',
    index: 'gsi1',
  },
  casesOfPerson: { asks: 'Cases that somebody has, in a state, by age', pk: 'CASES-OF#{user}#{state}', sk: '{case}' },
  casesAskedBy: { asks: 'Which cases did somebody ask for, newest first?', pk: 'CASES-ASKED#{user}', sk: '{case}' },
  caseTally: { asks: 'How many cases stand in a queue by state, and how many are late?', pk: 'CASE-TALLY', sk: '{queue}#{state}' },
  savedView: { asks: 'Which lists of cases did somebody save, or the firm share?', pk: 'SAVED-VIEWS#{shelf}', sk: '{view}' },
  queue: { asks: 'Which queues did the firm add or change?', pk: 'QUEUES', sk: '{queue}' },
  settings: { asks: 'When is the desk open now, and what does it promise?', pk: 'WORK-SETTINGS', sk: 'CURRENT' },
  settingsVersion: { asks: 'When was it open, and what did it promise, by version?', pk: 'WORK-SETTINGS', sk: 'VERSION#{version}' },
  refold: { asks: 'Which change of the settings has not reached every open case yet?', pk: 'WORK-SETTINGS', sk: 'REFOLD' },
});

const NUMBER_DIGITS = 10;
export const caseNumberKey = (number: number) => workKeys.caseNumber({ number: String(number).padStart(NUMBER_DIGITS, '0') });

/** Where cases stand for which nobody must act: behind all others. */
export const NEVER_DUE = '9999-12-31';
