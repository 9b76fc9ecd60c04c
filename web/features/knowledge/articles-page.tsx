import { useState } from 'react';
import { type ArticleState, articleStateNames, articleStates } from '../../../domain/it/knowledge/article.ts';
import { useFirmApi, useFirmList } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { oneOf, useSearchState } from '../../shell/search-state.ts';
import { usePaused } from '../../shell/use-paused.ts';
import { SelectField } from '../../ui/choice-fields.tsx';
import { type Column, Grid } from '../../ui/grid/grid.tsx';
import { ButtonLink, Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ArticleStateChip } from './article-state-chip.tsx';
import { knowledgeMessages } from './knowledge-messages.ts';
import { titleIn } from './title-in.ts';

type Row = RowOf<'listArticles'>;
const SEARCH = { q: '', state: '' };

/** What the firm knows: found by a few words, or read by latest change. */
export default function ArticlesPage() {
  const t = useMessages(knowledgeMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths, may } = useFirm();
  const mayWrite = useReason('knowledge.write');
  const [search, setSearch] = useSearchState(SEARCH);
  const [typed, setTyped] = useState(search.q);
  const q = usePaused(typed.trim());
  const state: ArticleState = oneOf(articleStateNames, search.state) ?? 'published';
  const list = useFirmList('listArticles', { query: { state } }, { enabled: q === '' });
  const found = useFirmApi('suggestArticles', { query: { q: q.slice(0, 500) } }, { enabled: q !== '' });
  const columns: readonly Column<Row>[] = [
    {
      key: 'title',
      head: t('article'),
      width: 'minmax(220px, 2fr)',
      phone: 'name',
      opens: true,
      cell: (row) => <bdi>{titleIn(row.titles, language)}</bdi>,
    },
    { key: 'tags', head: t('tags'), width: 'minmax(140px, 1fr)', cell: (row) => <bdi>{row.tags.join(language === 'ar' ? '، ' : ', ')}</bdi> },
    { key: 'state', head: t('state'), width: '130px', phone: 'number', cell: (row) => <ArticleStateChip state={row.state} /> },
    { key: 'changed', head: t('changed'), width: '190px', cell: (row) => format.instant(row.updatedAt) },
  ];
  const begin = mayWrite === undefined && (
    <ButtonLink href={paths.newArticle()} kind="primary" icon="plus">
      {t('newArticle')}
    </ButtonLink>
  );
  return (
    <Page title={t('title')} actions={begin}>
      <div className="filters">
        <TextField
          label={t('find')}
          placeholder={t('findHint')}
          type="search"
          value={typed}
          onChange={(next) => {
            setTyped(next);
            setSearch({ q: next });
          }}
        />
        {may('knowledge.write') && (
          <SelectField
            label={t('state')}
            value={state}
            onChange={(next) => setSearch({ state: next })}
            choices={articleStateNames.map((value) => ({ value, label: articleStates[value][language] }))}
          />
        )}
      </div>
      <Problem problem={q === '' ? list.problem : (found.error ?? undefined)} retry={list.retry} />
      {(q === '' ? list.pending : found.isPending) && <Skeleton lines={6} height={40} />}
      {q !== '' && found.data && (
        <>
          {found.data.body.data.length === 0 && <EmptyState title={t('noMatch')} />}
          <ul className="plain-list stack">
            {found.data.body.data.map((article) => (
              <li key={article.id}>
                <Link className="card" href={paths.article(article.id)}>
                  <strong>
                    <bdi>{article.title}</bdi>
                  </strong>
                  <p className="muted">
                    <bdi>{article.beginning}</bdi>
                  </p>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {q === '' && !list.pending && !list.problem && list.rows.length === 0 && (
        <EmptyState title={t('none')} action={begin}>
          {t('noneHint')}
        </EmptyState>
      )}
      {q === '' && list.rows.length > 0 && (
        <Grid
          label={t('title')}
          rows={list.rows}
          columns={columns}
          rowKey={(row) => row.id}
          href={(row) => paths.article(row.id)}
          hasMore={list.hasMore}
          loadMore={list.loadMore}
          least={720}
        />
      )}
    </Page>
  );
}
