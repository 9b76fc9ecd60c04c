import { useState } from 'react';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Problem } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { caseMessages } from './case-messages.ts';
import type { CaseInFull } from './case-page.tsx';
import { type CaseState, useKinds } from './use-desk.ts';

/** The way that work usually goes. */
const onwards: Readonly<Partial<Record<CaseState, CaseState>>> = { new: 'open', waiting: 'open', open: 'resolved', resolved: 'closed' };

/** Where the case may go from here: each way is a button, and one that cannot be taken says why. */
export function CaseMoves({ one, only }: { readonly one: CaseInFull; readonly only?: (to: CaseState) => boolean }) {
  const t = useMessages(caseMessages);
  const { language } = useLanguage();
  const { stateOf } = useKinds();
  const say = useToast();
  const move = useFirmSubmit('moveCase');
  const [asking, setAsking] = useState<CaseInFull['moves'][number] | undefined>(undefined);
  const ways = only ? one.moves.filter(({ to, allowed }) => allowed && only(to)) : one.moves;
  const go = async (to: CaseState, reason: string) => {
    const answer = await move.send({ params: { caseId: one.id }, body: { to, ...(reason.trim() && { reason: reason.trim() }) } });
    if (!answer) return;
    setAsking(undefined);
    say(t('moved', { number: String(one.number), state: stateOf(one.kind, answer.body.state) }));
  };
  if (ways.length === 0) return null;
  return (
    <section className="card stack" aria-label={t('moves')}>
      <h2>{t('moves')}</h2>
      {!asking && <Problem problem={move.problem} />}
      <div className="row">
        {ways.map((way) => (
          <Button
            key={way.to}
            kind={way.allowed && way.to === onwards[one.state] ? 'primary' : 'secondary'}
            reason={way.allowed ? undefined : (way.reason ?? '')}
            busy={move.pending}
            onClick={() => {
              move.reset();
              if (way.needsReason) setAsking(way);
              else void go(way.to, '');
            }}
          >
            {way.name[language]}
          </Button>
        ))}
      </div>
      {asking && (
        <ReasonDialog
          title={asking.name[language]}
          problem={move.problem}
          busy={move.pending}
          onClose={() => setAsking(undefined)}
          onGiven={(reason) => void go(asking.to, reason)}
        />
      )}
    </section>
  );
}

interface ReasonDialogProps {
  readonly title: string;
  readonly problem: Parameters<typeof Problem>[0]['problem'];
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onGiven: (reason: string) => void;
}

function ReasonDialog({ title, problem, busy, onClose, onGiven }: ReasonDialogProps) {
  const t = useMessages(caseMessages);
  const common = useMessages(commonMessages);
  const [reason, setReason] = useState('');
  const obstacle = reason.trim() === '' ? t('reasonNeeded') : undefined;
  return (
    <Dialog title={title} onClose={onClose}>
      <Form problem={problem} onSubmit={() => obstacle === undefined && onGiven(reason)}>
        <TextArea label={t('reason')} value={reason} onChange={setReason} pointer="/reason" />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" reason={obstacle} busy={busy}>
            {title}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
