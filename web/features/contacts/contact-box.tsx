import { useState } from 'react';
import { useFirmApi } from '../../api/queries.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { usePaused } from '../../shell/use-paused.ts';
import { ComboBox } from '../../ui/combobox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ContactForm } from './contact-form.tsx';
import { contactMessages } from './contact-messages.ts';
import { nameOf } from './name-of.ts';

interface ContactBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (contactId: string) => void;
  readonly pointer?: string;
  /** Offers to add whom it does not find. */
  readonly adds?: boolean;
  readonly kind?: 'customer' | 'supplier';
  readonly placeholder?: string;
}

const SHOWN = 20;

/** Finds a customer by the API as the name is typed, in either spelling and language; adds one without leaving the form. */
export function ContactBox({ label, value, onChange, pointer, adds = false, kind, placeholder }: ContactBoxProps) {
  const t = useMessages(contactMessages);
  const { language } = useLanguage();
  const { may } = useFirm();
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState<string | undefined>(undefined);
  const q = usePaused(typed.trim());
  const found = useFirmApi('listContacts', { query: { ...(q && { q }), ...(kind && { kind }), limit: SHOWN } });
  const chosen = useFirmApi('getContact', { params: { contactId: value } }, { enabled: value !== '', staleTime: 60_000 });
  const options = (found.data?.body.data ?? []).map((contact) => ({
    key: contact.id,
    text: nameOf(contact, language),
    ...(contact.taxNumber && { detail: contact.taxNumber }),
  }));
  return (
    <>
      <ComboBox
        label={label}
        value={value}
        onChange={onChange}
        options={options}
        chosenText={chosen.data && nameOf(chosen.data.body, language)}
        onType={setTyped}
        placeholder={placeholder ?? t('choose')}
        {...(pointer && { pointer })}
        {...(adds && may('contact.write') && { add: { label: (words: string) => t('addTyped', { typed: words }), onAdd: setAdding } })}
      />
      {adding !== undefined && (
        <Dialog title={t('newContact')} onClose={() => setAdding(undefined)}>
          <ContactForm
            name={adding}
            brief
            onSaved={(contact) => {
              setAdding(undefined);
              onChange(contact.id);
            }}
            onCancel={() => setAdding(undefined)}
          />
        </Dialog>
      )}
    </>
  );
}
