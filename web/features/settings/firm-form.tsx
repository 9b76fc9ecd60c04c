import { profileFor } from '../../../domain/firms/country-profiles.ts';
import { plans } from '../../../domain/firms/plans.ts';
import { countries, isCountry } from '../../../domain/kernel/countries.ts';
import { currencies, isCurrency } from '../../../domain/kernel/currencies.ts';
import { languages } from '../../../domain/kernel/language.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { latinDigits } from '../../i18n/digits.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { ComboBox } from '../../ui/combobox.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { settingsMessages } from './settings-messages.ts';

type Firm = Output<'getFirm'>;
const places = ['street', 'building', 'district', 'city', 'region', 'postalCode'] as const;
const months = Array.from({ length: 12 }, (_, index) => index + 1);

export function FirmForm({ firm }: { readonly firm: Firm }) {
  const t = useMessages(settingsMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const say = useToast();
  const { owner, may } = useFirm();
  const mayManage = useReason('firm.manage');
  const { invoicing, address = {} } = firm;
  const draft = useDraft(owner, `firm/${firm.version}`, () => ({
    name: firm.name,
    language: firm.language,
    timeZone: firm.timeZone,
    fiscalYearStart: String(firm.fiscalYearStart),
    taxNumber: firm.taxNumber ?? '',
    street: address.street ?? '',
    building: address.building ?? '',
    district: address.district ?? '',
    city: address.city ?? '',
    region: address.region ?? '',
    postalCode: address.postalCode ?? '',
    dueDays: String(invoicing.dueDays),
    footer: invoicing.footer ?? '',
    level: invoicing.taxRounding.level,
    mode: invoicing.taxRounding.mode,
    prefix: invoicing.numbering.invoice.prefix,
  }));
  const change = useFirmSubmit('changeFirm', { keeper: draft });
  const { value, set } = draft;
  const taxRule = profileFor(firm.country).taxNumber;

  const save = async () => {
    if (mayManage !== undefined) return;
    const typed = Object.fromEntries(places.map((place) => [place, value[place].trim()]).filter(([, text]) => text !== ''));
    const answer = await change.send(
      {
        body: {
          name: value.name.trim(),
          language: value.language,
          timeZone: value.timeZone,
          taxNumber: latinDigits(value.taxNumber.trim()) || null,
          address: Object.keys(typed).length > 0 ? typed : null,
          // What is not changed is not sent: a book that has begun refuses another year.
          ...(Number(value.fiscalYearStart) !== firm.fiscalYearStart && { fiscalYearStart: Number(value.fiscalYearStart) }),
          invoicing: {
            dueDays: Number(latinDigits(value.dueDays)) || 0,
            footer: value.footer.trim() || null,
            taxRounding: { level: value.level, mode: value.mode },
            numbering: { invoice: { ...invoicing.numbering.invoice, prefix: value.prefix } },
          },
        },
      },
      `"${firm.version}"`,
    );
    if (!answer) return;
    draft.discard();
    say(t('saved'));
  };
  const facts = [
    [t('country'), isCountry(firm.country) ? countries[firm.country].name[language] : firm.country],
    [t('currency'), isCurrency(firm.currency) ? `${currencies[firm.currency].name[language]} (${firm.currency})` : firm.currency],
    [t('plan'), `${plans[firm.plan].name[language]}${firm.trialEndsOn ? ` ${t('trialEnds', { date: format.date(firm.trialEndsOn) })}` : ''}`],
  ] as const;
  return (
    <Form problem={change.problem} onSubmit={() => void save()} draft={draft} label={t('title')}>
      {!may('firm.manage') && <Notice>{t('readOnly')}</Notice>}
      <fieldset className="card stack" disabled={!may('firm.manage')}>
        <legend className="visually-hidden">{t('firm')}</legend>
        <h2>{t('firm')}</h2>
        <dl className="pairs">
          {facts.map(([label, text]) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>
                <bdi>{text}</bdi>
              </dd>
            </div>
          ))}
        </dl>
        <div className="columns">
          <TextField label={t('name')} value={value.name} onChange={(name) => set({ name })} pointer="/name" required />
          <TextField
            label={taxRule?.name[language] ?? t('taxNumber')}
            hint={taxRule && t('example', { example: taxRule.example })}
            latin
            value={value.taxNumber}
            onChange={(taxNumber) => set({ taxNumber })}
            pointer="/taxNumber"
            optional
          />
          <SelectField
            label={t('language')}
            value={value.language}
            onChange={(next) => set({ language: next })}
            pointer="/language"
            choices={languages.map((each) => ({ value: each, label: each === 'ar' ? 'العربية' : 'English' }))}
          />
          <ComboBox
            label={t('timeZone')}
            value={value.timeZone}
            onChange={(timeZone) => timeZone !== '' && set({ timeZone })}
            pointer="/timeZone"
            chosenText={value.timeZone}
            options={zones.map((zone) => ({ key: zone, text: zone }))}
          />
          <SelectField
            label={t('fiscalYearStart')}
            hint={t('fiscalHint')}
            value={value.fiscalYearStart}
            onChange={(fiscalYearStart) => set({ fiscalYearStart })}
            pointer="/fiscalYearStart"
            choices={months.map((month) => ({ value: String(month), label: format.monthName(month) }))}
          />
        </div>
      </fieldset>
      <fieldset className="card stack" disabled={!may('firm.manage')}>
        <legend className="visually-hidden">{t('address')}</legend>
        <h2>{t('address')}</h2>
        <div className="columns">
          {places.map((place) => (
            <TextField key={place} label={t(place)} value={value[place]} onChange={(text) => set({ [place]: text })} pointer={`/address/${place}`} />
          ))}
        </div>
      </fieldset>
      <fieldset className="card stack" disabled={!may('firm.manage')}>
        <legend className="visually-hidden">{t('invoicing')}</legend>
        <h2>{t('invoicing')}</h2>
        <div className="columns">
          <TextField
            label={t('dueDays')}
            latin
            inputMode="numeric"
            value={value.dueDays}
            onChange={(dueDays) => set({ dueDays })}
            pointer="/invoicing/dueDays"
          />
          <TextField
            label={t('invoicePrefix')}
            hint={t('prefixHint', { placeholder: '{year}' })}
            latin
            value={value.prefix}
            onChange={(prefix) => set({ prefix })}
            pointer="/invoicing/numbering/invoice/prefix"
          />
          <SelectField
            label={t('level')}
            value={value.level}
            onChange={(level) => set({ level })}
            pointer="/invoicing/taxRounding/level"
            choices={(['line', 'document'] as const).map((level) => ({ value: level, label: t(level) }))}
          />
          <SelectField
            label={t('mode')}
            value={value.mode}
            onChange={(mode) => set({ mode })}
            pointer="/invoicing/taxRounding/mode"
            choices={(['half-up', 'half-even'] as const).map((mode) => ({ value: mode, label: t(mode) }))}
          />
        </div>
        <TextArea
          label={t('footer')}
          value={value.footer}
          onChange={(footer) => set({ footer })}
          pointer="/invoicing/footer"
          maxLength={1000}
          optional
        />
      </fieldset>
      <div>
        <Button type="submit" kind="primary" reason={mayManage} busy={change.pending}>
          {common('save')}
        </Button>
      </div>
    </Form>
  );
}

const zones = Intl.supportedValuesOf('timeZone');
