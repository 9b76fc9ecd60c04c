import { useLanguage } from '../../i18n/language.tsx';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** How large a file is, as people say it. */
export function useSize(): (bytes: number) => string {
  const { locale } = useLanguage();
  return (bytes) => {
    const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
    const unit = units[power] ?? 'byte';
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: power === 0 ? 0 : 1 }).format(
      bytes / 1000 ** power,
    );
  };
}
