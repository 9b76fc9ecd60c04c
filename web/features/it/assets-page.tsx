import { useState } from 'react';
import { assetCategories, assetCategoryNames } from '../../../domain/it/assets/asset.ts';
import { assetStateNames, assetStates } from '../../../domain/it/assets/asset-states.ts';
import { saveFile } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import { inFirm, useFirmList } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { oneOf, useSearchState } from '../../shell/search-state.ts';
import { usePaused } from '../../shell/use-paused.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { type Column, Grid } from '../../ui/grid/grid.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AssetChip } from './asset-chip.tsx';
import { itMessages } from './it-messages.ts';

type Asset = RowOf<'listAssets'>;
const SEARCH = { q: '', state: '', category: '', custodian: '' };

export default function AssetsPage() {
  const t = useMessages(itMessages);
  const { language } = useLanguage();
  const { id, paths } = useFirm();
  const mayManage = useReason('asset.manage');
  const [search, setSearch] = useSearchState(SEARCH);
  const [typed, setTyped] = useState(search.q);
  const [failed, setFailed] = useState<ProblemError | undefined>(undefined);
  const q = usePaused(typed.trim());
  const state = oneOf(assetStateNames, search.state);
  const category = oneOf(assetCategoryNames, search.category);
  const filters = {
    ...(q && { q }),
    ...(state && { state }),
    ...(category && { category }),
    ...(search.custodian && { custodian: search.custodian }),
  };
  const assets = useFirmList('listAssets', { query: filters });
  const waiting = useFirmList('listHandOvers', { query: { to: 'me', state: 'pending' } });
  const columns: readonly Column<Asset>[] = [
    { key: 'tag', head: t('tag'), width: '120px', phone: 'number', cell: ({ tag }) => <bdi className="code">{tag}</bdi> },
    { key: 'name', head: t('name'), width: 'minmax(180px, 2fr)', phone: 'name', opens: true, cell: ({ name }) => <bdi>{name}</bdi> },
    { key: 'state', head: t('state'), width: '130px', phone: 'state', cell: (asset) => <AssetChip state={asset.state} /> },
    { key: 'custodian', head: t('custodian'), width: 'minmax(140px, 1fr)', phone: 'amount', cell: ({ custodian }) => <bdi>{custodian?.name}</bdi> },
    {
      key: 'category',
      head: t('category'),
      width: '140px',
      cell: (asset) => assetCategories[oneOf(assetCategoryNames, asset.category) ?? 'other'][language],
    },
    { key: 'serial', head: t('serial'), width: '150px', cell: ({ serial }) => <bdi className="code">{serial}</bdi> },
    { key: 'location', head: t('location'), width: '130px', cell: ({ location }) => <bdi>{location}</bdi> },
  ];
  const save = async () => {
    try {
      await saveFile('exportAssets', inFirm(id, { query: filters }), 'assets.csv');
    } catch (problem) {
      if (!(problem instanceof ProblemError)) throw problem;
      setFailed(problem);
    }
  };
  const begin = mayManage === undefined && (
    <ButtonLink href={paths.newAsset()} kind="primary" icon="plus">
      {t('newAsset')}
    </ButtonLink>
  );
  return (
    <Page
      title={t('assets')}
      actions={
        <>
          <ButtonLink href={paths.handOvers()}>{t('handOvers')}</ButtonLink>
          <ButtonLink href={paths.consumables()}>{t('consumables')}</ButtonLink>
          <ButtonLink href={paths.assetLabels(search)} icon="print">
            {t('labels')}
          </ButtonLink>
          <Button icon="download" onClick={() => void save()}>
            {t('exportCsv')}
          </Button>
          {mayManage === undefined && <ButtonLink href={paths.discoverAssets()}>{t('discover')}</ButtonLink>}
          {begin}
        </>
      }
    >
      {waiting.rows.length > 0 && (
        <Notice tone="warn" action={<ButtonLink href={paths.handOvers({ to: 'me' })}>{t('toAccept')}</ButtonLink>}>
          {t('toAcceptCount', { count: waiting.rows.length })}
        </Notice>
      )}
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
        <SelectField
          label={t('state')}
          value={state ?? ''}
          onChange={(next) => setSearch({ state: next })}
          choices={[
            { value: '' as const, label: t('anyState') },
            ...assetStateNames.map((value) => ({ value, label: assetStates[value][language] })),
          ]}
        />
        <SelectField
          label={t('category')}
          value={category ?? ''}
          onChange={(next) => setSearch({ category: next })}
          choices={[
            { value: '' as const, label: t('anyCategory') },
            ...assetCategoryNames.map((value) => ({ value, label: assetCategories[value][language] })),
          ]}
        />
        <SelectField
          label={t('custodian')}
          value={search.custodian === 'me' ? 'me' : ''}
          onChange={(next) => setSearch({ custodian: next })}
          choices={[
            { value: '', label: t('anybody') },
            { value: 'me', label: t('mine') },
          ]}
        />
      </div>
      <Problem problem={failed ?? assets.problem} retry={assets.retry} />
      {assets.pending && <Skeleton lines={8} height={40} />}
      {!assets.pending &&
        !assets.problem &&
        assets.rows.length === 0 &&
        (Object.keys(filters).length === 0 ? (
          <EmptyState title={t('noAssets')} action={begin}>
            {t('noAssetsHint')}
          </EmptyState>
        ) : (
          <EmptyState title={t('nothingFound')} />
        ))}
      {assets.rows.length > 0 && (
        <Grid
          label={t('assets')}
          rows={assets.rows}
          columns={columns}
          rowKey={(asset) => asset.id}
          href={(asset) => paths.asset(asset.id)}
          hasMore={assets.hasMore}
          loadMore={assets.loadMore}
          least={960}
        />
      )}
    </Page>
  );
}
