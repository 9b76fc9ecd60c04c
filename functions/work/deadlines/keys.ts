import { keyTable } from '../../platform/table/key-table.ts';

export const deadlinesKeys = keyTable({
  deadline: { asks: 'One deadline', pk: 'DEADLINE#{deadline}', sk: 'DEADLINE' },
  occurrence: { asks: 'One date of a deadline, and its dates in order', pk: 'DEADLINE#{deadline}', sk: 'OCCURRENCE#{date}' },
  deadlinesByDue: {
    asks: 'Deadlines in a state, by the next day on which one is due',
    pk: 'DEADLINES#{state}',
    sk: '{due}#{deadline}',
    index: 'gsi1',
  },
  feed: { asks: 'Under which secret does a member read the calendar from outside?', pk: 'CALENDAR-FEEDS', sk: '{user}' },
});

/** Where deadlines stand of which nothing waits: behind all others. */
export const NOTHING_WAITS = '9999-12-31';
