import { useFirmApi } from '../../api/queries.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { FirmForm } from './firm-form.tsx';
import { settingsMessages } from './settings-messages.ts';
import { TaxCodes } from './tax-codes.tsx';

export default function FirmSettingsPage() {
  const t = useMessages(settingsMessages);
  const read = useFirmApi('getFirm', {});
  return (
    <Page title={t('title')}>
      <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
      {read.isPending && <Skeleton lines={3} height={150} />}
      {read.data && <FirmForm key={read.data.body.version} firm={read.data.body} />}
      <TaxCodes />
    </Page>
  );
}
