import { useFirmApi } from '../../api/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { defineMessages, useMessages } from '../../i18n/messages.ts';

// Its own words alone: the rail is part of every first page.
const messages = defineMessages({ overdueOfMine: { en: '{count} overdue of yours', ar: 'المتأخر المسند إليك: {count}' } });
const MOST = 99;
const REFRESH_MS = 5 * 60_000;

/** How many deadlines of the reader's own are overdue: it stays until each is done or waived. */
export function OverdueBadge() {
  const t = useMessages(messages);
  const format = useFormat();
  const read = useFirmApi(
    'listDeadlines',
    { query: { owner: 'me', overdue: 'true', limit: MOST } },
    { refetchInterval: REFRESH_MS, staleTime: 60_000 },
  );
  const count = read.data?.body.data.length ?? 0;
  if (count === 0) return null;
  const shown = `${format.number(count)}${read.data?.body.has_more ? '+' : ''}`;
  return (
    <span className="count">
      <span aria-hidden="true">{shown}</span>
      <span className="visually-hidden">{t('overdueOfMine', { count: shown })}</span>
    </span>
  );
}
