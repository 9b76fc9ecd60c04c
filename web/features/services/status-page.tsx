import { useState } from 'react';
import { useFirmApi } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { RepeatedIncidents } from './repeated-incidents.tsx';
import { ServiceCard } from './service-card.tsx';
import { ServiceDialog } from './service-dialog.tsx';
import { serviceMessages } from './service-messages.ts';
import { ServiceStateChip } from './service-state-chip.tsx';
import './services.css';
import { TellDialog } from './tell-dialog.tsx';

type Service = RowOf<'listServices'>;
type Asked = { readonly about: 'new' } | { readonly about: 'edit' | 'tell'; readonly service: Service };
const LOOKS_AGAIN_MS = 60_000;

/** How the firm’s services stand, day by day, and what was told of them: looked at again each minute. */
export default function StatusPage() {
  const t = useMessages(serviceMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths, may } = useFirm();
  const [asked, setAsked] = useState<Asked>();
  const read = useFirmApi('readServiceStatus', { query: {} }, { refetchInterval: LOOKS_AGAIN_MS });
  const all = useFirmApi('listServices', {}, { enabled: may('service.manage') });
  const status = read.data?.body;
  const archived = (all.data?.body.data ?? []).filter((service) => service.archived);
  const close = () => setAsked(undefined);
  const add = may('service.manage') && (
    <Button kind="primary" icon="plus" onClick={() => setAsked({ about: 'new' })}>
      {t('addService')}
    </Button>
  );
  const nameOf = (id: string): string => status?.services.find((service) => service.id === id)?.name[language] ?? '';
  return (
    <Page title={t('title')} actions={add}>
      <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
      {read.isPending && <Skeleton lines={3} height={120} />}
      {status?.services.length === 0 && (
        <EmptyState title={t('none')} action={add}>
          {t('noneHint')}
        </EmptyState>
      )}
      {status && status.services.length > 0 && (
        <Notice tone={status.state === 'operational' ? 'good' : 'warn'}>{status.state === 'operational' ? t('allWell') : t('notWell')}</Notice>
      )}
      {status?.services.map((service) => (
        <ServiceCard
          key={service.id}
          service={service}
          onTell={() => setAsked({ about: 'tell', service })}
          onEdit={() => setAsked({ about: 'edit', service })}
        />
      ))}
      {status && status.services.length > 0 && (
        <section className="card stack" aria-label={t('updates')}>
          <h2>{t('updates')}</h2>
          {status.updates.length === 0 && <p className="muted">{t('noUpdates')}</p>}
          <ol className="plain-list stack">
            {status.updates.map((update) => (
              <li key={update.service + update.at}>
                <div className="row">
                  <strong>{nameOf(update.service)}</strong>
                  <ServiceStateChip state={update.to} />
                  <span className="muted">{t('toldBy', { by: update.by.name, at: format.instant(update.at) })}</span>
                  {update.case && may('case.read') && <Link href={paths.case(update.case)}>{t('openCase')}</Link>}
                </div>
                {update.message && (
                  <p>
                    <bdi>{update.message}</bdi>
                  </p>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      <RepeatedIncidents />
      {archived.length > 0 && (
        <details className="card">
          <summary>{t('archivedOnes')}</summary>
          <div className="row">
            {archived.map((service) => (
              <Button key={service.id} onClick={() => setAsked({ about: 'edit', service })}>
                {service.name[language]}
              </Button>
            ))}
          </div>
        </details>
      )}
      {asked?.about === 'new' && <ServiceDialog onClose={close} />}
      {asked?.about === 'edit' && <ServiceDialog service={asked.service} onClose={close} />}
      {asked?.about === 'tell' && <TellDialog service={asked.service} onClose={close} />}
    </Page>
  );
}
