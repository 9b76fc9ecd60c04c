import { useState } from 'react';
import { call } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { upload } from '../../api/upload.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ChooseFiles } from '../../ui/drop-file.tsx';
import { Problem } from '../../ui/notice.tsx';
import { entryMessages } from './entry-messages.ts';

interface AttachmentsProps {
  readonly entryId: string;
  readonly attachments: Output<'getEntry'>['attachments'];
}

/** What proves an entry: receipts, contracts. They are added to and never taken away. */
export function Attachments({ entryId, attachments }: AttachmentsProps) {
  const t = useMessages(entryMessages);
  const format = useFormat();
  const { id: firmId, may } = useFirm();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [failed, setFailed] = useState<ProblemError | undefined>(undefined);
  const attach = useFirmSubmit('attachFile');

  const send = async () => {
    setFailed(undefined);
    for (const file of files) {
      const slot = await attach.send({
        params: { entryId },
        body: { name: file.name, type: file.type || 'application/octet-stream', bytes: file.size },
      });
      if (!slot) return;
      try {
        await upload(slot.body.upload, file);
      } catch (problem) {
        if (problem instanceof ProblemError) return setFailed(problem);
        throw problem;
      }
      setFiles((left) => left.filter((each) => each !== file));
    }
  };
  const open = async (attachmentId: string) => {
    setFailed(undefined);
    try {
      const { body } = await call('downloadAttachment', { params: { firmId, entryId, attachmentId } });
      window.open(body.url, '_blank', 'noopener');
    } catch (problem) {
      if (problem instanceof ProblemError) setFailed(problem);
      else throw problem;
    }
  };

  return (
    <section className="card stack no-print" aria-label={t('attachments')}>
      <h2>{t('attachments')}</h2>
      <Problem problem={failed ?? attach.problem} retry={() => void send()} />
      {attachments.length === 0 && <p className="muted">{t('noAttachments')}</p>}
      <ul className="plain-list">
        {attachments.map((attachment) => (
          <li key={attachment.id} className="row">
            <Button kind="quiet" icon="clip" aria-label={t('download', { name: attachment.name })} onClick={() => void open(attachment.id)}>
              <bdi>{attachment.name}</bdi>
            </Button>
            <span className="muted">{format.instant(attachment.at)}</span>
          </li>
        ))}
      </ul>
      {may('entry.post') && (
        <div className="row">
          <ChooseFiles label={t('attach')} files={files} onChange={setFiles} />
          {files.length > 0 && (
            <Button busy={attach.pending} onClick={() => void send()}>
              {t('attach')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
