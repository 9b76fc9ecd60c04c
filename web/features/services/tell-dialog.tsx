import { useState } from 'react';
import { type ServiceState, serviceStateNames, serviceStates } from '../../../domain/it/services/service.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { serviceMessages } from './service-messages.ts';

type Service = RowOf<'listServices'>;

/** Tells everybody how a service stands. */
export function TellDialog({ service, onClose }: { readonly service: Service; readonly onClose: () => void }) {
  const t = useMessages(serviceMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const say = useToast();
  const [state, setState] = useState<ServiceState>(service.state);
  const [message, setMessage] = useState('');
  const tell = useFirmSubmit('tellService');
  const reason = useReason('service.manage', state === service.state && message.trim() === '' ? t('messageNeeded') : undefined);
  const send = async () => {
    if (reason !== undefined) return;
    const body = { state, ...(message.trim() !== '' && { message: message.trim() }) };
    if (!(await tell.send({ params: { serviceId: service.id }, body }))) return;
    say(t('told'));
    onClose();
  };
  return (
    <Dialog title={t('tellOf', { name: service.name[language] })} onClose={onClose}>
      <Form problem={tell.problem} onSubmit={() => void send()}>
        <SelectField
          label={t('state')}
          value={state}
          onChange={setState}
          pointer="/state"
          choices={serviceStateNames.map((value) => ({ value, label: serviceStates[value][language] }))}
        />
        <TextArea label={t('message')} value={message} onChange={setMessage} pointer="/message" optional />
        <div className="row">
          <Button type="submit" kind="primary" reason={reason} busy={tell.pending}>
            {t('tell')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
