import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { formatAmount } from '../../../domain/kernel/money.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { upload } from '../../api/upload.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { useDraft } from '../../ui/draft.ts';
import { ChooseFiles } from '../../ui/drop-file.tsx';
import { Form } from '../../ui/form.tsx';
import { splitHref } from '../../ui/link.tsx';
import { Page } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { bodyOf, emptyLine, type Obstacle, obstacleOf, runningOf, type TypedEntry } from './entry-draft.ts';
import { EntryLines } from './entry-lines.tsx';
import { entryMessages } from './entry-messages.ts';

/** Writes an entry and posts it. Posting waits for the book's answer: the entry is there once it has its number. */
export default function PostEntryPage() {
  const t = useMessages(entryMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const say = useToast();
  const { owner, digits, paths, today } = useFirm();
  const draft = useDraft<TypedEntry>(owner, 'entry/1', () => ({ date: today(), memo: '', reference: '', lines: [emptyLine(1), emptyLine(2)] }));
  const [files, setFiles] = useState<readonly File[]>([]);
  const post = useFirmSubmit('postEntry', { keeper: draft });
  const attach = useFirmSubmit('attachFile');
  const { value, set } = draft;
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => head.current?.querySelector<HTMLElement>('[role=spinbutton], input')?.focus(), []);
  const running = runningOf(value.lines, digits);
  const obstacle = obstacleOf(value, digits);
  const amount = (minor: bigint) => format.amount(formatAmount(minor, digits));
  const reason = useReason('entry.post', obstacle && sayObstacle(obstacle));

  function sayObstacle(found: Obstacle): string {
    if (found.kind === 'notBalanced') return t('notBalanced', { difference: amount(found.difference < 0n ? -found.difference : found.difference) });
    return found.kind === 'incomplete' ? t('incomplete', { line: found.line }) : t(found.kind);
  }
  const send = async () => {
    if (reason !== undefined || post.pending) return;
    const answer = await post.send({ body: bodyOf(value, digits) });
    if (!answer) return;
    const { id, seq } = answer.body;
    draft.discard();
    for (const file of files) {
      const slot = await attach.send({
        params: { entryId: id },
        body: { name: file.name, type: file.type || 'application/octet-stream', bytes: file.size },
      });
      const sent =
        slot &&
        (await upload(slot.body.upload, file).then(
          () => true,
          () => false,
        ));
      if (!sent) say(t('attachFailed', { name: file.name }));
    }
    say(t('posted', { seq: format.number(seq) }));
    await navigate(splitHref(paths.entry(id)));
  };

  return (
    <Page title={t('newEntry')} up={{ href: paths.entries(), label: t('journal') }}>
      <OnlyFor permission="entry.post">
        <Form problem={post.problem} onSubmit={() => void send()} draft={draft} label={t('newEntry')}>
          <div ref={head} className="card stack">
            <div className="columns">
              <DateField label={t('date')} value={value.date} onChange={(date) => set({ date })} pointer="/date" />
              <TextField
                label={t('memo')}
                value={value.memo}
                onChange={(memo) => set({ memo })}
                pointer="/memo"
                maxLength={2000}
                onKeyDown={enterGoesOn}
              />
              <TextField
                label={t('reference')}
                value={value.reference}
                onChange={(reference) => set({ reference })}
                pointer="/reference"
                maxLength={200}
                optional
                onKeyDown={enterGoesOn}
              />
            </div>
          </div>
          <section className="card stack" aria-label={t('lines')}>
            <EntryLines lines={value.lines} onChange={(lines) => set({ lines })} />
            <dl className="totals" aria-live="polite">
              <dt>{t('debit')}</dt>
              <dd className="figure">{amount(running.debit)}</dd>
              <dt>{t('credit')}</dt>
              <dd className="figure">{amount(running.credit)}</dd>
              <dt className="grand">{t('difference')}</dt>
              <dd className={`figure grand ${running.difference === 0n ? '' : 'negative'}`}>
                {running.difference === 0n && running.debit > 0n ? t('balanced') : amount(running.difference)}
              </dd>
            </dl>
          </section>
          <ChooseFiles label={t('toAttach')} files={files} onChange={setFiles} />
          <div className="row spread">
            <span className="muted">{t('keys')}</span>
            <Button type="submit" kind="primary" reason={reason} busy={post.pending || attach.pending}>
              {post.pending ? t('posting') : t('post')}
            </Button>
          </div>
        </Form>
      </OnlyFor>
    </Page>
  );
}

/** Enter goes to the next field of the form here too, as in its lines. */
function enterGoesOn(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const fields = [
    ...(event.currentTarget.form?.querySelectorAll<HTMLInputElement>('input:not([type=file], [type=hidden], [hidden], [tabindex="-1"])') ?? []),
  ];
  fields[fields.indexOf(event.currentTarget) + 1]?.focus();
}
