import { useLanguage } from '../i18n/language.tsx';

/** The other language, named in itself. */
export function LanguageSwitch({ className = 'button language' }: { readonly className?: string }) {
  const { language, setLanguage } = useLanguage();
  const other = language === 'ar' ? 'en' : 'ar';
  return (
    <button type="button" className={className} lang={other} onClick={() => setLanguage(other)}>
      <span className="wide">{other === 'ar' ? 'العربية' : 'English'}</span>
      <span className="narrow" aria-hidden="true">
        {other === 'ar' ? 'ع' : 'EN'}
      </span>
    </button>
  );
}
