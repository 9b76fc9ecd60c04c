import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Condition, conditionNames, conditions } from '../../../domain/it/assets/hand-over.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { splitHref } from '../../ui/link.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { type ChosenHolder, HolderField, isChosen, sentHolder } from './holder-field.tsx';
import { itMessages } from './it-messages.ts';

interface HandOverDialogProps {
  readonly asset: { readonly id: string; readonly tag: string };
  readonly kind: 'hand-over' | 'return';
  readonly to: 'in-stock' | 'in-repair';
  readonly onClose: () => void;
}

/** Hands an asset over, or takes it back: with its condition, as it will be accepted. */
export function HandOverDialog({ asset, kind, to, onClose }: HandOverDialogProps) {
  const t = useMessages(itMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const { paths } = useFirm();
  const navigate = useNavigate();
  const say = useToast();
  const [holder, setHolder] = useState<ChosenHolder>({});
  const [condition, setCondition] = useState<Condition>('good');
  const [accessories, setAccessories] = useState('');
  const [note, setNote] = useState('');
  const issue = useFirmSubmit('handOver');
  const takeBack = useFirmSubmit('takeBack');
  const isHandOver = kind === 'hand-over';
  const missing = isHandOver && !isChosen(holder) ? common('required') : undefined;
  const send = async () => {
    if (missing !== undefined) return;
    const shared = {
      assets: [asset.id],
      condition,
      ...(accessories.trim() !== '' && { accessories: accessories.trim() }),
      ...(note.trim() !== '' && { note: note.trim() }),
    };
    const made = isHandOver ? await issue.send({ body: { ...shared, to: sentHolder(holder) } }) : await takeBack.send({ body: { ...shared, to } });
    if (!made) return;
    say(isHandOver ? t('issued') : t('takenBack', { tag: asset.tag }));
    onClose();
    // Somebody without an account accepts on the spot: the next page is theirs to read.
    if (isHandOver && holder.user === undefined) void navigate(splitHref(paths.handOver(made.body.id)));
  };
  return (
    <Dialog title={isHandOver ? t('handOverNamed', { tag: asset.tag }) : t('takeBackNamed', { tag: asset.tag })} onClose={onClose}>
      <Form problem={issue.problem ?? takeBack.problem} onSubmit={() => void send()}>
        {isHandOver && <HolderField label={t('giveTo')} value={holder} onChange={setHolder} pointer="/to/user" />}
        <SelectField
          label={t('condition')}
          value={condition}
          onChange={setCondition}
          pointer="/condition"
          choices={conditionNames.map((value) => ({ value, label: conditions[value][language] }))}
        />
        <TextField label={t('accessories')} value={accessories} onChange={setAccessories} pointer="/accessories" autoComplete="off" optional />
        <TextArea label={t('note')} value={note} onChange={setNote} pointer="/note" optional />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" reason={missing} busy={issue.pending || takeBack.pending}>
            {isHandOver ? t('issue') : t('takeBack')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
