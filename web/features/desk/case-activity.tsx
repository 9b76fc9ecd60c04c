import { clockTitles } from '../../../domain/work/cases/mails.ts';
import { clockNames } from '../../../domain/work/clocks/policy.ts';
import { caseStateNames } from '../../../domain/work/kinds/states.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { oneOf } from '../../shell/search-state.ts';
import { useEventName } from '../audit-trail/event-words.ts';
import { caseMessages } from './case-messages.ts';
import type { CaseInFull } from './case-page.tsx';
import { useKinds } from './use-desk.ts';

/** What happened to the case, from the chain of events, newest first. */
export function CaseActivity({ one }: { readonly one: CaseInFull }) {
  const t = useMessages(caseMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { stateOf } = useKinds();
  const eventName = useEventName();
  const detailOf = ({ data }: CaseInFull['events'][number]): string => {
    const from = oneOf(caseStateNames, String(data.from));
    const to = oneOf(caseStateNames, String(data.to));
    const clock = oneOf(clockNames, String(data.clock));
    const moved = from && to ? t('stateFromTo', { from: stateOf(one.kind, from), to: stateOf(one.kind, to) }) : '';
    const reason = typeof data.reason === 'string' ? data.reason : '';
    return [clock ? clockTitles[clock][language] : '', moved, reason].filter((part) => part !== '').join(' · ');
  };
  return (
    <details className="card">
      <summary className="strong">{t('activity')}</summary>
      <ol className="plain-list activity" aria-label={t('activity')}>
        {one.events.map((event) => (
          <li key={event.id}>
            <span className="strong">{eventName(event.type)}</span>
            {detailOf(event) && (
              <>
                {' '}
                <bdi>{detailOf(event)}</bdi>
              </>
            )}{' '}
            <span className="muted">
              {event.by.kind === 'system'
                ? t('bySystem', { at: format.instant(event.at) })
                : t('by', { name: event.by.name, at: format.instant(event.at) })}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
