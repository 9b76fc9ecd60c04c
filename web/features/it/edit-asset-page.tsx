import { useNavigate, useParams } from '@tanstack/react-router';
import { useFirmApi } from '../../api/queries.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { splitHref } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { AssetForm } from './asset-form.tsx';
import { itMessages } from './it-messages.ts';

export default function EditAssetPage() {
  const t = useMessages(itMessages);
  const { assetId } = useParams({ strict: false }) as { assetId?: string };
  const navigate = useNavigate();
  const say = useToast();
  const { paths } = useFirm();
  const read = useFirmApi('getAsset', { params: { assetId: assetId ?? '' } }, { enabled: assetId !== undefined });
  const asset = read.data?.body;
  const leave = (id: string | undefined) => void navigate(splitHref(id === undefined ? paths.assets() : paths.asset(id)));
  return (
    <Page title={asset ? t('editAsset', { tag: asset.tag }) : t('newAsset')} up={{ href: paths.assets(), label: t('assets') }}>
      <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
      {assetId !== undefined && !asset ? (
        <Skeleton lines={5} height={52} />
      ) : (
        <OnlyFor permission="asset.manage">
          <div className="card">
            <AssetForm
              asset={asset}
              onSaved={(saved) => {
                say(t('saved', { name: saved.tag }));
                leave(saved.id);
              }}
              onCancel={() => leave(assetId)}
            />
          </div>
        </OnlyFor>
      )}
    </Page>
  );
}
