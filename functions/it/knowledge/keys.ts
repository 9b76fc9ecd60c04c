import { keyTable } from '../../platform/table/key-table.ts';

/** The keys of the knowledge base, each by the question it answers. */
export const knowledgeKeys = keyTable({
  article: { asks: 'One article', pk: 'ARTICLE#{article}', sk: 'ARTICLE' },
  articles: { asks: 'Articles in a state, latest change first', pk: 'ARTICLES#{state}', sk: '{updatedAt}#{article}', index: 'gsi1' },
  articleVersion: { asks: 'What did an article say before?', pk: 'ARTICLE#{article}', sk: 'VERSION#{version}' },
  articleClue: { asks: 'Which published articles does a word speak for?', pk: 'ARTICLE-CLUE#{word}', sk: '{article}' },
  articleHelped: { asks: 'How many did an article help?', pk: 'ARTICLE#{article}', sk: 'HELPED' },
  articleFeedback: { asks: 'Did it help this person?', pk: 'ARTICLE#{article}', sk: 'SAID#{user}' },
});
