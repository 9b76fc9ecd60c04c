import { useEffect, useState } from 'react';
import { type DecisionOutcome, outcomeNames, outcomes } from '../../../domain/work/decisions/request.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioCards, SelectField } from '../../ui/choice-fields.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { decisionMessages } from './decision-messages.ts';
import type { MailLink } from './use-mail-link.ts';

type Request = Output<'getDecisionRequest'>;
const NO_LINK: MailLink = { choose: undefined, inNameOf: undefined, token: undefined };
const MYSELF = 'myself';

/** Where somebody who is asked decides. Nothing is decided before they confirm it, whatever a link has chosen. */
export function DecideForm({ request, link = NO_LINK }: { readonly request: Request; readonly link?: MailLink }) {
  const t = useMessages(decisionMessages);
  const { language } = useLanguage();
  const say = useToast();
  const { owner } = useFirm();
  const open = request.mine.decide.filter(({ allowed }) => allowed);
  const draft = useDraft<{ outcome: DecisionOutcome | ''; comment: string; of: string }>(owner, `decision/${request.id}`, () => ({
    outcome: '',
    comment: '',
    of: '',
  }));
  const [token, setToken] = useState(link.token);
  const [isSpent, setSpent] = useState(false);
  const decide = useFirmSubmit('decideRequest', { keeper: draft });
  const { value, set } = draft;
  const { choose, inNameOf: chosenOf } = link;
  // What a link proposes stands over what was left half typed.
  useEffect(() => {
    if (choose) set({ outcome: choose, ...(chosenOf !== undefined && { of: chosenOf }) });
  }, [choose, chosenOf, set]);
  const whose = open.find(({ inNameOf }) => (inNameOf?.id ?? MYSELF) === value.of) ?? open[0];
  const reason = useReason(
    'decision.decide',
    whose === undefined ? (request.mine.decide[0]?.reason ?? undefined) : value.outcome === '' ? t('chooseFirst') : undefined,
  );
  const { outcome } = value;
  if (request.mine.decide.length === 0) return null;
  const send = async () => {
    if (outcome === '' || !whose) return;
    const body = {
      outcome,
      ...(value.comment.trim() !== '' && { comment: value.comment.trim() }),
      ...(whose.inNameOf && { onBehalfOf: whose.inNameOf.id }),
      ...(token !== undefined && { link: token }),
    };
    const answer = await decide.send({ params: { decisionRequestId: request.id }, body });
    if (!answer) {
      // A link that was used is no reason to keep somebody from deciding who is signed in and asked.
      if (token !== undefined) setSpent(true);
      setToken(undefined);
      return;
    }
    draft.discard();
    say(t('done'));
  };
  return (
    <section className="card stack" aria-label={t('yourDecision')}>
      <h2>{t('yourDecision')}</h2>
      <Form label={t('yourDecision')} problem={decide.problem?.at('/link') ? undefined : decide.problem} onSubmit={() => void send()}>
        {link.choose && token !== undefined && <Notice>{t('fromLink')}</Notice>}
        {isSpent && decide.problem?.at('/link') && <Notice tone="warn">{t('linkSpent')}</Notice>}
        {open.length > 1 && (
          <SelectField
            label={t('as')}
            value={whose?.inNameOf?.id ?? MYSELF}
            onChange={(of) => set({ of })}
            pointer="/onBehalfOf"
            choices={open.map(({ inNameOf }) => ({ value: inNameOf?.id ?? MYSELF, label: inNameOf?.name ?? t('asMyself') }))}
          />
        )}
        {open.length === 1 && whose?.inNameOf && <p className="strong">{t('inNameOf', { name: whose.inNameOf.name })}</p>}
        <RadioCards
          legend={t('said')}
          value={outcome}
          onChange={(next) => set({ outcome: next })}
          pointer="/outcome"
          choices={outcomeNames.map((each) => ({ value: each, label: outcomes[each][language], detail: t(`${each}Hint`) }))}
        />
        <TextArea
          label={t('comment')}
          hint={t('commentHint')}
          optional
          value={value.comment}
          onChange={(comment) => set({ comment })}
          pointer="/comment"
        />
        <div className="row">
          <Button type="submit" kind={outcome === 'reject' ? 'danger' : 'primary'} busy={decide.pending} reason={reason}>
            {outcome === '' ? t('confirm') : outcomes[outcome][language]}
          </Button>
        </div>
      </Form>
    </section>
  );
}
