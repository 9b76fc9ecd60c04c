import { useQuery } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { useFormat } from '../../i18n/format.ts';
import { defineMessages, useMessages } from '../../i18n/messages.ts';

const messages = defineMessages({
  waiting: {
    en: '{count, plural, one {# waits for you} other {# wait for you}}',
    ar: '{count, plural, zero {لا شيء بانتظارك} one {واحد بانتظارك} two {اثنان بانتظارك} few {# بانتظارك} many {# بانتظارك} other {# بانتظارك}}',
  },
});

/** As many as one page of the inbox holds are counted; more than that is told as more. */
const COUNTED = 99;
const EVERY_MS = 60_000;

/** How many decisions wait for whoever looks, also where they stand in for others. */
export function WaitingCount({ firmId }: { readonly firmId: string }) {
  const t = useMessages(messages);
  const format = useFormat();
  const waiting = useQuery({
    queryKey: ['firm', firmId, 'listDecisionRequests', 'count'],
    queryFn: ({ signal }) => call('listDecisionRequests', { params: { firmId }, query: { 'waiting-for': 'me', limit: COUNTED } }, { signal }),
    refetchInterval: EVERY_MS,
    retry: false,
  });
  const body = waiting.data?.body;
  const count = body?.data.length ?? 0;
  if (!body || count === 0) return null;
  return (
    <span className="count">
      <span aria-hidden="true">{body.has_more ? `${format.number(COUNTED)}+` : format.number(count)}</span>
      <span className="visually-hidden">{t('waiting', { count })}</span>
    </span>
  );
}
