import { isLocalDate } from '../../../domain/kernel/dates.ts';
import { type Level, levels } from '../../../domain/work/kinds/priority.ts';
import type { Output } from '../../api/route-types.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { Scrolls } from '../../ui/scrolls.tsx';
import { decisionMessages } from './decision-messages.ts';

type Material = Output<'getDecisionRequest'>['material'];

/** Exactly what is authorised, as it was asked. */
export function MaterialTable({ material }: { readonly material: Material }) {
  const t = useMessages(decisionMessages);
  const { language } = useLanguage();
  const read = useValue();
  return (
    <section className="card stack" aria-label={t('material')}>
      <h2>{t('material')}</h2>
      <p className="muted">{t('materialHint')}</p>
      <Scrolls label={t('material')}>
        <table className="table" style={{ minInlineSize: 0 }}>
          <thead>
            <tr>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('value')}</th>
            </tr>
          </thead>
          <tbody>
            {material.map(({ name, label, value }) => (
              <tr key={name}>
                <th scope="row">{label[language]}</th>
                <td style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  <bdi>{read(value)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolls>
    </section>
  );
}

const isLevel = (value: string): value is Level => Object.hasOwn(levels, value);

/** A value of a form as people read it. */
function useValue(): (value: unknown) => string {
  const t = useMessages(decisionMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const read = (value: unknown): string => {
    if (value === null || value === undefined) return '–';
    if (typeof value === 'boolean') return common(value ? 'yes' : 'no');
    if (typeof value === 'number') return format.number(value);
    if (typeof value === 'string') {
      if (isLevel(value)) return levels[value][language];
      if (isLocalDate(value)) return format.date(value);
      return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? format.instant(value) : value;
    }
    if (typeof value === 'object' && 'from' in value && 'to' in value) return t('range', { from: read(value.from), to: read(value.to) });
    return JSON.stringify(value);
  };
  return read;
}
