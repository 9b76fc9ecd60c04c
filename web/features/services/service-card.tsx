import { type ServiceState, serviceStates } from '../../../domain/it/services/service.ts';
import type { Output } from '../../api/route-types.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { serviceMessages } from './service-messages.ts';
import { ServiceStateChip } from './service-state-chip.tsx';

type Shown = Output<'readServiceStatus'>['services'][number];

interface ServiceCardProps {
  readonly service: Shown;
  readonly onTell: () => void;
  readonly onEdit: () => void;
}

/** One service: how it stands, and a bar for each of its days. */
export function ServiceCard({ service, onTell, onEdit }: ServiceCardProps) {
  const t = useMessages(serviceMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { may } = useFirm();
  return (
    <section className="card stack" aria-label={service.name[language]}>
      <div className="page-head">
        <div>
          <div className="title">
            <h2>{service.name[language]}</h2>
            <ServiceStateChip state={service.state} />
          </div>
          {service.description && (
            <p className="muted">
              <bdi>{service.description}</bdi>
            </p>
          )}
        </div>
        {may('service.manage') && (
          <div className="row no-print">
            <Button onClick={onEdit}>{common('edit')}</Button>
            <Button onClick={onTell}>{t('tell')}</Button>
          </div>
        )}
      </div>
      <ol className="service-days" aria-label={t('days')}>
        {service.days.map(({ on, worst }) => (
          <li key={on} className={worst} title={dayWords(on, worst)}>
            <span className="visually-hidden">{dayWords(on, worst)}</span>
          </li>
        ))}
      </ol>
      <p className="muted">
        {t('availability', { percent: service.availability, days: service.days.length })} · {t('since', { at: format.instant(service.since) })}
      </p>
    </section>
  );

  function dayWords(on: string, state: ServiceState): string {
    return t('day', { on: format.date(on), state: serviceStates[state][language] });
  }
}
