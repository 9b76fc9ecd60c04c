import { useState } from 'react';
import { useFirmList } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { matches } from '../../i18n/fold.ts';
import { useFormat } from '../../i18n/format.ts';
import { defineMessages, useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { oneOf, useSearchState } from '../../shell/search-state.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { type Column, Grid } from '../../ui/grid/grid.tsx';
import { Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAbout } from './about.ts';
import { entityHref } from './entity-href.ts';
import { useEventName } from './event-words.ts';

const messages = defineMessages({
  title: { en: 'Audit trail', ar: 'سجل التدقيق' },
  lead: {
    en: 'Everything that was done in the firm, numbered without gaps and chained, so that a line taken out would show.',
    ar: 'كل ما جرى في المنشأة، مرقّم بلا فجوات ومتسلسل البصمات، فأي سطر يُنزع يظهر.',
  },
  number: { en: 'No.', ar: 'الرقم' },
  at: { en: 'When', ar: 'متى' },
  what: { en: 'What', ar: 'ماذا' },
  who: { en: 'Who', ar: 'من' },
  about: { en: 'About', ar: 'عن' },
  order: { en: 'Order', ar: 'الترتيب' },
  desc: { en: 'Newest first', ar: 'الأحدث أولًا' },
  asc: { en: 'Oldest first', ar: 'الأقدم أولًا' },
  filter: { en: 'Filter what is shown', ar: 'تصفية المعروض' },
  filterHint: { en: 'What, who or about what', ar: 'ماذا أو من أو عن ماذا' },
  onlyThis: { en: 'Only about {entity}', ar: 'عن {entity} فقط' },
  clear: { en: 'Show all', ar: 'عرض الكل' },
  none: { en: 'Nothing matches', ar: 'لا شيء يطابق' },
  system: { en: 'The system', ar: 'النظام' },
  details: { en: 'Details of no. {seq}', ar: 'تفاصيل الرقم {seq}' },
  onlyAbout: { en: 'Only what happened to it', ar: 'ما جرى له فقط' },
  openIt: { en: 'Open it', ar: 'فتحه' },
  digest: { en: 'Digest', ar: 'البصمة' },
  close: { en: 'Close', ar: 'إغلاق' },
});

type Event = RowOf<'listEvents'>;
const SEARCH = { order: 'desc', entity: '', q: '' };
const orders = ['desc', 'asc'] as const;

/** Who did what, and when. */
export default function AuditTrailPage() {
  const t = useMessages(messages);
  const format = useFormat();
  const eventName = useEventName();
  const { paths } = useFirm();
  const [search, setSearch] = useSearchState(SEARCH);
  const [shown, setShown] = useState<Event | undefined>(undefined);
  const order = oneOf(orders, search.order) ?? 'desc';
  const events = useFirmList('listEvents', { query: { order, ...(search.entity && { entity: search.entity }) } });
  const about = useAbout(events.rows);
  const whoOf = (event: Event) => (event.by.kind === 'system' ? t('system') : event.by.name);
  const rows = events.rows.filter(
    (event) =>
      search.q === '' ||
      matches(`${eventName(event.type)} ${event.type} ${whoOf(event)} ${about(event)} ${event.entity.kind} ${event.entity.id}`, search.q),
  );
  const ofEntity = events.rows.find((event) => `${event.entity.kind}:${event.entity.id}` === search.entity);
  const nameOfEntity = ofEntity && about(ofEntity);
  const columns: readonly Column<Event>[] = [
    { key: 'seq', head: t('number'), width: '90px', cell: (event) => format.number(event.seq) },
    { key: 'at', head: t('at'), width: '200px', phone: 'state', cell: (event) => format.instant(event.at) },
    {
      key: 'what',
      head: t('what'),
      width: 'minmax(200px, 1fr)',
      phone: 'name',
      cell: (event) => (
        <button type="button" className="as-link" tabIndex={-1} onClick={() => setShown(event)}>
          {eventName(event.type)}
        </button>
      ),
    },
    { key: 'who', head: t('who'), width: '180px', phone: 'amount', cell: (event) => <bdi>{whoOf(event)}</bdi> },
    {
      key: 'about',
      head: t('about'),
      width: 'minmax(200px, 1fr)',
      phone: 'number',
      cell: (event) => {
        const href = entityHref(paths, event.entity);
        const text = <bdi>{about(event)}</bdi>;
        return href ? (
          <Link href={href} tabIndex={-1} onClick={(pressed) => pressed.stopPropagation()}>
            {text}
          </Link>
        ) : (
          text
        );
      },
    },
  ];
  return (
    <Page title={t('title')}>
      <p className="muted">{t('lead')}</p>
      <div className="filters">
        <TextField label={t('filter')} placeholder={t('filterHint')} type="search" value={search.q} onChange={(q) => setSearch({ q })} />
        <SelectField
          label={t('order')}
          value={order}
          onChange={(next) => setSearch({ order: next })}
          choices={orders.map((value) => ({ value, label: t(value) }))}
        />
      </div>
      {search.entity !== '' && (
        <div className="row">
          <span>{t('onlyThis', { entity: nameOfEntity ?? search.entity })}</span>
          <Button size="small" onClick={() => setSearch({ entity: '' })}>
            {t('clear')}
          </Button>
        </div>
      )}
      <Problem problem={events.problem} retry={events.retry} />
      {events.pending && <Skeleton lines={10} height={40} />}
      {!events.pending && !events.problem && rows.length === 0 && <EmptyState title={t('none')} />}
      {rows.length > 0 && (
        <Grid
          label={t('title')}
          rows={rows}
          columns={columns}
          rowKey={(event) => event.id}
          onOpen={setShown}
          hasMore={events.hasMore}
          loadMore={events.loadMore}
          least={880}
        />
      )}
      {shown && (
        <Dialog title={t('details', { seq: format.number(shown.seq) })} onClose={() => setShown(undefined)} wide>
          <dl className="pairs">
            <dt>{t('what')}</dt>
            <dd>
              {eventName(shown.type)} <span className="muted code">{shown.type}</span>
            </dd>
            <dt>{t('about')}</dt>
            <dd>
              <bdi>{about(shown)}</bdi>
            </dd>
            <dt>{t('who')}</dt>
            <dd>
              <bdi>{whoOf(shown)}</bdi> · {format.instant(shown.at)}
            </dd>
            {Object.entries(shown.data).map(([key, value]) => (
              <div key={key} style={{ display: 'contents' }}>
                <dt>
                  <span className="code">{key}</span>
                </dt>
                <dd style={{ overflowWrap: 'anywhere' }}>
                  <bdi>{typeof value === 'string' ? value : JSON.stringify(value)}</bdi>
                </dd>
              </div>
            ))}
            <dt>{t('digest')}</dt>
            <dd className="code" style={{ overflowWrap: 'anywhere' }}>
              {shown.hash}
            </dd>
          </dl>
          <div className="footer">
            <Button
              onClick={() => {
                setSearch({ entity: `${shown.entity.kind}:${shown.entity.id}` });
                setShown(undefined);
              }}
            >
              {t('onlyAbout')}
            </Button>
            {entityHref(paths, shown.entity) && (
              <Link className="button" href={entityHref(paths, shown.entity) ?? paths.auditTrail()}>
                {t('openIt')}
              </Link>
            )}
            <Button kind="primary" onClick={() => setShown(undefined)}>
              {t('close')}
            </Button>
          </div>
        </Dialog>
      )}
    </Page>
  );
}
