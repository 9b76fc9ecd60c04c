import { useState } from 'react';
import type { RowOf } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { serviceMessages } from './service-messages.ts';

type Service = RowOf<'listServices'>;

/** Names a service in both languages; one that exists can be archived or brought back. */
export function ServiceDialog({ service, onClose }: { readonly service?: Service | undefined; readonly onClose: () => void }) {
  const t = useMessages(serviceMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const say = useToast();
  const [en, setEn] = useState(service?.name.en ?? '');
  const [ar, setAr] = useState(service?.name.ar ?? '');
  const [description, setDescription] = useState(service?.description ?? '');
  const add = useFirmSubmit('addService');
  const change = useFirmSubmit('changeService');
  const reason = useReason('service.manage', en.trim() === '' || ar.trim() === '' ? common('required') : undefined);
  const save = async (archived?: boolean) => {
    if (reason !== undefined) return;
    const name = { en: en.trim(), ar: ar.trim() };
    const about = description.trim();
    const answer = service
      ? await change.send(
          { params: { serviceId: service.id }, body: { name, description: about || null, ...(archived !== undefined && { archived }) } },
          `"${service.version}"`,
        )
      : await add.send({ body: { name, ...(about !== '' && { description: about }) } });
    if (!answer) return;
    say(t('saved', { name: name[language] }));
    onClose();
  };
  const english = (
    <TextField key="en" label={t('nameEnglish')} lang="en" value={en} onChange={setEn} pointer="/name/en" autoComplete="off" required />
  );
  const arabic = <TextField key="ar" label={t('nameArabic')} lang="ar" value={ar} onChange={setAr} pointer="/name/ar" autoComplete="off" required />;
  return (
    <Dialog title={service ? t('editService', { name: service.name[language] }) : t('addService')} onClose={onClose}>
      <Form problem={add.problem ?? change.problem} onSubmit={() => void save()}>
        {language === 'ar' ? [arabic, english] : [english, arabic]}
        <TextArea label={t('description')} value={description} onChange={setDescription} pointer="/description" optional />
        <div className="row">
          <Button type="submit" kind="primary" reason={reason} busy={add.pending || change.pending}>
            {common('save')}
          </Button>
          {service && <Button onClick={() => void save(!service.archived)}>{service.archived ? t('restore') : t('archive')}</Button>}
          <Button onClick={onClose}>{common('cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
