import { countries } from '../../domain/kernel/countries.ts';

/** The country whose main time zone the browser is in; a first value, to be changed. */
export function guessedCountry(): keyof typeof countries {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const found = Object.entries(countries).find(([, country]) => country.timeZone === zone)?.[0];
  return (found ?? 'SA') as keyof typeof countries;
}
