import { useMessages } from '../../i18n/messages.ts';
import { publicPaths } from '../../path-builder.ts';
import { PublicLayout, StartButton } from '../../shell/public-layout.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { landingMessages } from './landing-messages.ts';
import { Plans } from './plans.tsx';

const tiles = ['invoices', 'reports', 'languages', 'import', 'close', 'yours'] as const;

/** The first page: what it is, what one can rely on, what it costs. */
export default function LandingPage() {
  const t = useMessages(landingMessages);
  return (
    <PublicLayout title={t('title')}>
      <section className="hero">
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
        <div className="row">
          <StartButton />
          <ButtonLink href={publicPaths.pricing()} size="large">
            {t('seePrices')}
          </ButtonLink>
        </div>
      </section>
      <section className="band-section">
        <h2>{t('what')}</h2>
        <div className="tiles thirds">
          {tiles.map((tile) => (
            <div key={tile} className="card tile">
              <h3>{t(`${tile}Title`)}</h3>
              <p>{t(tile)}</p>
            </div>
          ))}
        </div>
      </section>
      <Plans />
    </PublicLayout>
  );
}
