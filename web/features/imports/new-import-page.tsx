import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type ImportFormat, importFormats } from '../../../domain/accounting/imports/import-job.ts';
import { ProblemError } from '../../api/problem.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { upload } from '../../api/upload.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { DropFile } from '../../ui/drop-file.tsx';
import { splitHref } from '../../ui/link.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { formatNames, importMessages } from './import-messages.ts';

/** Takes a file, has it checked, and goes on to its preview. */
export default function NewImportPage() {
  const t = useMessages(importMessages);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { paths } = useFirm();
  const [format, setFormat] = useState<ImportFormat | ''>('');
  const [file, setFile] = useState<File | undefined>(undefined);
  const [uploading, setUploading] = useState(false);
  const [failed, setFailed] = useState<ProblemError | undefined>(undefined);
  const prepare = useFirmSubmit('prepareImport');
  const check = useFirmSubmit('checkImport');
  const chosen = format === '' ? {} : { format };

  const take = async (next: File) => {
    setFile(next);
    setFailed(undefined);
    const slot = await prepare.send({ body: { name: next.name.slice(0, 200), bytes: next.size, preview: true, ...chosen } });
    if (!slot) return;
    setUploading(true);
    try {
      await upload(slot.body.upload, next);
    } catch (problem) {
      if (problem instanceof ProblemError) return setFailed(problem);
      throw problem;
    } finally {
      setUploading(false);
    }
    const importId = slot.body.import.id;
    if (await check.send({ params: { importId }, body: chosen })) await navigate(splitHref(paths.import(importId)));
  };
  const busy = prepare.pending || uploading || check.pending;
  return (
    <Page title={t('newImport')} up={{ href: paths.imports(), label: t('title') }}>
      <OnlyFor permission="import.run">
        <Problem problem={failed ?? prepare.problem ?? check.problem} retry={file && (() => void take(file))} />
        <DropFile label={t('drop')} hint={t('dropHint')} busy={busy} onFile={(next) => void take(next)} />
        {busy && file && <Notice>{t('uploading', { name: file.name })}</Notice>}
        <div className="columns">
          <SelectField
            label={t('format')}
            value={format}
            onChange={setFormat}
            choices={[{ value: '', label: t('detect') }, ...importFormats.map((value) => ({ value, label: formatNames[value][language] }))]}
          />
        </div>
        <p className="muted">{t('safe')}</p>
      </OnlyFor>
    </Page>
  );
}
