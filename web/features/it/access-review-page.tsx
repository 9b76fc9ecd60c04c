import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { accessMessages } from './access-messages.ts';

type Review = Output<'getReview'>;
type Line = Review['lines'][number];
interface Answering {
  readonly line: Line;
  readonly decision: 'kept' | 'revoked';
}

/** Every line of access is kept or taken back, with what that rests on. */
export default function AccessReviewPage() {
  const t = useMessages(accessMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { reviewId = '' } = useParams({ strict: false }) as { reviewId?: string };
  const { paths } = useFirm();
  const reason = useReason('access.manage');
  const [answering, setAnswering] = useState<Answering | undefined>(undefined);
  const read = useFirmApi('getReview', { params: { reviewId } });
  const review = read.data?.body;
  return (
    <Page
      title={review ? t('review', { system: review.systemName }) : t('reviews')}
      up={{ href: paths.access(), label: t('access') }}
      aside={
        review && (
          <Chip tone={review.state === 'done' ? 'good' : review.overdue ? 'bad' : 'warn'}>
            {review.overdue ? t('overdue') : t(review.state === 'done' ? 'reviewDone' : 'reviewOpen')}
          </Chip>
        )
      }
    >
      <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
      {!review && !read.error && <Skeleton lines={5} height={44} />}
      {review && (
        <>
          <p className="muted">
            {t('owner')}: <bdi>{review.owner.name}</bdi> · {t('dueOn')}: {format.date(review.dueOn)} ·{' '}
            {t('openLines', { open: review.openLines, count: review.lineCount })}
          </p>
          <Scrolls label={t('grants')}>
            <table className="table stacks">
              <thead>
                <tr>
                  <th scope="col">{t('person')}</th>
                  <th scope="col">{t('level')}</th>
                  <th scope="col">{t('until')}</th>
                  <th scope="col">{t('state')}</th>
                  <th scope="col">{t('evidence')}</th>
                </tr>
              </thead>
              <tbody>
                {review.lines.map((line) => (
                  <tr key={line.grant}>
                    <th scope="row">
                      <bdi>{line.person.name}</bdi>
                    </th>
                    <td>
                      <bdi>{line.level}</bdi>
                    </td>
                    <td>{line.until ? format.date(line.until) : t('noEnd')}</td>
                    <td className={line.decision ? undefined : 'actions'}>
                      {line.decision ? (
                        <Chip tone={line.decision === 'kept' ? 'good' : 'plain'}>{t(line.decision)}</Chip>
                      ) : (
                        <>
                          <Button
                            size="small"
                            reason={reason}
                            aria-label={`${t('keep')}: ${line.person.name}`}
                            onClick={() => setAnswering({ line, decision: 'kept' })}
                          >
                            {t('keep')}
                          </Button>
                          <Button
                            size="small"
                            reason={reason}
                            aria-label={`${t('revoke')}: ${line.person.name}`}
                            onClick={() => setAnswering({ line, decision: 'revoked' })}
                          >
                            {t('revoke')}
                          </Button>
                        </>
                      )}
                    </td>
                    <td>
                      <bdi>{line.note}</bdi> {line.by && <bdi className="muted">{line.by.name}</bdi>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolls>
          {review.lineCount === 0 && <p className="muted">{t('noGrants')}</p>}
        </>
      )}
      {review && answering && <AnswerDialog review={review} {...answering} onClose={() => setAnswering(undefined)} cancel={common('cancel')} />}
    </Page>
  );
}

function AnswerDialog({
  review,
  line,
  decision,
  onClose,
  cancel,
}: Answering & { readonly review: Review; readonly onClose: () => void; readonly cancel: string }) {
  const t = useMessages(accessMessages);
  const common = useMessages(commonMessages);
  const [note, setNote] = useState('');
  const answer = useFirmSubmit('answerReview');
  const act = t(decision === 'kept' ? 'keep' : 'revoke');
  const missing = note.trim() === '' ? common('required') : undefined;
  const send = async () => {
    if (missing !== undefined) return;
    if (await answer.send({ params: { reviewId: review.id, grantId: line.grant }, body: { decision, note: note.trim() } })) onClose();
  };
  return (
    <Dialog title={`${act}: ${line.person.name}`} onClose={onClose}>
      <Form problem={answer.problem} onSubmit={() => void send()}>
        <TextArea label={t('evidence')} value={note} onChange={setNote} pointer="/note" />
        <div className="footer">
          <Button onClick={onClose}>{cancel}</Button>
          <Button type="submit" kind={decision === 'kept' ? 'primary' : 'danger'} reason={missing} busy={answer.pending}>
            {act}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
