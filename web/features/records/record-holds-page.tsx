import { useState } from 'react';
import { useFirmApi, useFirmList } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ContactName } from './contact-name.tsx';
import { PlaceHoldDialog } from './place-hold-dialog.tsx';
import { recordMessages } from './record-messages.ts';

type Hold = RowOf<'listHolds'>;

/** What must not go while a matter lasts. */
export default function RecordHoldsPage() {
  const t = useMessages(recordMessages);
  const format = useFormat();
  const { paths } = useFirm();
  const mayManage = useReason('record.manage');
  const holds = useFirmList('listHolds', {});
  const [placing, setPlacing] = useState(false);
  const [releasing, setReleasing] = useState<Hold | undefined>(undefined);
  return (
    <Page
      title={t('holds')}
      up={{ href: paths.records(), label: t('title') }}
      actions={
        <Button kind="primary" icon="plus" reason={mayManage} onClick={() => setPlacing(true)}>
          {t('placeHold')}
        </Button>
      }
    >
      <Problem problem={holds.problem} retry={holds.retry} />
      {holds.pending && <Skeleton lines={3} height={70} />}
      {!holds.pending && !holds.problem && holds.rows.length === 0 && <EmptyState title={t('noHolds')}>{t('noHoldsHint')}</EmptyState>}
      {holds.rows.map((hold) => (
        <section key={hold.id} className="card stack" aria-label={hold.matter}>
          <div className="row">
            <h2>
              <bdi>{hold.matter}</bdi>
            </h2>
            <Chip tone={hold.state === 'active' ? 'warn' : 'plain'}>{hold.state === 'active' ? t('active') : t('released')}</Chip>
          </div>
          <p>
            <bdi>{hold.reason}</bdi>
          </p>
          <p className="muted">
            {t('scope')}: <Scope hold={hold} />
          </p>
          <p className="muted">
            {t('placed')}: {format.instant(hold.placed.at)} · <bdi>{hold.placed.by.name}</bdi>
            {hold.released && (
              <>
                {' — '}
                {t('released')}: {format.instant(hold.released.at)} · <bdi>{hold.released.by.name}</bdi>
              </>
            )}
          </p>
          {hold.state === 'active' && (
            <div>
              <Button reason={mayManage} aria-label={t('releaseNamed', { matter: hold.matter })} onClick={() => setReleasing(hold)}>
                {t('release')}
              </Button>
            </div>
          )}
        </section>
      ))}
      {holds.hasMore && <Button onClick={holds.loadMore}>…</Button>}
      {placing && <PlaceHoldDialog onClose={() => setPlacing(false)} />}
      {releasing && <ReleaseDialog hold={releasing} onClose={() => setReleasing(undefined)} />}
    </Page>
  );
}

function Scope({ hold: { scope } }: { readonly hold: Hold }) {
  const t = useMessages(recordMessages);
  const { language } = useLanguage();
  const classes = useFirmApi('listRecordClasses', {}, { staleTime: 60_000 });
  if (scope.kind === 'records') return t('scopeRecords', { count: scope.records.length });
  const named = classes.data?.body.data.find(({ code }) => code === scope.class)?.name[language] ?? scope.class;
  return (
    <>
      {scope.class !== undefined && <Chip>{named}</Chip>} {scope.contact !== undefined && <Chip>{<ContactName id={scope.contact} />}</Chip>}{' '}
      {scope.tag !== undefined && (
        <Chip>
          <bdi>{scope.tag}</bdi>
        </Chip>
      )}{' '}
      {(scope.from !== undefined || scope.to !== undefined) && (
        <Chip>
          <bdi dir="ltr">
            {scope.from ?? '…'} – {scope.to ?? '…'}
          </bdi>
        </Chip>
      )}
    </>
  );
}

function ReleaseDialog({ hold, onClose }: { readonly hold: Hold; readonly onClose: () => void }) {
  const t = useMessages(recordMessages);
  const common = useMessages(commonMessages);
  const say = useToast();
  const [reason, setReason] = useState('');
  const release = useFirmSubmit('releaseHold');
  const send = async () => {
    if (!(await release.send({ params: { holdId: hold.id }, body: { reason: reason.trim() } }))) return;
    say(t('holdReleased'));
    onClose();
  };
  return (
    <Dialog title={t('releaseNamed', { matter: hold.matter })} onClose={onClose}>
      <Form problem={release.problem} onSubmit={() => void send()}>
        <p>{t('releaseHint')}</p>
        <TextArea label={t('reason')} value={reason} onChange={setReason} pointer="/reason" />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" busy={release.pending}>
            {t('release')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
