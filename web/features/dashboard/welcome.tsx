import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { beginnings, navigationMessages } from '../../shell/navigation.ts';
import { ButtonLink } from '../../ui/link.tsx';
import { dashboardMessages } from './dashboard-messages.ts';

/** Who may not see the figures begins with what they may do. */
export function Welcome() {
  const t = useMessages(dashboardMessages);
  const names = useMessages(navigationMessages);
  const { may, paths } = useFirm();
  return (
    <section className="card stack">
      <p>{t('welcome')}</p>
      <div className="row">
        {beginnings
          .filter((place) => may(place.permission))
          .map((place) => (
            <ButtonLink key={place.label} href={place.href(paths)} icon={place.icon}>
              {names(place.label)}
            </ButtonLink>
          ))}
      </div>
    </section>
  );
}
