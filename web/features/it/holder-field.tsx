import { useFirmList } from '../../api/queries.ts';
import { useMessages } from '../../i18n/messages.ts';
import { ComboBox } from '../../ui/combobox.tsx';
import { itMessages } from './it-messages.ts';

export interface ChosenHolder {
  readonly user?: string;
  readonly name?: string;
}
/** As the API takes it: a member by id, anybody else by name. */
export const sentHolder = ({ user, name }: ChosenHolder) => (user === undefined ? { name: name ?? '' } : { user });
export const isChosen = ({ user, name }: ChosenHolder): boolean => user !== undefined || (name ?? '') !== '';

interface HolderFieldProps {
  readonly label: string;
  readonly value: ChosenHolder;
  readonly onChange: (value: ChosenHolder) => void;
  readonly pointer?: string;
}

/** Somebody: a member found by name, or a person without an account, by the name that was typed. */
export function HolderField({ label, value, onChange, pointer }: HolderFieldProps) {
  const t = useMessages(itMessages);
  const members = useFirmList('listMembers', {});
  return (
    <ComboBox
      label={label}
      hint={t('giveHint')}
      pointer={pointer}
      value={value.user ?? value.name ?? ''}
      chosenText={value.name}
      onChange={(user) => onChange(user === '' ? {} : { user })}
      options={members.rows.map((member) => ({ key: member.user, text: member.name, search: member.email }))}
      add={{ label: (name) => t('byName', { name }), onAdd: (name) => onChange({ name: name.trim() }) }}
    />
  );
}
