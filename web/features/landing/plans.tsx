import { useState } from 'react';
import { countries } from '../../../domain/kernel/countries.ts';
import { useApi } from '../../api/queries.ts';
import { useFormat } from '../../i18n/format.ts';
import { guessedCountry } from '../../i18n/guessed-country.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { publicPaths } from '../../path-builder.ts';
import { SelectField } from '../../ui/choice-fields.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { landingMessages } from './landing-messages.ts';

const DAY_MS = 24 * 3600 * 1000;

/** The plans and their prices, as the service sells them at this moment. */
export function Plans({ asPage = false }: { readonly asPage?: boolean }) {
  const t = useMessages(landingMessages);
  const { language } = useLanguage();
  const format = useFormat();
  const plans = useApi('listPlans', {}, { staleTime: DAY_MS });
  const offered = plans.data?.body.data ?? [];
  const currencies = Object.keys(offered[0]?.pricePerMonth ?? {});
  const [chosen, setCurrency] = useState<string>(() => countries[guessedCountry()].currency);
  const currency = currencies.includes(chosen) ? chosen : 'USD';
  const names = new Intl.DisplayNames([language], { type: 'currency' });
  const Heading = asPage ? 'h1' : 'h2';
  return (
    <section className="band-section">
      <div className="row end spread">
        <div>
          <Heading>{t('pricing')}</Heading>
          <p className="muted">{t('pricingLead')}</p>
        </div>
        {currencies.length > 0 && (
          <SelectField
            label={t('currency')}
            value={currency}
            onChange={setCurrency}
            choices={currencies.map((code) => ({ value: code, label: `${names.of(code) ?? code}` }))}
          />
        )}
      </div>
      <Problem problem={plans.error ?? undefined} retry={() => void plans.refetch()} />
      {plans.isPending && <Skeleton height={260} />}
      <div className="tiles">
        {offered.map((plan) => (
          <div key={plan.id} className="card plan">
            <h3>{plan.name[language]}</h3>
            <p className="muted">{plan.tagline[language]}</p>
            {plan.trialDays === undefined ? (
              <p>
                <bdi className="price">{format.money(plan.pricePerMonth[currency as keyof typeof plan.pricePerMonth], currency)}</bdi> {t('perMonth')}
              </p>
            ) : (
              <p className="price">{t('free', { days: plan.trialDays })}</p>
            )}
            {!plan.forBusinesses && <p className="strong">{t('forOffices')}</p>}
            <ul>
              {plan.features.map((feature) => (
                <li key={feature.en}>{feature[language]}</li>
              ))}
            </ul>
            <ButtonLink
              href={publicPaths.signUp({ plan: plan.id, ...(!plan.forBusinesses && { kind: 'provider' }) })}
              kind={plan.trialDays === undefined ? 'secondary' : 'primary'}
            >
              {t('choose', { plan: plan.name[language] })}
            </ButtonLink>
          </div>
        ))}
      </div>
    </section>
  );
}
