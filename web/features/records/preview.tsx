import { useEffect, useState } from 'react';
import { call } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import type { Output } from '../../api/route-types.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { PdfPreview } from './pdf-preview.tsx';
import { recordMessages } from './record-messages.ts';

type FiledRecord = Output<'getRecord'>;
const shown = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];
/** A larger file is downloaded. */
const MAX_SHOWN_BYTES = 25_000_000;

/** The latest version in the page, where a browser can show it. A look at a confidential one is noted, so it is asked for. */
export function Preview({ record }: { readonly record: FiledRecord }) {
  const t = useMessages(recordMessages);
  const latest = record.versions.at(-1);
  const [isAsked, setAsked] = useState(!record.confidential);
  if (!latest) return null;
  const canShow = (latest.type === 'application/pdf' || shown.includes(latest.type)) && latest.bytes <= MAX_SHOWN_BYTES;
  return (
    <section className="card stack record-preview no-print" aria-label={t('preview')}>
      <h2>{t('preview')}</h2>
      {!canShow && <p className="muted">{t('noPreview')}</p>}
      {canShow && !isAsked && (
        <>
          <p className="muted">{t('previewNoted')}</p>
          <div>
            <Button onClick={() => setAsked(true)}>{t('showPreview')}</Button>
          </div>
        </>
      )}
      {canShow && isAsked && <Shown key={latest.id} recordId={record.id} versionId={latest.id} type={latest.type} name={latest.name ?? ''} />}
    </section>
  );
}

function Shown({
  recordId,
  versionId,
  type,
  name,
}: {
  readonly recordId: string;
  readonly versionId: string;
  readonly type: string;
  readonly name: string;
}) {
  const t = useMessages(recordMessages);
  const { id: firmId } = useFirm();
  const [content, setContent] = useState<{ readonly bytes: Uint8Array; readonly url: string } | undefined>(undefined);
  const [failed, setFailed] = useState<ProblemError | 'unshown' | undefined>(undefined);
  useEffect(() => {
    const leaving = new AbortController();
    let url: string | undefined;
    const fetched = async () => {
      const { body } = await call('downloadRecordVersion', { params: { firmId, recordId, versionId } }, { signal: leaving.signal });
      const bytes = new Uint8Array(await (await fetch(body.url, { signal: leaving.signal })).arrayBuffer());
      url = URL.createObjectURL(new Blob([bytes], { type }));
      setContent({ bytes, url });
    };
    fetched().catch((cause: unknown) => {
      if (!leaving.signal.aborted) setFailed(cause instanceof ProblemError ? cause : 'unshown');
    });
    return () => {
      leaving.abort();
      if (url !== undefined) URL.revokeObjectURL(url);
    };
  }, [firmId, recordId, versionId, type]);
  if (failed === 'unshown') return <p className="muted">{t('previewFailed')}</p>;
  if (failed) return <Problem problem={failed} />;
  if (!content) return <Skeleton lines={1} height={320} />;
  return type === 'application/pdf' ? <PdfPreview content={content.bytes} name={name} /> : <img src={content.url} alt={name} />;
}
