import { useFirmList } from '../../api/queries.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { useSearchState } from '../../shell/search-state.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { HandOverTable } from './hand-over-table.tsx';
import { itMessages } from './it-messages.ts';

const SEARCH = { to: '' };

/** What waits for the reader first, then everything that changed hands. */
export default function HandOversPage() {
  const t = useMessages(itMessages);
  const common = useMessages(commonMessages);
  const { paths } = useFirm();
  const [search, setSearch] = useSearchState(SEARCH);
  const waiting = useFirmList('listHandOvers', { query: { to: 'me', state: 'pending' } });
  const all = useFirmList('listHandOvers', { query: { ...(search.to === 'me' && { to: 'me' }) } });
  return (
    <Page title={t('handOvers')} up={{ href: paths.assets(), label: t('assets') }}>
      {waiting.rows.map((row) => (
        <Notice
          key={row.id}
          tone="warn"
          action={
            <ButtonLink kind="primary" href={paths.handOver(row.id)}>
              {t('toAccept')}
            </ButtonLink>
          }
        >
          <bdi>{row.assets.map(({ tag, name }) => `${name} (${tag})`).join(' · ')}</bdi>
        </Notice>
      ))}
      <div className="filters">
        <SelectField
          label={t('custodian')}
          value={search.to === 'me' ? 'me' : ''}
          onChange={(to) => setSearch({ to })}
          choices={[
            { value: '', label: t('anybody') },
            { value: 'me', label: t('mine') },
          ]}
        />
      </div>
      <Problem problem={all.problem} retry={all.retry} />
      {all.pending ? <Skeleton lines={5} height={40} /> : <HandOverTable rows={all.rows} empty={t('noHandOvers')} />}
      {all.hasMore && (
        <Button onClick={all.loadMore} busy={all.loadingMore}>
          {common('more')}
        </Button>
      )}
    </Page>
  );
}
