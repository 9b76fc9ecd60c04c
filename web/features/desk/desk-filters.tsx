import { priorities, priorityNames } from '../../../domain/work/kinds/priority.ts';
import { caseStateNames, caseStates } from '../../../domain/work/kinds/states.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { deskMessages } from './desk-messages.ts';
import type { DeskView } from './desk-page.tsx';
import { useKinds, useWorkers } from './use-desk.ts';

export function DeskFilters({ view, onView }: { readonly view: DeskView; readonly onView: (view: Partial<DeskView>) => void }) {
  const t = useMessages(deskMessages);
  const { language } = useLanguage();
  const { user } = useFirm();
  const { kinds } = useKinds();
  const workers = useWorkers();
  const narrow = useNarrow();
  const choose = (member: keyof DeskView, label: string, choices: readonly { value: string; label: string }[]) => (
    <SelectField
      label={label}
      value={choices.some(({ value }) => value === view[member]) ? view[member] : (choices[0]?.value ?? '')}
      onChange={(value) => onView({ [member]: value })}
      choices={choices}
    />
  );
  const find = <TextField label={t('find')} placeholder={t('findHint')} type="search" value={view.q} onChange={(q) => onView({ q })} />;
  const others = (
    <>
      {choose('state', t('state'), [
        { value: 'active', label: t('active') },
        { value: 'any', label: t('anyState') },
        ...caseStateNames.map((value) => ({ value, label: caseStates[value][language] })),
      ])}
      {choose('assignee', t('assignee'), [
        { value: '', label: t('anybody') },
        { value: 'me', label: t('mine') },
        { value: 'nobody', label: t('unassigned') },
        ...workers.filter(({ id }) => id !== user.id).map(({ id, name }) => ({ value: id, label: name })),
      ])}
      {choose('kind', t('kind'), [{ value: '', label: t('anyKind') }, ...kinds.map(({ code, name }) => ({ value: code, label: name[language] }))])}
      {choose('priority', t('priority'), [
        { value: '', label: t('anyPriority') },
        ...priorityNames.map((value) => ({ value, label: priorities[value][language] })),
      ])}
      <TextField label={t('tag')} value={view.tag} onChange={(tag) => onView({ tag: tag.trim() })} />
      {choose('sort', t('order'), [
        { value: 'due', label: t('byDue') },
        { value: 'newest', label: t('byNewest') },
      ])}
    </>
  );
  if (!narrow)
    return (
      <div className="filters">
        {find}
        {others}
      </div>
    );
  return (
    <div className="stack">
      {find}
      <details>
        <summary>{t('more')}</summary>
        <div className="filters">{others}</div>
      </details>
    </div>
  );
}
