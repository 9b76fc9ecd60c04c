import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { LinkKind } from '../../../domain/records/filing/link-kinds.ts';
import { call } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { DropZone } from '../../ui/drop-zone.tsx';
import { useToast } from '../../ui/toast.tsx';
import { recordMessages } from './record-messages.ts';
import { uploadRecord } from './upload-record.ts';

type Suggestion = Output<'suggestFiling'>['suggestions'][number];
interface Waiting {
  readonly key: string;
  readonly file: File;
  readonly suggestions: readonly Suggestion[];
  readonly accepted: readonly Suggestion[];
  readonly percent?: number;
  readonly problem?: string;
}

/** What a record is filed with from the start. */
export interface FiledWith {
  readonly contact?: string;
  readonly links?: readonly { readonly kind: LinkKind; readonly id: string }[];
}

/** Takes files by drag, paste, camera or choice; shows where each might go and why; files what a person has agreed to. */
export function UploadBox({ with: filedWith = {}, pastes = false }: { readonly with?: FiledWith; readonly pastes?: boolean }) {
  const t = useMessages(recordMessages);
  const { language } = useLanguage();
  const { id: firmId } = useFirm();
  const client = useQueryClient();
  const say = useToast();
  const classes = useFirmApi('listRecordClasses', {}, { staleTime: 60_000 });
  const [under, setUnder] = useState('general');
  const [files, setFiles] = useState<readonly Waiting[]>([]);
  const [busy, setBusy] = useState(false);
  const chosen = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);

  const change = (key: string, next: Partial<Waiting>) => setFiles((all) => all.map((each) => (each.key === key ? { ...each, ...next } : each)));
  const take = (list: Iterable<File>) => {
    const added = [...list].map((file): Waiting => ({ key: crypto.randomUUID(), file, suggestions: [], accepted: [] }));
    setFiles((all) => [...all, ...added]);
    for (const { key, file } of added)
      call('suggestFiling', { params: { firmId }, body: { name: (file.name || 'file').slice(0, 200) } })
        .then(({ body }) => change(key, { suggestions: body.suggestions }))
        // Without suggestions it is filed as well.
        .catch(() => undefined);
  };
  const taking = useRef(take);
  taking.current = take;
  useEffect(() => {
    if (!pastes) return;
    const paste = (event: ClipboardEvent) => {
      const pasted = [...(event.clipboardData?.files ?? [])];
      if (pasted.length > 0) taking.current(pasted);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [pastes]);

  const send = async () => {
    setBusy(true);
    let filed = 0;
    for (const { key, file, accepted } of files) {
      change(key, { percent: 0 });
      try {
        await uploadRecord(firmId, file, detailsOf(under, accepted, filedWith), (percent) => change(key, { percent }));
        filed += 1;
        setFiles((all) => all.filter((each) => each.key !== key));
      } catch (problem) {
        if (!(problem instanceof ProblemError)) throw problem;
        const first = problem.errors[0]?.message ?? problem.title;
        setFiles((all) => all.map(({ percent: _, ...each }) => (each.key === key ? { ...each, problem: first } : each)));
      }
    }
    setBusy(false);
    if (filed > 0) say(t('filedCount', { count: filed }));
    void client.invalidateQueries({ queryKey: ['firm', firmId] });
  };

  const choices = (classes.data?.body.data ?? [])
    .filter(({ archived }) => !archived)
    .map(({ code, name, length }) => ({ value: code, label: `${name[language]} · ${length[language]}` }));
  return (
    <DropZone label={t('upload')} onFiles={take}>
      <p className="muted">{t('dropHint')}</p>
      <div className="row">
        <Button icon="plus" kind={files.length === 0 ? 'primary' : 'secondary'} onClick={() => chosen.current?.click()}>
          {t('choose')}
        </Button>
        <Button icon="clip" onClick={() => camera.current?.click()}>
          {t('photo')}
        </Button>
      </div>
      <input
        ref={chosen}
        type="file"
        multiple
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('choose')}
        onChange={(event) => {
          take(event.target.files ?? []);
          event.target.value = '';
        }}
      />
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('photo')}
        onChange={(event) => {
          take(event.target.files ?? []);
          event.target.value = '';
        }}
      />
      {files.length > 0 && (
        <div className="stack records-waiting">
          <SelectField
            label={t('fileUnder')}
            value={under}
            onChange={setUnder}
            choices={choices.length > 0 ? choices : [{ value: under, label: under }]}
          />
          <ul className="plain-list">
            {files.map((each) => (
              <li key={each.key} className="stack">
                <WaitingFile
                  each={each}
                  onAccept={(one) => change(each.key, { accepted: [...each.accepted, one] })}
                  onRemove={() => setFiles((all) => all.filter(({ key }) => key !== each.key))}
                />
              </li>
            ))}
          </ul>
          <div className="row">
            <Button kind="primary" busy={busy} onClick={() => void send()}>
              {t('fileAll', { count: files.length })}
            </Button>
            <span className="muted">{t('suggestionHint')}</span>
          </div>
        </div>
      )}
    </DropZone>
  );
}

function WaitingFile({
  each,
  onAccept,
  onRemove,
}: {
  readonly each: Waiting;
  readonly onAccept: (one: Suggestion) => void;
  readonly onRemove: () => void;
}) {
  const t = useMessages(recordMessages);
  const { language } = useLanguage();
  const format = useFormat();
  const { file, suggestions, accepted, percent, problem } = each;
  return (
    <>
      <div className="row">
        <bdi className="strong">{file.name}</bdi>
        {percent !== undefined && (
          <progress max={100} value={percent} aria-label={t('progress', { name: file.name, percent })}>
            {percent}%
          </progress>
        )}
        {problem !== undefined && <Chip tone="bad">{t('failed')}</Chip>}
        {problem !== undefined && (
          <span role="alert" className="fault">
            {problem}
          </span>
        )}
        <Button kind="quiet" size="small" icon="close" aria-label={t('removeFile', { name: file.name })} onClick={onRemove} />
      </div>
      {suggestions.length > 0 && (
        <div className="row">
          <span className="muted">{t('suggestion')}</span>
          {suggestions.map((one) => {
            const name =
              one.label ?? (one.field === 'eventDate' ? format.date(one.value) : one.field === 'period' ? format.month(one.value) : one.value);
            const key = `${one.field} ${one.value}`;
            return accepted.includes(one) ? (
              <Chip key={key} tone="good">
                <bdi>{name}</bdi>
              </Chip>
            ) : (
              <Button key={key} size="small" icon="check" title={one.reason[language]} onClick={() => onAccept(one)}>
                <bdi>{t('accept', { value: name })}</bdi>
              </Button>
            );
          })}
        </div>
      )}
    </>
  );
}

function detailsOf(under: string, accepted: readonly Suggestion[], { contact, links }: FiledWith) {
  const of = (field: Suggestion['field']) => accepted.find((one) => one.field === field)?.value;
  const [code, who, period, eventDate] = [of('class') ?? under, of('contact') ?? contact, of('period'), of('eventDate')];
  const tags = accepted.filter(({ field }) => field === 'tag').map(({ value }) => value);
  return {
    class: code,
    ...(who !== undefined && { contact: who }),
    ...(period !== undefined && { period }),
    ...(eventDate !== undefined && { eventDate }),
    ...(tags.length > 0 && { tags }),
    ...(links && { links: links.map(({ kind, id }) => ({ kind, id })) }),
  };
}
