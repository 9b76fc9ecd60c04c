import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useEventName } from '../audit-trail/event-words.ts';
import { documentMessages } from './document-words.ts';

interface TrailProps {
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly at: string;
    readonly by: { readonly name: string; readonly kind?: string };
  }[];
}

/** What happened to a document: who, what, when. */
export function Trail({ events }: TrailProps) {
  const t = useMessages(documentMessages);
  const format = useFormat();
  const nameOf = useEventName();
  return (
    <section className="card no-print" aria-label={t('history')}>
      <h2>{t('history')}</h2>
      <ul className="plain-list">
        {events.map((event) => (
          <li key={event.id}>
            <span className="muted">{format.instant(event.at)}</span> {nameOf(event.type)} ·{' '}
            <bdi>{event.by.kind === 'system' ? t('system') : event.by.name}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
