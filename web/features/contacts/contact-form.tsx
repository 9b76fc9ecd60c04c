import { countries, isCountry } from '../../../domain/kernel/countries.ts';
import type { Output } from '../../api/route-types.ts';
import { type Submit, useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { latinDigits } from '../../i18n/digits.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { ComboBox } from '../../ui/combobox.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { contactMessages } from './contact-messages.ts';

export type Contact = Output<'getContact'>;

interface ContactFormProps {
  readonly contact?: Contact | undefined;
  /** What was typed where a customer was looked for and not found. */
  readonly name?: string;
  /** Only what an invoice needs; the rest later. */
  readonly brief?: boolean;
  readonly onSaved: (contact: Contact) => void;
  readonly onCancel: () => void;
}

const kinds = ['customer', 'supplier', 'both'] as const;
const places = ['street', 'district', 'city', 'region', 'postalCode'] as const;

export function ContactForm({ contact, name = '', brief = false, onSaved, onCancel }: ContactFormProps) {
  const t = useMessages(contactMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const firm = useFirm();
  const arabic = /[\u0600-\u06ff]/.test(name);
  const draft = useDraft(firm.owner, contact ? `contact/${contact.id}/${contact.version}` : `contact/new/${name}`, () => ({
    kind: contact?.kind ?? 'customer',
    name: contact?.name ?? name,
    nameAr: contact?.nameAr ?? (arabic ? name : ''),
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    taxNumber: contact?.taxNumber ?? '',
    country: contact?.country ?? firm.country,
    terms: String(contact?.paymentTermsDays ?? 30),
    language: contact?.language ?? firm.language,
    street: contact?.address?.street ?? '',
    district: contact?.address?.district ?? '',
    city: contact?.address?.city ?? '',
    region: contact?.address?.region ?? '',
    postalCode: contact?.address?.postalCode ?? '',
  }));
  const create = useFirmSubmit('createContact', { keeper: draft });
  const change = useFirmSubmit('changeContact', { keeper: draft });
  const { value, set } = draft;
  const reason = useReason('contact.write', value.name.trim() === '' && value.nameAr.trim() === '' ? common('required') : undefined);

  const save = async () => {
    if (reason !== undefined) return;
    const address = Object.fromEntries(places.map((place) => [place, value[place].trim()]).filter(([, text]) => text !== ''));
    const filled = Object.keys(address).length > 0;
    const shared = {
      kind: value.kind,
      name: (value.name || value.nameAr).trim(),
      country: value.country,
      language: value.language,
      paymentTermsDays: Number(latinDigits(value.terms)) || 0,
    };
    const optional = {
      nameAr: value.nameAr.trim(),
      email: value.email.trim(),
      phone: latinDigits(value.phone.trim()),
      taxNumber: latinDigits(value.taxNumber.trim()),
    };
    const answer = contact
      ? await change.send(
          {
            params: { contactId: contact.id },
            body: {
              ...shared,
              ...Object.fromEntries(Object.entries(optional).map(([key, text]) => [key, text || null])),
              address: filled ? address : null,
            },
          },
          `"${contact.version}"`,
        )
      : await create.send({
          body: { ...shared, ...Object.fromEntries(Object.entries(optional).filter(([, text]) => text !== '')), ...(filled && { address }) },
        });
    if (!answer) return;
    draft.discard();
    onSaved(answer.body);
  };
  const pending = pendingOf(create, change);
  return (
    <Form
      problem={create.problem ?? change.problem}
      onSubmit={() => void save()}
      draft={draft}
      label={contact ? t('edit', { name: contact.name }) : t('newContact')}
    >
      <div className="columns">
        <TextField label={t('name')} value={value.name} onChange={(next) => set({ name: next })} pointer="/name" autoComplete="off" required />
        <TextField
          label={t('nameAr')}
          lang="ar"
          value={value.nameAr}
          onChange={(nameAr) => set({ nameAr })}
          pointer="/nameAr"
          autoComplete="off"
          optional
        />
      </div>
      <div className="columns">
        <TextField
          label={t('email')}
          type="email"
          latin
          value={value.email}
          onChange={(email) => set({ email })}
          pointer="/email"
          autoComplete="off"
          optional
        />
        <TextField
          label={t('phone')}
          type="tel"
          latin
          value={value.phone}
          onChange={(phone) => set({ phone })}
          pointer="/phone"
          autoComplete="off"
          optional
        />
        <TextField
          label={t('taxNumber')}
          latin
          inputMode="numeric"
          value={value.taxNumber}
          onChange={(taxNumber) => set({ taxNumber })}
          pointer="/taxNumber"
          autoComplete="off"
          optional
        />
      </div>
      {!brief && (
        <>
          <div className="columns">
            <SelectField
              label={t('kind')}
              value={value.kind}
              onChange={(kind) => set({ kind })}
              pointer="/kind"
              choices={kinds.map((kind) => ({ value: kind, label: t(kind) }))}
            />
            <TextField
              label={t('terms')}
              latin
              inputMode="numeric"
              value={value.terms}
              onChange={(terms) => set({ terms })}
              pointer="/paymentTermsDays"
            />
            <SelectField
              label={t('language')}
              value={value.language}
              onChange={(next) => set({ language: next })}
              pointer="/language"
              choices={[
                { value: 'ar', label: 'العربية' },
                { value: 'en', label: 'English' },
              ]}
            />
          </div>
          <div className="columns">
            <ComboBox
              label={t('country')}
              value={value.country}
              onChange={(country) => isCountry(country) && set({ country })}
              pointer="/country"
              options={Object.entries(countries).map(([code, country]) => ({
                key: code,
                text: country.name[language],
                search: `${country.name.en} ${country.name.ar} ${code}`,
              }))}
            />
            {places.map((place) => (
              <TextField
                key={place}
                label={t(place)}
                value={value[place]}
                onChange={(text) => set({ [place]: text })}
                pointer={`/address/${place}`}
                autoComplete="off"
                optional
              />
            ))}
          </div>
        </>
      )}
      <div className="row">
        <Button type="submit" kind="primary" reason={reason} busy={pending}>
          {common('save')}
        </Button>
        <Button onClick={onCancel}>{common('cancel')}</Button>
      </div>
    </Form>
  );
}

const pendingOf = (...submits: readonly Pick<Submit<never, unknown>, 'pending'>[]): boolean => submits.some((submit) => submit.pending);
