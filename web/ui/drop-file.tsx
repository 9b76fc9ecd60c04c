import { useRef } from 'react';
import { defineMessages, useMessages } from '../i18n/messages.ts';
import { Button } from './button.tsx';
import { DropZone } from './drop-zone.tsx';

const messages = defineMessages({
  choose: { en: 'Choose a file', ar: 'اختر ملفًا' },
  orDrop: { en: 'or drop it here', ar: 'أو أسقطه هنا' },
  remove: { en: 'Remove {name}', ar: 'إزالة {name}' },
});

interface DropFileProps {
  readonly label: string;
  readonly hint?: string;
  readonly accept?: string;
  readonly busy?: boolean;
  readonly onFile: (file: File) => void;
}

/** A place to drop one file, or to choose it. */
export function DropFile({ label, hint, accept, busy = false, onFile }: DropFileProps) {
  const t = useMessages(messages);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !busy) onFile(file);
  };
  return (
    <DropZone label={label} onFiles={take}>
      <p className="strong">{label}</p>
      {hint && <p className="muted">{hint}</p>}
      <div className="row">
        <Button kind="primary" busy={busy} onClick={() => input.current?.click()}>
          {t('choose')}
        </Button>
        <span className="muted">{t('orDrop')}</span>
      </div>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </DropZone>
  );
}

interface ChooseFilesProps {
  readonly label: string;
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
}

/** Files that go along with a form. */
export function ChooseFiles({ label, files, onChange }: ChooseFilesProps) {
  const t = useMessages(messages);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="row">
      <Button icon="clip" onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        onChange={(event) => {
          onChange([...files, ...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {files.map((file) => (
        <span key={`${file.name}${file.size}`} className="chip">
          <bdi>{file.name}</bdi>
          <Button
            kind="quiet"
            size="small"
            icon="close"
            aria-label={t('remove', { name: file.name })}
            onClick={() => onChange(files.filter((each) => each !== file))}
          />
        </span>
      ))}
    </div>
  );
}
