import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { linkKinds } from '../../../domain/records/filing/link-kinds.ts';
import { call } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import { useFirmApi, useFirmList } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import type { FirmPaths, Href } from '../../path-builder.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Pairs } from '../../ui/pairs.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Trail } from '../documents/trail.tsx';
import { ContactName } from './contact-name.tsx';
import { EditRecordDialog } from './edit-record-dialog.tsx';
import { PlaceHoldDialog } from './place-hold-dialog.tsx';
import { Preview } from './preview.tsx';
import { recordMessages } from './record-messages.ts';
import './records.css';
import { useSize } from './sizes.ts';
import { RecordStateChip } from './state-chip.tsx';
import { uploadVersion } from './upload-record.ts';

type FiledRecord = Output<'getRecord'>;

/** One record: what it is, what it says, how long it is kept and why, and what happened to it. */
export default function RecordPage() {
  const t = useMessages(recordMessages);
  const { recordId = '' } = useParams({ strict: false }) as { recordId?: string };
  const { paths, may } = useFirm();
  const mayFile = useReason('record.file');
  const mayHold = useReason('record.manage');
  const [editing, setEditing] = useState(false);
  const [holding, setHolding] = useState(false);
  const read = useFirmApi('getRecord', { params: { recordId } });
  const record = read.data?.body;
  const up = { href: paths.records(), label: t('title') };
  if (!record)
    return (
      <Page title={t('title')} up={up}>
        {read.error ? <Problem problem={read.error} retry={() => void read.refetch()} /> : <Skeleton lines={4} height={60} />}
      </Page>
    );
  const isDisposed = record.state === 'disposed';
  return (
    <Page
      title={record.title ?? t('disposedTitle')}
      up={up}
      aside={
        <>
          <RecordStateChip state={record.state} /> {record.confidential && <Chip tone="info">{t('confidential')}</Chip>}
          {record.holds.length > 0 && <Chip tone="warn">{t('holdsOn')}</Chip>}
        </>
      }
      actions={
        !isDisposed && (
          <>
            <Button reason={mayHold} onClick={() => setHolding(true)}>
              {t('placeHold')}
            </Button>
            <Button reason={mayFile} onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
          </>
        )
      }
    >
      {record.duplicates.length > 0 && (
        <Notice tone="warn">
          {t('duplicates')}{' '}
          {record.duplicates.map((other) => (
            <Link key={other.version} href={paths.record(other.record)}>
              <bdi>{other.title}</bdi>
            </Link>
          ))}
        </Notice>
      )}
      <div className="record-columns">
        <div className="stack">
          {!isDisposed && <Preview record={record} />}
          <Versions record={record} />
        </div>
        <div className="stack">
          <WhyKept record={record} />
          <Details record={record} />
          {!isDisposed && <Links record={record} />}
          {may('event.read') && <History recordId={record.id} />}
        </div>
      </div>
      {holding && <PlaceHoldDialog record={record} onClose={() => setHolding(false)} />}
      {editing && <EditRecordDialog record={record} onClose={() => setEditing(false)} />}
    </Page>
  );
}

function WhyKept({ record }: { readonly record: FiledRecord }) {
  const t = useMessages(recordMessages);
  const { language } = useLanguage();
  const { paths } = useFirm();
  const read = useFirmApi('explainRetention', { params: { recordId: record.id } });
  return (
    <section className="card stack" aria-label={t('why')}>
      <h2>{t('why')}</h2>
      <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
      {read.isPending && <Skeleton lines={3} />}
      {read.data?.body.explanation.map((text) => (
        <p key={text.en}>{text[language]}</p>
      ))}
      {record.disposal && <Link href={paths.disposal(record.disposal)}>{t('certificate')}</Link>}
    </section>
  );
}

function Details({ record }: { readonly record: FiledRecord }) {
  const t = useMessages(recordMessages);
  const { language } = useLanguage();
  const format = useFormat();
  const { paths } = useFirm();
  const rows = [
    [t('class'), record.className[language]],
    [t('keptUntil'), record.retainUntil === null ? t('noEnd') : format.date(record.retainUntil)],
    [
      t('contact'),
      record.contact && (
        <Link href={paths.contact(record.contact)}>
          <ContactName id={record.contact} />
        </Link>
      ),
    ],
    [t('period'), record.period && format.month(record.period)],
    [t('eventDate'), record.eventDate && format.date(record.eventDate)],
    [t('contractEnd'), record.contractEndsOn && format.date(record.contractEndsOn)],
    [t('tags'), record.tags.length > 0 && record.tags.map((tag) => <Chip key={tag}>{tag}</Chip>)],
    [t('filed'), `${format.instant(record.filedAt)} · ${record.filedBy.name}`],
  ] as const;
  return <Pairs label={t('details')} titled rows={rows} />;
}

function Versions({ record }: { readonly record: FiledRecord }) {
  const t = useMessages(recordMessages);
  const format = useFormat();
  const size = useSize();
  const client = useQueryClient();
  const { id: firmId } = useFirm();
  const mayFile = useReason('record.file');
  const chosen = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<ProblemError | undefined>(undefined);
  const words = { waiting: t('reading'), read: t('read'), unread: t('unread') };
  const attempt = async (run: () => Promise<void>) => {
    setFailed(undefined);
    setBusy(true);
    try {
      await run();
    } catch (problem) {
      if (!(problem instanceof ProblemError)) throw problem;
      setFailed(problem);
    } finally {
      setBusy(false);
    }
  };
  const open = (versionId: string) =>
    attempt(async () => {
      const { body } = await call('downloadRecordVersion', { params: { firmId, recordId: record.id, versionId } });
      window.open(body.url, '_blank', 'noopener');
    });
  const add = (file: File | undefined) =>
    file &&
    attempt(async () => {
      await uploadVersion(firmId, record.id, file, () => undefined);
      await client.invalidateQueries({ queryKey: ['firm', firmId] });
    });
  return (
    <section className="card stack" aria-label={t('versions')}>
      <h2>{t('versions')}</h2>
      <Problem problem={failed} />
      <ul className="plain-list">
        {record.versions.map((version) => (
          <li key={version.id} className="stack">
            <div className="row">
              <span className="strong">{t('versionNumber', { number: version.number })}</span>
              {version.name !== null && (
                <Button
                  kind="quiet"
                  size="small"
                  icon="download"
                  aria-label={t('downloadNamed', { name: version.name })}
                  onClick={() => void open(version.id)}
                >
                  <bdi>{version.name}</bdi>
                </Button>
              )}
              <span className="muted">
                {size(version.bytes)} · {format.instant(version.at)} · <bdi>{version.by.name}</bdi>{' '}
                {version.name !== null && `· ${words[version.text]}`}
              </span>
            </div>
            <span className="muted hint record-digest">
              {t('digest')} <bdi className="code">{version.sha256}</bdi>
            </span>
          </li>
        ))}
      </ul>
      {record.state !== 'disposed' && (
        <div>
          <Button icon="plus" busy={busy} reason={mayFile} onClick={() => chosen.current?.click()}>
            {t('addVersion')}
          </Button>
          <input
            ref={chosen}
            type="file"
            className="visually-hidden"
            tabIndex={-1}
            aria-label={t('addVersion')}
            onChange={(event) => {
              void add(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </div>
      )}
    </section>
  );
}

/** Where a linked thing is seen. */
function hrefOf(paths: FirmPaths, { kind, id }: FiledRecord['links'][number]): Href | undefined {
  switch (kind) {
    case 'entry':
      return paths.entry(id);
    case 'invoice':
      return paths.invoice(id);
    case 'credit-note':
      return paths.creditNote(id);
    case 'payment':
      return paths.payment(id);
    case 'contact':
      return paths.contact(id);
    case 'case':
      return paths.case(id);
    case 'person':
    case 'asset':
      return undefined;
  }
}

function Links({ record }: { readonly record: FiledRecord }) {
  const t = useMessages(recordMessages);
  const { language } = useLanguage();
  const { paths } = useFirm();
  const say = useToast();
  const mayFile = useReason('record.file');
  const unlink = useFirmSubmit('unlinkRecord');
  return (
    <section className="card stack" aria-label={t('links')}>
      <h2>{t('links')}</h2>
      <Problem problem={unlink.problem} />
      {record.links.length === 0 && <p className="muted">{t('noLinks')}</p>}
      <ul className="plain-list">
        {record.links.map((link) => {
          const href = hrefOf(paths, link);
          const name = linkKinds[link.kind].name[language];
          return (
            <li key={`${link.kind}${link.id}`} className="row">
              {href ? <Link href={href}>{name}</Link> : name}
              <Button
                kind="quiet"
                size="small"
                icon="close"
                reason={mayFile}
                aria-label={`${t('unlink')}: ${name}`}
                onClick={async () => {
                  if (await unlink.send({ params: { recordId: record.id, linkKind: link.kind, linkedId: link.id } })) say(t('saved'));
                }}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function History({ recordId }: { readonly recordId: string }) {
  const events = useFirmList('listEvents', { query: { entity: `record:${recordId}`, order: 'desc', limit: 50 } });
  return events.rows.length > 0 ? <Trail events={events.rows} /> : null;
}
