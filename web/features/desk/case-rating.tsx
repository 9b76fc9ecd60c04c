import { useState } from 'react';
import { useFirmSubmit } from '../../api/submit.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioCards } from '../../ui/choice-fields.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { caseMessages } from './case-messages.ts';
import type { CaseInFull } from './case-page.tsx';

const scores = ['5', '4', '3', '2', '1'] as const;

/** What whoever asked thought of it, once it is closed: asked of them alone, shown to all. */
export function CaseRating({ one }: { readonly one: CaseInFull }) {
  const t = useMessages(caseMessages);
  const { user } = useFirm();
  const say = useToast();
  const rate = useFirmSubmit('rateCase');
  const [score, setScore] = useState<(typeof scores)[number]>('5');
  const [comment, setComment] = useState('');
  const asks = one.state === 'closed' && one.mergedInto === null && !one.rating && one.requester.id === user.id;
  if (!one.rating && !asks) return null;
  const send = async () => {
    const body = { score: Number(score), ...(comment.trim() && { comment: comment.trim() }) };
    if (await rate.send({ params: { caseId: one.id }, body })) say(t('thanks'));
  };
  return (
    <section className="card stack" aria-label={t('rating')}>
      <h2>{t('rating')}</h2>
      {one.rating ? (
        <>
          <p className="strong">{t('rated', { score: one.rating.score })}</p>
          {one.rating.comment && <p className="said">{one.rating.comment}</p>}
        </>
      ) : (
        <Form problem={rate.problem} onSubmit={() => void send()}>
          <RadioCards
            legend={t('rating')}
            value={score}
            onChange={setScore}
            choices={scores.map((value) => ({ value, label: t(`score${value}`) }))}
          />
          <TextArea label={t('ratingComment')} value={comment} onChange={setComment} pointer="/comment" optional />
          <div>
            <Button type="submit" kind="primary" busy={rate.pending}>
              {t('rate')}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}
