import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { profileFor } from '../../../domain/firms/country-profiles.ts';
import { planNames, plans } from '../../../domain/firms/plans.ts';
import { countries, isCountry } from '../../../domain/kernel/countries.ts';
import { currencies } from '../../../domain/kernel/currencies.ts';
import { useApi } from '../../api/queries.ts';
import { startSession, useSession } from '../../api/session.ts';
import { useSubmit } from '../../api/submit.ts';
import { guessedCountry } from '../../i18n/guessed-country.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { firmPaths, publicPaths } from '../../path-builder.ts';
import { Gate } from '../../shell/public-layout.tsx';
import { Button } from '../../ui/button.tsx';
import { RadioCards, SelectField } from '../../ui/choice-fields.tsx';
import { ComboBox } from '../../ui/combobox.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { Link, splitHref } from '../../ui/link.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PasswordField } from '../passwords/password-field.tsx';
import { signUpMessages } from './sign-up-messages.ts';

/** Opens an account and founds a firm. The country fills in currency and language; everything is kept through a reload but the password. */
export default function SignUpPage() {
  const t = useMessages(signUpMessages);
  const { language, setLanguage } = useLanguage();
  const navigate = useNavigate();
  const session = useSession();
  const me = useApi('getMe', {}, { enabled: session !== undefined });
  const search = useSearch({ strict: false }) as { plan?: string; kind?: string };
  const draft = useDraft(
    'nobody',
    'sign-up/1',
    () => ({
      email: '',
      password: '',
      name: '',
      firmName: '',
      country: guessedCountry(),
      currency: currencyOf(guessedCountry()),
      kind: search.kind === 'provider' ? 'provider' : 'business',
      plan: planNames.find((name) => name === search.plan) ?? 'trial',
    }),
    { secret: ['password'] },
  );
  const submit = useSubmit('signUp');
  const { value, set } = draft;
  const known = me.data?.body.user;
  useEffect(() => {
    if (known && value.email === '') set({ email: known.email, name: known.name });
  }, [known, value.email, set]);

  const send = async () => {
    const { email, password, name, firmName, country, currency, kind, plan } = value;
    const answer = await submit.send({
      body: {
        email,
        password,
        name,
        locale: language,
        firm: { name: firmName, country, currency, kind: kind === 'provider' ? 'provider' : 'business', plan },
      },
    });
    if (!answer) return;
    startSession(answer.body.session);
    draft.discard();
    await navigate(splitHref(firmPaths(answer.body.firm.id).dashboard()));
  };
  const chooseCountry = (country: string) => {
    if (!isCountry(country)) return;
    set({ country, currency: currencyOf(country) });
    // A first value only, and only while nothing else was typed: people choose their language themselves.
    if (value.firmName === '' && value.name === '' && value.email === '' && profileFor(country).language !== language)
      setLanguage(profileFor(country).language);
  };
  const offered = planNames.filter((name) => value.kind === 'provider' || plans[name].forBusinesses);

  return (
    <Gate title={t('title')} wide>
      <p>
        {t('known')} <Link href={publicPaths.signIn()}>{t('signIn')}</Link>
      </p>
      {known && <Notice>{t('again', { email: known.email })}</Notice>}
      <Form problem={submit.problem} onSubmit={() => void send()} label={t('title')}>
        <fieldset className="card stack">
          <legend className="visually-hidden">{t('you')}</legend>
          <h2>{t('you')}</h2>
          <div className="columns">
            <TextField label={t('name')} value={value.name} onChange={(name) => set({ name })} pointer="/name" autoComplete="name" required />
            <TextField
              label={t('email')}
              type="email"
              latin
              value={value.email}
              onChange={(email) => set({ email })}
              pointer="/email"
              autoComplete="email"
              required
            />
          </div>
          <PasswordField
            label={t('password')}
            hint={known ? undefined : t('passwordHint')}
            value={value.password}
            onChange={(password) => set({ password })}
            pointer="/password"
            autoComplete={known ? 'current-password' : 'new-password'}
          />
        </fieldset>
        <fieldset className="card stack">
          <legend className="visually-hidden">{t('firm')}</legend>
          <h2>{t('firm')}</h2>
          <TextField
            label={t('firmName')}
            value={value.firmName}
            onChange={(firmName) => set({ firmName })}
            pointer="/firm/name"
            autoComplete="organization"
            required
          />
          <div className="columns">
            <ComboBox
              label={t('country')}
              value={value.country}
              onChange={chooseCountry}
              pointer="/firm/country"
              options={Object.entries(countries).map(([code, country]) => ({
                key: code,
                text: country.name[language],
                search: `${country.name.en} ${country.name.ar} ${code}`,
              }))}
            />
            <ComboBox
              label={t('currency')}
              hint={t('currencyHint')}
              value={value.currency}
              onChange={(currency) => currency !== '' && set({ currency })}
              pointer="/firm/currency"
              options={Object.entries(currencies).map(([code, currency]) => ({
                key: code,
                text: currency.name[language],
                detail: code,
                search: `${currency.name.en} ${currency.name.ar} ${code}`,
              }))}
            />
          </div>
          <RadioCards
            legend={t('kind')}
            value={value.kind}
            onChange={(kind) => set({ kind, plan: kind === 'business' && value.plan === 'provider' ? 'trial' : value.plan })}
            pointer="/firm/kind"
            choices={[
              { value: 'business', label: t('business'), detail: t('businessDetail') },
              { value: 'provider', label: t('provider'), detail: t('providerDetail') },
            ]}
          />
          <SelectField
            label={t('plan')}
            hint={plans[value.plan].tagline[language]}
            value={value.plan}
            onChange={(plan) => set({ plan })}
            pointer="/firm/plan"
            choices={offered.map((name) => ({ value: name, label: plans[name].name[language] }))}
          />
        </fieldset>
        <Button type="submit" kind="primary" size="large" busy={submit.pending}>
          {t('submit')}
        </Button>
      </Form>
    </Gate>
  );
}

const currencyOf = (country: string): string => (isCountry(country) ? countries[country].currency : 'USD');
