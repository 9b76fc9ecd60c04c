import { type ArticleState, articleStates } from '../../../domain/it/knowledge/article.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';

const tones = { draft: 'warn', published: 'good', archived: 'plain' } as const satisfies Record<ArticleState, Tone>;

export function ArticleStateChip({ state }: { readonly state: ArticleState }) {
  const { language } = useLanguage();
  return <Chip tone={tones[state]}>{articleStates[state][language]}</Chip>;
}
