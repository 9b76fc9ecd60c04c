import { keyTable } from '../../platform/table/key-table.ts';

/** The keys of decisions, each by the question it answers. */
export const decisionsKeys = keyTable({
  request: { asks: 'One request for a decision, with all that was said', pk: 'DECISION-REQUEST#{request}', sk: 'REQUEST' },
  receipt: { asks: 'What proves its outcome, by the version that had it?', pk: 'DECISION-REQUEST#{request}', sk: 'RECEIPT#{version}' },
  requestsByState: { asks: 'Requests in a state, by age', pk: 'DECISION-REQUESTS#{state}', sk: '{request}', index: 'gsi1' },
  requestsAbout: { asks: 'Which requests were there about a subject?', pk: 'DECISIONS-ABOUT#{kind}#{subject}', sk: '{request}' },
  waitingFor: { asks: 'Whose word is waited for?', pk: 'DECISIONS-WAITING#{user}', sk: '{request}' },
  delegation: { asks: 'Who decides in whose name, and when?', pk: 'DELEGATIONS', sk: '{delegation}' },
});

const VERSION_DIGITS = 6;
export const receiptKey = (request: string, version: number) =>
  decisionsKeys.receipt({ request, version: String(version).padStart(VERSION_DIGITS, '0') });
