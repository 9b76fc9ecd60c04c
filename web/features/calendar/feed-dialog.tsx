import { useFirmApi } from '../../api/queries.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { calendarMessages } from './calendar-messages.ts';

/** The secret address by which a calendar program reads this calendar: made, replaced, shut. */
export function FeedDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(calendarMessages);
  const common = useMessages(commonMessages);
  const say = useToast();
  const read = useFirmApi('readCalendarFeedAddress', {});
  const renew = useFirmSubmit('renewCalendarFeed');
  const revoke = useFirmSubmit('revokeCalendarFeed');
  const feed = read.data?.body.feed;
  const copy = async (address: string) => {
    await navigator.clipboard.writeText(address);
    say(t('copied'));
  };
  return (
    <Dialog title={t('feedTitle')} onClose={onClose}>
      <div className="stack">
        <p>{t('feedHint')}</p>
        <Problem problem={read.error ?? renew.problem ?? revoke.problem} retry={() => void read.refetch()} />
        {read.isPending && <Skeleton height={52} />}
        {feed === null && <p className="muted">{t('noFeed')}</p>}
        {feed && (
          <TextField label={t('feedAddress')} latin readOnly value={feed.address} onChange={() => {}} onFocus={(event) => event.target.select()} />
        )}
        <div className="footer">
          <Button onClick={onClose}>{common('close')}</Button>
          {feed && (
            <Button kind="danger" busy={revoke.pending} onClick={() => void revoke.send({}).then((done) => done && say(t('revokedNow')))}>
              {t('revokeFeed')}
            </Button>
          )}
          {feed && (
            <Button busy={renew.pending} onClick={() => void renew.send({}).then((done) => done && say(t('renewedNow')))}>
              {t('renewFeed')}
            </Button>
          )}
          {feed ? (
            <Button kind="primary" onClick={() => void copy(feed.address)}>
              {t('copy')}
            </Button>
          ) : (
            <Button kind="primary" busy={renew.pending || read.isPending} onClick={() => void renew.send({})}>
              {t('makeFeed')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
