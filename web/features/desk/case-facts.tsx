import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { caseMessages } from './case-messages.ts';
import type { CaseInFull } from './case-page.tsx';
import { type FieldAsked, useKinds } from './use-desk.ts';

/** What the case says: its description and the fields of its kind, those included that are asked for no more. */
export function CaseFacts({ one }: { readonly one: CaseInFull }) {
  const t = useMessages(caseMessages);
  const { language } = useLanguage();
  const { kindOf } = useKinds();
  const asked = kindOf(one.kind)?.fields ?? [];
  const said = asked.filter(({ code }) => one.fields[code] !== undefined);
  return (
    <section className="card stack" aria-label={t('facts')}>
      <h2>{t('facts')}</h2>
      {one.description && <p className="said">{one.description}</p>}
      {said.length > 0 && (
        <dl className="pairs">
          {said.map((field) => (
            <div key={field.code} style={{ display: 'contents' }}>
              <dt>
                {field.label[language]}
                {field.off && <> ({t('offField')})</>}
              </dt>
              <dd className="said">
                <FieldValue field={field} value={one.fields[field.code]} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {!one.description && said.length === 0 && <p className="muted">{t('noFacts')}</p>}
    </section>
  );
}

function FieldValue({ field, value }: { readonly field: FieldAsked; readonly value: unknown }) {
  const t = useMessages(caseMessages);
  const format = useFormat();
  const { language } = useLanguage();
  switch (field.type) {
    case 'choice':
      return field.choices.find((choice) => choice.value === value)?.label[language] ?? String(value);
    case 'date':
      return format.date(String(value));
    case 'instant':
      return format.instant(String(value));
    case 'flag':
      return value === true ? t('yes') : t('no');
    case 'number':
      return typeof value === 'number' ? format.number(value) : String(value);
    case 'window':
      return isWindow(value) ? t('window', { from: format.instant(value.from), to: format.instant(value.to) }) : '';
    case 'text':
    case 'long':
      return <bdi>{String(value)}</bdi>;
  }
}

const isWindow = (value: unknown): value is { readonly from: string; readonly to: string } =>
  typeof value === 'object' && value !== null && 'from' in value && 'to' in value;
