import { useNavigate, useParams } from '@tanstack/react-router';
import { useFirmApi } from '../../api/queries.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { splitHref } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ContactForm } from './contact-form.tsx';
import { contactMessages } from './contact-messages.ts';
import { nameOf } from './name-of.ts';

export default function EditContactPage() {
  const t = useMessages(contactMessages);
  const { language } = useLanguage();
  const { contactId } = useParams({ strict: false }) as { contactId?: string };
  const navigate = useNavigate();
  const say = useToast();
  const { paths } = useFirm();
  const read = useFirmApi('getContact', { params: { contactId: contactId ?? '' } }, { enabled: contactId !== undefined });
  const contact = read.data?.body;
  const leave = (id: string | undefined) => void navigate(splitHref(id === undefined ? paths.contacts() : paths.contact(id)));
  return (
    <Page title={contact ? t('edit', { name: nameOf(contact, language) }) : t('newContact')} up={{ href: paths.contacts(), label: t('title') }}>
      <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
      {contactId !== undefined && !contact ? (
        <Skeleton lines={5} height={52} />
      ) : (
        <OnlyFor permission="contact.write">
          <div className="card">
            <ContactForm
              contact={contact}
              onSaved={(saved) => {
                say(t('saved', { name: nameOf(saved, language) }));
                leave(saved.id);
              }}
              onCancel={() => leave(contactId)}
            />
          </div>
        </OnlyFor>
      )}
    </Page>
  );
}
