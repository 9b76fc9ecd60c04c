import { useFirmList } from '../../api/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { ButtonLink, Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { maintenanceMessages } from './maintenance-messages.ts';

/** What is planned for one asset, and a way to plan more. */
export function MaintenanceOf({ asset }: { readonly asset: string }) {
  const t = useMessages(maintenanceMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { paths, may } = useFirm();
  const plans = useFirmList('listDeadlines', { query: { asset, limit: 20 } }, { enabled: may('deadline.read') });
  if (!may('deadline.read')) return null;
  return (
    <section className="card stack no-print" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <Problem problem={plans.problem} retry={plans.retry} />
      {!plans.pending && plans.rows.length === 0 && <p className="muted">{t('noneOf')}</p>}
      <ul className="plain-list">
        {plans.rows.map(({ id, title, next, ruleWords }) => (
          <li key={id} className="row">
            <Link href={paths.deadline(id)}>
              <bdi>{title}</bdi>
            </Link>
            <span className="muted">
              {ruleWords[language]}
              {next && ` · ${format.date(next.dueOn)}`}
            </span>
          </li>
        ))}
      </ul>
      {may('deadline.manage') && (
        <div className="row">
          <ButtonLink href={paths.newDeadline({ opens: 'maintenance', asset })}>{t('newPlan')}</ButtonLink>
        </div>
      )}
    </section>
  );
}
