import { outcomes } from '../../../domain/work/decisions/request.ts';
import type { Output } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { decisionMessages } from './decision-messages.ts';

type Request = Output<'getDecisionRequest'>;
type Step = Request['steps'][number];

const tones: Readonly<Record<Step['state'], Tone>> = {
  open: 'warn',
  approved: 'good',
  rejected: 'bad',
  'changes-requested': 'info',
  later: 'plain',
  closed: 'plain',
};

/** Whom it asks, in which order, and what each has said. */
export function DecisionSteps({ steps }: { readonly steps: Request['steps'] }) {
  const t = useMessages(decisionMessages);
  const { language } = useLanguage();
  const stateOf = ({ state }: Step): string => {
    if (state === 'open') return t('stepOpen');
    if (state === 'later') return t('stepLater');
    if (state === 'closed') return t('stepClosed');
    return outcomes[state === 'approved' ? 'approve' : state === 'rejected' ? 'reject' : 'request-changes'][language];
  };
  return (
    <section className="card stack" aria-label={t('steps')}>
      <h2>{t('steps')}</h2>
      <ol className="plain-list stack">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a request do not move
          <li key={index} className="stack" style={{ gap: 6 }}>
            <div className="row">
              <span className="strong">
                {steps.length > 1 && `${t('stepNumber', { number: index + 1 })} · `}
                {step.name[language]}
              </span>
              <Chip tone={tones[step.state]}>{stateOf(step)}</Chip>
              <span className="muted">
                {step.need === 'k-of-n' ? t('k-of-n', { required: step.required, people: step.approvers.length }) : t(step.need)}
              </span>
            </div>
            <ul className="plain-list">
              {step.approvers.map((person) => (
                <li key={person.id} className="row">
                  <bdi>{person.name}</bdi>
                  <span className="muted">{person.outcome ? outcomes[person.outcome][language] : t('silent')}</span>
                  {person.deputies.length > 0 && (
                    <span className="muted">
                      {t('deputies', { names: person.deputies.map(({ name }) => name).join(language === 'ar' ? '، ' : ', ') })}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What was said, in order. Nothing of it is ever edited. */
export function MadeDecisions({ decisions }: { readonly decisions: Request['decisions'] }) {
  const t = useMessages(decisionMessages);
  const format = useFormat();
  const { language } = useLanguage();
  if (decisions.length === 0) return null;
  return (
    <section className="card stack" aria-label={t('decisions')}>
      <h2>{t('decisions')}</h2>
      <ol className="plain-list stack">
        {decisions.map((made) => (
          <li key={made.id}>
            <div className="row">
              <span className="strong">{outcomes[made.outcome][language]}</span>
              <bdi>{made.for ? t('decidedFor', { by: made.by.name, of: made.for.name }) : made.by.name}</bdi>
              {made.self && <Chip tone="info">{t('self')}</Chip>}
              <span className="muted">{format.instant(made.at)}</span>
            </div>
            {made.comment && (
              <p style={{ whiteSpace: 'pre-wrap' }}>
                <bdi>{made.comment}</bdi>
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
