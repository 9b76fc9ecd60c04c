import { useQuery } from '@tanstack/react-query';
import { call, saveFile } from '../../api/client.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { checkReceipt } from './check-receipt.ts';
import { decisionMessages } from './decision-messages.ts';

/** The receipt of a settled request: checked here by the published key, and there to keep. */
export function ReceiptCard({ request, version, digest }: { readonly request: string; readonly version: number; readonly digest: string }) {
  const t = useMessages(decisionMessages);
  const { id: firmId } = useFirm();
  const params = { firmId, decisionRequestId: request };
  const checked = useQuery({
    queryKey: ['firm', firmId, 'getDecisionReceipt', request, version],
    queryFn: async () => {
      const [receipt, keys] = await Promise.all([call('getDecisionReceipt', { params }), call('readReceiptKeys', {})]);
      return checkReceipt(receipt.body, keys.body);
    },
  });
  return (
    <section className="card stack" aria-label={t('receipt')}>
      <div className="row">
        <h2>{t('receipt')}</h2>
        {checked.isPending && <span className="muted">{t('checking')}</span>}
        {checked.data && (
          <Chip tone={checked.data === 'verified' ? 'good' : checked.data === 'notVerified' ? 'bad' : 'plain'}>{t(checked.data)}</Chip>
        )}
      </div>
      <p className="muted">{t('receiptHint')}</p>
      <p className="muted">
        {t('digest')}:{' '}
        <span className="code" dir="ltr" style={{ overflowWrap: 'anywhere' }}>
          {digest}
        </span>
      </p>
      <div className="row">
        <Button icon="download" onClick={() => void saveFile('getDecisionReceipt', { params }, `receipt-${request}.json`)}>
          {t('download')}
        </Button>
      </div>
    </section>
  );
}
