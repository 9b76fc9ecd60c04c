import type { LinkKind } from '../../../domain/records/filing/link-kinds.ts';
import { useFirmList } from '../../api/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { recordMessages } from './record-messages.ts';
import './records.css';
import { RecordStateChip } from './state-chip.tsx';
import { UploadBox } from './upload-box.tsx';

interface LinkedRecordsProps {
  readonly of: { readonly kind: LinkKind; readonly id: string };
  /** The contact under which what is added here is filed. */
  readonly contact?: string;
}

/** What is filed with something, and a place to file more: a case, an invoice, a contact. */
export function LinkedRecords({ of, contact }: LinkedRecordsProps) {
  const t = useMessages(recordMessages);
  const format = useFormat();
  const { paths, may } = useFirm();
  const records = useFirmList('listRecords', { query: { link: `${of.kind}:${of.id}`, limit: 20 } }, { enabled: may('record.read') });
  if (!may('record.read')) return null;
  return (
    <section className="card stack no-print" aria-label={t('linkedRecords')}>
      <h2>{t('linkedRecords')}</h2>
      <Problem problem={records.problem} retry={records.retry} />
      {!records.pending && records.rows.length === 0 && <p className="muted">{t('noLinked')}</p>}
      <ul className="plain-list">
        {records.rows.map((record) => (
          <li key={record.id} className="row">
            <Link href={paths.record(record.id)}>
              <bdi>{record.title ?? t('disposedTitle')}</bdi>
            </Link>
            <span className="muted">{format.date(record.filedAt.slice(0, 10))}</span>
            {record.state !== 'kept' && <RecordStateChip state={record.state} />}
          </li>
        ))}
      </ul>
      {may('record.file') && (
        <details>
          <summary>{t('fileHere')}</summary>
          <UploadBox with={{ links: [of], ...(contact !== undefined && { contact }) }} />
        </details>
      )}
    </section>
  );
}
