import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/choice-fields.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { deskMailMessages } from './desk-mail-messages.ts';
import './desk-mail.css';

type DeskMail = Output<'readDeskMail'>;

/** Where the desk is written to, and which mails a person wants. */
export default function DeskMailPage() {
  const t = useMessages(deskMailMessages);
  const read = useFirmApi('readDeskMail', {});
  return (
    <Page title={t('title')}>
      <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
      {read.isPending && <Skeleton lines={3} height={60} />}
      {read.data && <Addresses mail={read.data.body} etag={read.data.etag} />}
      <Mine />
    </Page>
  );
}

function Addresses({ mail, etag }: { readonly mail: DeskMail; readonly etag: string | undefined }) {
  const t = useMessages(deskMailMessages);
  const { language } = useLanguage();
  const say = useToast();
  const change = useFirmSubmit('changeDeskMail');
  const reason = useReason('desk.manage');
  if (mail.address === null) return <Notice>{t('notHere')}</Notice>;
  const toggle = async () => {
    if (await change.send({ body: { accepts: !mail.accepts } }, etag)) say(t('changed'));
  };
  return (
    <section className="card stack" aria-label={t('address')}>
      <h2>{t('address')}</h2>
      <p className="muted">{t('addressHint')}</p>
      {!mail.accepts && <Notice tone="warn">{t('off')}</Notice>}
      <Copyable address={mail.address} />
      <Problem problem={change.problem} />
      <div className="row">
        <Button reason={reason} busy={change.pending} onClick={() => void toggle()}>
          {mail.accepts ? t('turnOff') : t('turnOn')}
        </Button>
      </div>
      <h3>{t('queues')}</h3>
      <dl className="desk-addresses">
        {mail.queues.map(({ queue, name, address }) => (
          <div key={queue}>
            <dt>{name[language]}</dt>
            <dd>{address === null ? <span className="muted">{t('noAddress')}</span> : <Copyable address={address} />}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Copyable({ address }: { readonly address: string }) {
  const t = useMessages(deskMailMessages);
  const say = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    say(t('copied'));
  };
  return (
    <span className="desk-address">
      <code dir="ltr">{address}</code>
      <Button size="small" kind="quiet" aria-label={t('copy', { address })} onClick={() => void copy()}>
        {t('copyShort')}
      </Button>
    </span>
  );
}

function Mine() {
  const t = useMessages(deskMailMessages);
  const say = useToast();
  const read = useFirmApi('readMailPreference', {});
  const change = useFirmSubmit('changeMailPreference');
  return (
    <section className="card stack" aria-label={t('mine')}>
      <h2>{t('mine')}</h2>
      <Problem problem={read.error ?? change.problem} retry={() => void read.refetch()} />
      {read.data && (
        <CheckField
          label={t('wanted')}
          hint={t('wantedHint')}
          checked={!read.data.body.off}
          onChange={(wanted) => void change.send({ body: { off: !wanted } }).then((done) => done && say(t('changed')))}
        />
      )}
    </section>
  );
}
