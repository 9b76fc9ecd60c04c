import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { assetCategories, assetCategoryNames } from '../../../domain/it/assets/asset.ts';
import { assetStates } from '../../../domain/it/assets/asset-states.ts';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { oneOf } from '../../shell/search-state.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Amount } from '../../ui/figure.tsx';
import { Form } from '../../ui/form.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Pairs } from '../../ui/pairs.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { MaintenanceOf } from '../maintenance/maintenance-of.tsx';
import { LinkedRecords } from '../records/linked-records.tsx';
import { AssetChip } from './asset-chip.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { HandOverTable } from './hand-over-table.tsx';
import { itMessages } from './it-messages.ts';

type Asset = Output<'getAsset'>;
type Way = Asset['ways'][number];

/** An asset: where it is, whose it is now, through whose hands it went. */
export default function AssetPage() {
  const t = useMessages(itMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const { assetId = '' } = useParams({ strict: false }) as { assetId?: string };
  const { paths } = useFirm();
  const read = useFirmApi('getAsset', { params: { assetId } });
  const mayManage = useReason('asset.manage');
  const [way, setWay] = useState<Way | undefined>(undefined);
  const asset = read.data?.body;
  const up = { href: paths.assets(), label: t('assets') };
  if (!asset)
    return (
      <Page title={t('assets')} up={up}>
        {read.error ? <Problem problem={read.error} retry={() => void read.refetch()} /> : <Skeleton lines={4} height={60} />}
      </Page>
    );
  return (
    <Page
      title={asset.name}
      up={up}
      aside={
        <>
          <bdi className="code muted">{asset.tag}</bdi> <AssetChip state={asset.state} />
        </>
      }
      actions={
        mayManage === undefined && (
          <>
            <ButtonLink href={paths.assetLabels({ q: asset.tag })} icon="print">
              {t('labels')}
            </ButtonLink>
            <ButtonLink href={paths.editAsset(asset.id)}>{common('edit')}</ButtonLink>
            {asset.ways.map((each) => (
              <Button key={`${each.by}${each.to}`} kind={each.by === 'move' ? 'secondary' : 'primary'} onClick={() => setWay(each)}>
                {each.name[language]}
              </Button>
            ))}
          </>
        )
      }
    >
      {asset.promised && (
        <Notice tone="warn" action={<ButtonLink href={paths.handOver(asset.promised)}>{common('open')}</ButtonLink>}>
          {t('promised')}
        </Notice>
      )}
      <Details asset={asset} />
      <HandOverTable rows={asset.handOvers} empty={t('noHandOvers')} />
      <MaintenanceOf asset={asset.id} />
      <LinkedRecords of={{ kind: 'asset', id: asset.id }} />
      {way && way.by !== 'move' && (
        <HandOverDialog asset={asset} kind={way.by} to={way.to === 'in-repair' ? 'in-repair' : 'in-stock'} onClose={() => setWay(undefined)} />
      )}
      {way && way.by === 'move' && <MoveDialog asset={asset} way={way} onClose={() => setWay(undefined)} />}
    </Page>
  );
}

function Details({ asset }: { readonly asset: Asset }) {
  const t = useMessages(itMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { purchase, seen } = asset;
  return (
    <Pairs
      label={t('details')}
      rows={[
        [t('custodian'), asset.custodian?.name],
        [t('category'), assetCategories[oneOf(assetCategoryNames, asset.category) ?? 'other'][language]],
        [t('serial'), asset.serial && <span className="code">{asset.serial}</span>],
        [t('model'), asset.model],
        [t('location'), asset.location],
        [t('boughtOn'), purchase?.on && format.date(purchase.on)],
        [t('cost'), purchase?.cost && purchase.currency && <Amount value={purchase.cost} currency={purchase.currency} />],
        [t('supplier'), purchase?.supplier],
        [t('invoiceNumber'), purchase?.invoice],
        [t('warrantyEnds'), asset.warrantyEndsOn && format.date(asset.warrantyEndsOn)],
        [t('account'), asset.account],
        [t('seen'), seen && [seen.hostName, seen.os, seen.lastSeen].filter(Boolean).join(' · ')],
        [t('notes'), asset.notes],
      ]}
    />
  );
}

function MoveDialog({ asset, way, onClose }: { readonly asset: Asset; readonly way: Way; readonly onClose: () => void }) {
  const t = useMessages(itMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const say = useToast();
  const [reason, setReason] = useState('');
  const move = useFirmSubmit('moveAsset');
  const missing = way.needsReason && reason.trim() === '' ? common('required') : undefined;
  const send = async () => {
    if (missing !== undefined) return;
    if (!(await move.send({ params: { assetId: asset.id }, body: { to: way.to, ...(reason.trim() !== '' && { reason: reason.trim() }) } }))) return;
    say(t('moved', { tag: asset.tag, state: assetStates[way.to][language] }));
    onClose();
  };
  return (
    <Dialog title={`${way.name[language]}: ${asset.tag}`} onClose={onClose}>
      <Form problem={move.problem} onSubmit={() => void send()}>
        <TextArea label={t('reason')} value={reason} onChange={setReason} pointer="/reason" optional={!way.needsReason} />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" reason={missing} busy={move.pending}>
            {way.name[language]}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
