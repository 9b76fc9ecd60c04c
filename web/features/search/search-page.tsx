import { useState } from 'react';
import { type SearchKindName, searchKindNames, searchKinds } from '../../../domain/records/search/kinds.ts';
import { useFirmApi, useFirmList } from '../../api/queries.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { oneOf, useSearchState } from '../../shell/search-state.ts';
import { usePaused } from '../../shell/use-paused.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type Find, FindList, walkFinds } from './find-list.tsx';
import { searchMessages } from './search-messages.ts';
import './search.css';

const SEARCH = { q: '', kind: '' };
const EACH = 5;

/** Everything that answers what is typed: of each kind the best few, or of one kind all of them. */
export default function SearchPage() {
  const t = useMessages(searchMessages);
  const firm = useFirm();
  const { language } = useLanguage();
  const [search, setSearch] = useSearchState(SEARCH);
  const [typed, setTyped] = useState(search.q);
  const q = usePaused(typed.trim());
  const kind = oneOf(searchKindNames, search.kind);
  const kinds = searchKindNames.filter((name) => firm.may(searchKinds[name].permission));
  return (
    <Page title={t('title')}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows are a shortcut; every find is a link that Tab reaches */}
      <div className="search-page" onKeyDown={walkFinds}>
        <search>
          <TextField
            label={t('what')}
            hint={t('hint')}
            type="search"
            autoFocus
            maxLength={200}
            value={typed}
            onChange={(next) => {
              setTyped(next);
              setSearch({ q: next });
            }}
          />
          {/* biome-ignore lint/a11y/useSemanticElements: a row of switches, which a fieldset is not */}
          <div className="kinds" role="group" aria-label={t('kinds')}>
            {(['', ...kinds] as const).map((name) => (
              <Button
                key={name}
                kind={name === (kind ?? '') ? 'primary' : 'secondary'}
                size="small"
                aria-pressed={name === (kind ?? '')}
                onClick={() => setSearch({ kind: name })}
              >
                {name === '' ? t('everything') : searchKinds[name].many[language]}
              </Button>
            ))}
          </div>
        </search>
        {q === '' ? null : kind ? <OfOneKind q={q} kind={kind} /> : <OfEachKind q={q} onKind={(name) => setSearch({ kind: name })} />}
      </div>
    </Page>
  );
}

function OfEachKind({ q, onKind }: { readonly q: string; readonly onKind: (kind: SearchKindName) => void }) {
  const t = useMessages(searchMessages);
  const { language } = useLanguage();
  const answer = useFirmApi('search', { query: { q, each: EACH, limit: 100 } }, { staleTime: 0 });
  if (answer.error) return <SearchProblem error={answer.error} retry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton lines={6} height={48} />;
  const { data, forgiving } = answer.data.body;
  if (data.length === 0) return <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>;
  const groups = new Map<SearchKindName, Find[]>();
  for (const find of data) groups.set(find.kind, [...(groups.get(find.kind) ?? []), find]);
  return (
    <>
      <p className="muted" role="status">
        {forgiving ? t('forgiving') : t('results', { count: data.length })}
      </p>
      {[...groups].map(([name, finds]) => (
        <section key={name} className="card">
          <div className="row">
            <h2>{searchKinds[name].many[language]}</h2>
            {finds.length === EACH && (
              <Button kind="quiet" size="small" onClick={() => onKind(name)}>
                {t('allOf', { kind: searchKinds[name].many[language] })}
              </Button>
            )}
          </div>
          <FindList finds={finds} label={searchKinds[name].many[language]} />
        </section>
      ))}
    </>
  );
}

function OfOneKind({ q, kind }: { readonly q: string; readonly kind: SearchKindName }) {
  const t = useMessages(searchMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const list = useFirmList('search', { query: { q, kinds: kind, limit: 30 } });
  if (list.problem) return <SearchProblem error={list.problem} retry={list.retry} />;
  if (list.pending) return <Skeleton lines={6} height={48} />;
  if (list.rows.length === 0 && !list.hasMore) return <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>;
  return (
    <>
      <p className="muted" role="status">
        {t('results', { count: list.rows.length })}
      </p>
      <section className="card">
        <h2 className="visually-hidden">{searchKinds[kind].many[language]}</h2>
        <FindList finds={list.rows} label={searchKinds[kind].many[language]} />
        {list.hasMore && (
          <Button kind="secondary" onClick={list.loadMore} aria-disabled={list.loadingMore}>
            {list.loadingMore ? common('loading') : common('more')}
          </Button>
        )}
      </section>
    </>
  );
}

/** Too little typed is no failure: it says what to do. */
function SearchProblem({ error, retry }: { readonly error: Parameters<typeof Problem>[0]['problem']; readonly retry: () => void }) {
  const t = useMessages(searchMessages);
  if (error?.code === 'search.too_short')
    return (
      <p className="muted" role="status">
        {t('tooShort')}
      </p>
    );
  return <Problem problem={error} retry={retry} />;
}
