import { useEffect, useRef } from 'react';
import { seesInternal } from '../../../domain/work/cases/internal-comments.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { RadioCards } from '../../ui/choice-fields.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { caseMessages } from './case-messages.ts';
import type { CaseInFull } from './case-page.tsx';
import { MentionNames } from './mention-names.tsx';

/** What was said. A word among colleagues looks and reads unlike one that whoever asked sees. */
export function CaseConversation({ one, focus, plain = false }: { readonly one: CaseInFull; readonly focus: boolean; readonly plain?: boolean }) {
  const t = useMessages(caseMessages);
  const format = useFormat();
  const shown = plain ? one.comments.filter(({ internal }) => !internal) : one.comments;
  return (
    <section className="stack" aria-label={t('conversation')}>
      <h2>{t('conversation')}</h2>
      {shown.length === 0 && <p className="muted">{t('noComments')}</p>}
      {shown.map((comment) => (
        <article key={comment.id} className={comment.internal ? 'comment internal' : 'comment'}>
          <div className="row spread">
            <span>
              <bdi className="strong">{comment.by.name}</bdi> <span className="muted">{format.instant(comment.at)}</span>
            </span>
            <span className="row">
              {comment.internal && <Chip tone="warn">{t('internal')}</Chip>}
              {comment.byMail && <Chip>{t('byMail')}</Chip>}
              {comment.stranger && <Chip tone="bad">{t('stranger')}</Chip>}
            </span>
          </div>
          <p className="words">{comment.text}</p>
          {comment.case !== one.id && <span className="muted">{t('fromMerged')}</span>}
        </article>
      ))}
      {one.mergedInto === null && <ReplyBox one={one} focus={focus} plain={plain} />}
    </section>
  );
}

function ReplyBox({ one, focus, plain }: { readonly one: CaseInFull; readonly focus: boolean; readonly plain: boolean }) {
  const t = useMessages(caseMessages);
  const common = useMessages(commonMessages);
  const firm = useFirm();
  const say = useToast();
  const box = useRef<HTMLDivElement>(null);
  const draft = useDraft<{ text: string; internal: boolean }>(firm.owner, `case/${one.id}/reply`, () => ({ text: '', internal: false }));
  const comment = useFirmSubmit('commentOnCase', { keeper: draft });
  const { value, set } = draft;
  const mayInternal = !plain && seesInternal(firm.role);
  const internal = mayInternal && value.internal;
  const { name } = one.requester;
  const reason = useReason('case.open', value.text.trim() === '' ? common('required') : undefined);
  const mayReply = firm.may('case.open');
  useEffect(() => {
    if (focus) box.current?.querySelector('textarea')?.focus();
  }, [focus]);
  if (!mayReply) return null;
  const send = async () => {
    if (reason !== undefined) return;
    const answer = await comment.send({ params: { caseId: one.id }, body: { text: value.text.trim(), internal } });
    if (!answer) return;
    draft.discard();
    say(internal ? t('noted') : t('said'));
  };
  return (
    <div ref={box} className={internal ? 'card reply-box internal' : 'card reply-box'}>
      <Form problem={comment.problem} onSubmit={() => void send()} label={t('reply')} draft={draft}>
        {mayInternal && (
          <RadioCards
            legend={t('kindOfWord')}
            value={value.internal ? 'internal' : 'public'}
            onChange={(next) => set({ internal: next === 'internal' })}
            choices={[
              { value: 'public', label: t('toRequester', { name }) },
              { value: 'internal', label: t('note') },
            ]}
          />
        )}
        <TextArea
          label={internal ? t('note') : t('reply')}
          hint={plain ? undefined : internal ? t('noteHint', { name }) : t('replyHint', { name })}
          value={value.text}
          onChange={(text) => set({ text })}
          pointer="/text"
          rows={4}
          maxLength={10_000}
        />
        {!plain && (
          <MentionNames
            text={value.text}
            onChoose={(text) => {
              set({ text });
              box.current?.querySelector('textarea')?.focus();
            }}
          />
        )}
        <div className="row">
          <Button type="submit" kind="primary" reason={reason} busy={comment.pending}>
            {internal ? t('sendNote') : t('send')}
          </Button>
        </div>
      </Form>
    </div>
  );
}
