import { useEffect, useState } from 'react';
import { useFirmList } from '../../api/queries.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { useSearchState } from '../../shell/search-state.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { itMessages } from './it-messages.ts';
import './labels.css';

const SEARCH = { q: '', state: '', category: '', custodian: '' };

/** A4 sheets of labels for the assets of the filters; each code opens its asset’s page. */
export default function LabelsPage() {
  const t = useMessages(itMessages);
  const common = useMessages(commonMessages);
  const { paths, name } = useFirm();
  const [search] = useSearchState(SEARCH);
  const query = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== ''));
  const assets = useFirmList('listAssets', { query: { ...query, limit: 200 } });
  const [render, setRender] = useState<((text: string) => string) | undefined>(undefined);
  useEffect(() => {
    // Fetched with the first sheet: no other page draws codes.
    void import('uqr').then(({ renderSVG }) => setRender(() => (text: string) => renderSVG(text, { border: 0, ecc: 'M' })));
  }, []);
  return (
    <Page
      title={t('labels')}
      up={{ href: paths.assets(), label: t('assets') }}
      actions={
        <Button kind="primary" icon="print" onClick={() => window.print()}>
          {common('print')}
        </Button>
      }
    >
      <p className="muted no-print">
        {t('labelsOf', { count: assets.rows.length })} · {t('labelsHint')}
      </p>
      <Problem problem={assets.problem} retry={assets.retry} />
      {(assets.pending || !render) && <Skeleton lines={3} height={120} />}
      {!assets.pending && assets.rows.length === 0 && <EmptyState title={t('nothingFound')} />}
      {render && (
        <ul className="labels" aria-label={t('labels')}>
          {assets.rows.map((asset) => (
            <li key={asset.id} className="asset-label">
              <img
                alt={t('qrOf', { tag: asset.tag })}
                src={`data:image/svg+xml,${encodeURIComponent(render(`${location.origin}${paths.asset(asset.id)}`))}`}
              />
              <span>
                <bdi className="code strong">{asset.tag}</bdi>
                <bdi>{asset.name}</bdi>
                {asset.serial && <bdi className="code">{asset.serial}</bdi>}
                <bdi className="muted">{name}</bdi>
              </span>
            </li>
          ))}
        </ul>
      )}
      {assets.hasMore && (
        <Button className="no-print" onClick={assets.loadMore} busy={assets.loadingMore}>
          {common('more')}
        </Button>
      )}
    </Page>
  );
}
