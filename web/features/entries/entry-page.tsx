import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { Attachments } from './attachments.tsx';
import { DocumentLink } from './document-link.tsx';
import { entryMessages } from './entry-messages.ts';
import { EntryTable } from './entry-table.tsx';
import { ReverseDialog } from './reverse-dialog.tsx';

/** One entry as it stands in the book, for good: its lines, where it came from, what was attached, and its reversal. */
export default function EntryPage() {
  const t = useMessages(entryMessages);
  const { entryId = '' } = useParams({ strict: false }) as { entryId?: string };
  const { paths } = useFirm();
  const read = useFirmApi('getEntry', { params: { entryId } });
  const entry = read.data?.body;
  if (!entry) {
    return (
      <Page title={t('journal')} up={{ href: paths.entries(), label: t('journal') }}>
        {read.error ? <Problem problem={read.error} retry={() => void read.refetch()} /> : <Skeleton lines={5} height={40} />}
      </Page>
    );
  }
  return <EntryInFull entry={entry} />;
}

function EntryInFull({ entry }: { readonly entry: Output<'getEntry'> }) {
  const t = useMessages(entryMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { paths } = useFirm();
  const [reversing, setReversing] = useState(false);
  const obstacle = entry.document ? t('ofDocument') : entry.reverses ? t('reversalItself') : entry.reversedBy ? t('alreadyReversed') : undefined;
  const reason = useReason('entry.post', obstacle);
  return (
    <Page
      title={t('entry', { seq: format.number(entry.seq) })}
      up={{ href: paths.entries(), label: t('journal') }}
      aside={
        <>
          {entry.reversedBy && <Chip tone="bad">{t('reversed')}</Chip>}
          {entry.reverses && <Chip tone="warn">{t('isReversal')}</Chip>}
          {entry.closing && <Chip tone="info">{t('closing')}</Chip>}
        </>
      }
      actions={
        <>
          <Button icon="print" onClick={() => window.print()}>
            {common('print')}
          </Button>
          <Button reason={reason} onClick={() => setReversing(true)}>
            {t('reverse')}
          </Button>
        </>
      }
    >
      <div className="card">
        <dl className="pairs">
          <dt>{t('date')}</dt>
          <dd>{format.date(entry.date)}</dd>
          {entry.memo && <dt>{t('memo')}</dt>}
          {entry.memo && (
            <dd>
              <bdi>{entry.memo}</bdi>
            </dd>
          )}
          {entry.reference && <dt>{t('reference')}</dt>}
          {entry.reference && (
            <dd>
              <bdi>{entry.reference}</bdi>
            </dd>
          )}
          {entry.document && <dt>{t('document')}</dt>}
          {entry.document && (
            <dd>
              <DocumentLink document={entry.document} />
            </dd>
          )}
          {entry.reverses && <dt>{t('reverses')}</dt>}
          {entry.reverses && (
            <dd>
              <Link href={paths.entry(entry.reverses)}>{t('journal')}</Link>
            </dd>
          )}
          {entry.reversedBy && <dt>{t('reversedBy')}</dt>}
          {entry.reversedBy && (
            <dd>
              <Link href={paths.entry(entry.reversedBy)}>{t('reversed')}</Link>
            </dd>
          )}
        </dl>
      </div>
      <EntryTable lines={entry.lines} />
      <p className="muted">
        {t('postedBy', { name: entry.by.name, at: format.instant(entry.at) })}
        {entry.source && <> · {t('source', { line: entry.source })}</>}
        <br />
        {t('hash')} <span className="code">{entry.hash}</span>
      </p>
      <Attachments entryId={entry.id} attachments={entry.attachments} />
      {reversing && <ReverseDialog entry={entry} onClose={() => setReversing(false)} />}
    </Page>
  );
}
