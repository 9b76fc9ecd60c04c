import { useId, useRef, useState } from 'react';
import { seesInternal } from '../../../domain/work/cases/internal-comments.ts';
import { call } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { upload } from '../../api/upload.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { CheckField } from '../../ui/choice-fields.tsx';
import { DropZone } from '../../ui/drop-zone.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { attachmentMessages } from './case-attachments-messages.ts';

interface CaseAttachmentsProps {
  readonly caseId: string;
  readonly isMerged?: boolean;
  /** Without what is said among colleagues: as whoever asked sees the case. */
  readonly plain?: boolean;
}
type CaseFile = Output<'listCaseFiles'>['data'][number];

/** The files of a case: dropped, chosen, or photographed; many at once, each for itself. */
export function CaseAttachments({ caseId, isMerged = false, plain = false }: CaseAttachmentsProps) {
  const t = useMessages(attachmentMessages);
  const { may } = useFirm();
  const read = useFirmApi('listCaseFiles', { params: { caseId } });
  const title = useId();
  const files = (read.data?.body.data ?? []).filter(({ internal }) => !plain || !internal);
  return (
    <section className="card stack no-print" aria-labelledby={title}>
      <h2 id={title}>{t('title')}</h2>
      <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
      {read.isPending && <Skeleton lines={2} height={32} />}
      {read.data && files.length === 0 && <p className="muted">{t('none')}</p>}
      {files.length > 0 && (
        <ul className="plain-list">
          {files.map((file) => (
            <FileRow key={file.id} file={file} plain={plain} />
          ))}
        </ul>
      )}
      {may('case.open') && <AddFiles caseId={caseId} isMerged={isMerged} plain={plain} />}
    </section>
  );
}

function FileRow({ file, plain }: { readonly file: CaseFile; readonly plain: boolean }) {
  const t = useMessages(attachmentMessages);
  const say = useToast();
  const keep = useFirmSubmit('fileCaseFile');
  const format = useFormat();
  const size = useSize();
  const { id: firmId, may } = useFirm();
  const [failed, setFailed] = useState<ProblemError | undefined>(undefined);
  const open = async () => {
    setFailed(undefined);
    try {
      const { body } = await call('downloadCaseFile', { params: { firmId, caseId: file.case, caseFileId: file.id } });
      window.open(body.url, '_blank', 'noopener');
    } catch (problem) {
      if (!(problem instanceof ProblemError)) throw problem;
      setFailed(problem);
    }
  };
  return (
    <li>
      <div className="row">
        <Button kind="quiet" icon="clip" aria-label={t('download', { name: file.name })} onClick={() => void open()}>
          <bdi>{file.name}</bdi>
        </Button>
        {file.isMail && <Chip>{t('isMail')}</Chip>}
        {file.internal && <Chip tone="warn">{t('forColleagues')}</Chip>}
        {!plain && may('record.file') && (
          <Button
            kind="quiet"
            size="small"
            busy={keep.pending}
            onClick={() => void keep.send({ body: { case: file.case, file: file.id } }).then((done) => done && say(t('kept', { name: file.name })))}
          >
            {t('keep')}
          </Button>
        )}
      </div>
      <span className="muted">{t('about', { size: size(file.bytes), name: file.by.name, at: format.instant(file.at) })}</span>
      <Problem problem={failed} retry={() => void open()} />
      <Problem problem={keep.problem} />
    </li>
  );
}

function AddFiles({ caseId, isMerged, plain }: Required<CaseAttachmentsProps>) {
  const t = useMessages(attachmentMessages);
  const say = useToast();
  const { role } = useFirm();
  const [internal, setInternal] = useState(false);
  const [sending, setSending] = useState<string | undefined>(undefined);
  const [failed, setFailed] = useState<{ readonly name: string; readonly problem: ProblemError } | undefined>(undefined);
  const chosen = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const announce = useFirmSubmit('attachToCase');
  const confirm = useFirmSubmit('confirmCaseFile');
  const reason = useReason('case.open', isMerged ? t('isMerged') : undefined);
  const mayInternal = !plain && seesInternal(role);

  /** Announced, uploaded, confirmed: what fails on the way is said by name, and the others go on. */
  const send = async (file: File): Promise<boolean> => {
    setSending(file.name);
    try {
      const body = { name: file.name, type: file.type || 'application/octet-stream', bytes: file.size, internal: mayInternal && internal };
      const slot = await announce.send({ params: { caseId }, body });
      if (!slot) return false;
      await upload(slot.body.upload, file);
      return (await confirm.send({ params: { caseId, caseFileId: slot.body.id } })) !== undefined;
    } catch (problem) {
      if (!(problem instanceof ProblemError)) throw problem;
      setFailed({ name: file.name, problem });
      return false;
    }
  };
  const sendAll = async (files: FileList | null) => {
    if (reason !== undefined || sending !== undefined || !files?.length) return;
    setFailed(undefined);
    announce.reset();
    confirm.reset();
    let count = 0;
    for (const file of [...files]) if (await send(file)) count += 1;
    setSending(undefined);
    if (count > 0) say(t('attached', { count }));
  };
  const input = (ref: typeof chosen, label: string, more: object) => (
    <input
      ref={ref}
      type="file"
      className="visually-hidden"
      tabIndex={-1}
      aria-label={label}
      onChange={({ target }) => void sendAll(target.files).finally(() => (target.value = ''))}
      {...more}
    />
  );
  return (
    <DropZone label={t('choose')} onFiles={(files) => void sendAll(files)}>
      <Problem problem={announce.problem ?? confirm.problem ?? failed?.problem} />
      {failed && <p className="muted">{t('notSent', { name: failed.name })}</p>}
      <p className="muted">{t('drop')}</p>
      <div className="row">
        <Button icon="clip" reason={reason} busy={sending !== undefined} onClick={() => chosen.current?.click()}>
          {t('choose')}
        </Button>
        <Button kind="quiet" reason={reason} busy={sending !== undefined} onClick={() => camera.current?.click()}>
          {t('photo')}
        </Button>
      </div>
      {mayInternal && <CheckField label={t('internal')} checked={internal} onChange={setInternal} />}
      <p className="muted" aria-live="polite">
        {sending !== undefined && t('sending', { name: sending })}
      </p>
      {input(chosen, t('choose'), { multiple: true })}
      {input(camera, t('photo'), { accept: 'image/*', capture: 'environment' })}
    </DropZone>
  );
}

const KB = 1024;
function useSize(): (bytes: number) => string {
  const t = useMessages(attachmentMessages);
  return (bytes) => {
    if (bytes < KB) return t('bytes', { count: bytes });
    if (bytes < KB * KB) return t('kilobytes', { count: Math.round(bytes / KB) });
    return t('megabytes', { count: (bytes / KB / KB).toFixed(1) });
  };
}
