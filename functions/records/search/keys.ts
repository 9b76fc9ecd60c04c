import { keyTable } from '../../platform/table/key-table.ts';

/** The keys of the search, each by the question it answers. A rebuilt index is another generation beside the one that still answers. */
export const searchKeys = keyTable({
  state: { asks: 'How far has the search read the firm’s events and entries?', pk: 'SEARCH', sk: 'STATE' },
  term: {
    asks: 'Which documents of a kind have a word that begins so? (the latest of each word)',
    pk: 'SEARCH-TERMS#{generation}#{kind}',
    sk: '{term}',
  },
  block: { asks: 'Which documents have a word, further back?', pk: 'SEARCH-BLOCKS#{generation}#{kind}#{term}', sk: '{block}' },
  document: { asks: 'Which document has a number in the index?', pk: 'SEARCH-DOCUMENTS#{generation}#{kind}', sk: '{n}' },
  number: { asks: 'Which number does a document have in the index, and of what words?', pk: 'SEARCH-NUMBERS#{generation}#{kind}', sk: '{document}' },
  names: { asks: 'Which words of names are of this length? (for slips of the finger)', pk: 'SEARCH-NAMES#{generation}', sk: '{length}#{first}' },
});

/** The due handler that reads a firm's events after a commit. */
export { EVENTS_MOVED as FOLLOW_EVENTS } from '../../platform/event-chain.ts';
