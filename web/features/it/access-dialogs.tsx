import { useState } from 'react';
import { type Risk, risks } from '../../../domain/it/access/access.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField, SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { accessMessages } from './access-messages.ts';
import { type ChosenHolder, HolderField, isChosen, sentHolder } from './holder-field.tsx';
import { itMessages } from './it-messages.ts';

const riskNames = Object.keys(risks) as readonly Risk[];

/** A system is entered with the levels at which people get into it. */
export function SystemDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(accessMessages);
  const words = useMessages(itMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const say = useToast();
  const [value, setValue] = useState({ name: '', levels: '', risk: 'medium' as Risk, separateDuties: true });
  const add = useFirmSubmit('addSystem');
  const levels = value.levels
    .split('\n')
    .map((level) => level.trim())
    .filter((level) => level !== '');
  const missing = value.name.trim() === '' || levels.length === 0 ? common('required') : undefined;
  const send = async () => {
    if (missing !== undefined) return;
    const made = await add.send({ body: { name: value.name.trim(), levels, risk: value.risk, separateDuties: value.separateDuties } });
    if (!made) return;
    say(words('saved', { name: made.body.name }));
    onClose();
  };
  return (
    <Dialog title={t('newSystem')} onClose={onClose}>
      <Form problem={add.problem} onSubmit={() => void send()}>
        <TextField
          label={t('name')}
          value={value.name}
          onChange={(name) => setValue({ ...value, name })}
          pointer="/name"
          autoComplete="off"
          required
        />
        <TextArea label={t('levels')} value={value.levels} onChange={(next) => setValue({ ...value, levels: next })} pointer="/levels" />
        <SelectField
          label={t('risk')}
          value={value.risk}
          onChange={(risk) => setValue({ ...value, risk })}
          choices={riskNames.map((code) => ({ value: code, label: risks[code][language] }))}
        />
        <CheckField label={t('separate')} checked={value.separateDuties} onChange={(separateDuties) => setValue({ ...value, separateDuties })} />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" reason={missing} busy={add.pending}>
            {common('save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

export function RequestDialog({ systems, onClose }: { readonly systems: readonly RowOf<'listSystems'>[]; readonly onClose: () => void }) {
  const t = useMessages(accessMessages);
  const common = useMessages(commonMessages);
  const say = useToast();
  const open = systems.filter(({ archived }) => !archived);
  const [systemId, setSystem] = useState<string>(open[0]?.id ?? '');
  const [chosenLevel, setLevel] = useState('');
  const [holder, setHolder] = useState<ChosenHolder>({});
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const request = useFirmSubmit('requestAccess');
  const system = open.find((each) => each.id === systemId);
  const level = system?.levels.includes(chosenLevel) ? chosenLevel : (system?.levels[0] ?? '');
  const missing = !system || !isChosen(holder) ? common('required') : undefined;
  const send = async () => {
    if (!system || missing !== undefined) return;
    const body = {
      system: system.id,
      person: sentHolder(holder),
      level,
      ...(until !== '' && { until }),
      ...(reason.trim() !== '' && { reason: reason.trim() }),
    };
    if (!(await request.send({ body }))) return;
    say(t('done'));
    onClose();
  };
  return (
    <Dialog title={t('request')} onClose={onClose}>
      <Form problem={request.problem} onSubmit={() => void send()}>
        <SelectField
          label={t('system')}
          value={systemId}
          onChange={setSystem}
          pointer="/system"
          choices={open.map((each) => ({ value: each.id as string, label: each.name }))}
        />
        <HolderField label={t('person')} value={holder} onChange={setHolder} pointer="/person/user" />
        <SelectField
          label={t('level')}
          value={level}
          onChange={setLevel}
          pointer="/level"
          choices={(system?.levels ?? []).map((each) => ({ value: each, label: each }))}
        />
        <DateField label={t('until')} value={until} onChange={setUntil} pointer="/until" />
        <TextArea label={t('reason')} value={reason} onChange={setReason} pointer="/reason" optional />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" reason={missing} busy={request.pending}>
            {t('request')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
