import { isLocalDate } from '../../../domain/kernel/dates.ts';
import { shiftPolicies } from '../../../domain/work/deadlines/deadline.ts';
import { monthEnds } from '../../../domain/work/deadlines/rule.ts';
import { useFirmApi, useFirmList } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { latinDigits } from '../../i18n/digits.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { calendarMessages, caseKindMessages } from './calendar-messages.ts';
import { DatesPreview } from './dates-preview.tsx';
import { choiceOfRule, type RuleChoice, ruleOfChoice } from './rule-choice.ts';
import { RuleFields } from './rule-fields.tsx';

type Deadline = Output<'setDeadline'>;

interface DeadlineFormProps {
  readonly deadline: Deadline | undefined;
  /** What a new one begins with: the kind of case that it opens, and the asset that it is about. */
  readonly opens: string;
  readonly asset: string;
  readonly onSaved: (deadline: Deadline) => void;
  readonly onCancel: () => void;
}

type CaseKind = keyof typeof caseKindMessages;
const caseKinds = Object.keys(caseKindMessages) as readonly CaseKind[];
/** Kinds of case whose form asks for a device or equipment. */
const withAsset: readonly string[] = ['maintenance', 'incident', 'problem'];
const shiftWords = { none: 'shiftNone', 'next-open-day': 'shiftNext', 'previous-open-day': 'shiftPrevious' } as const;

/** Days as they are typed, with either script’s digits and commas; undefined where that is no list of days. */
function readDays(text: string): readonly number[] | undefined {
  const parts = latinDigits(text)
    .split(/[,،;\s]+/)
    .filter(Boolean);
  return parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 365) ? parts.map(Number) : undefined;
}

export function DeadlineForm({ deadline, opens, asset, onSaved, onCancel }: DeadlineFormProps) {
  const t = useMessages(calendarMessages);
  const common = useMessages(commonMessages);
  const kinds = useMessages(caseKindMessages);
  const { language } = useLanguage();
  const firm = useFirm();
  const draft = useDraft(firm.owner, deadline ? `deadline/${deadline.id}/${deadline.version}` : `deadline/new/2/${opens}/${asset}`, () => ({
    template: '',
    title: deadline?.title ?? '',
    category: deadline?.category ?? '',
    notes: deadline?.notes ?? '',
    owner: deadline ? (deadline.owner?.id ?? '') : firm.user.id,
    firstOn: deadline?.firstOn ?? firm.today(),
    choice: choiceOfRule(deadline?.rule ?? null, deadline?.firstOn ?? firm.today()),
    monthEnd: deadline?.monthEnd ?? ('last-day' as const),
    shift: deadline?.shift ?? ('next-open-day' as const),
    reminders: (deadline?.reminders ?? [30, 7, 0]).join(', '),
    does: deadline?.does.type ?? (opens === '' ? ('remind' as const) : ('open-case' as const)),
    kind: deadline?.does.type === 'open-case' ? deadline.does.kind : (caseKinds.find((kind) => kind === opens) ?? ('general-request' as const)),
    asset: deadline ? (deadline.link?.kind === 'asset' ? deadline.link.id : '') : asset,
    caseTitle: deadline?.does.type === 'open-case' ? (deadline.does.title ?? '') : '',
    daysBefore: deadline?.does.type === 'open-case' ? String(deadline.does.daysBefore) : '14',
  }));
  const { value, set } = draft;
  const members = useFirmList('listMembers', { query: { limit: 200 } });
  const templates = useFirmApi('listDeadlineTemplates', {}, { enabled: deadline === undefined && opens === '' }).data?.body.data ?? [];
  const template = templates.find(({ code }) => code === value.template);
  const create = useFirmSubmit('setDeadline', { keeper: draft });
  const change = useFirmSubmit('changeDeadline', { keeper: draft });
  const aboutAsset = value.does === 'open-case' && withAsset.includes(value.kind);
  const assets = useFirmList('listAssets', { query: { limit: 200 } }, { enabled: aboutAsset && firm.may('asset.read') });
  const rule = ruleOfChoice(value.choice, value.firstOn);
  const days = readDays(value.reminders);
  const obstacle =
    value.title.trim() === '' || !isLocalDate(value.firstOn) || rule === '' ? common('required') : days === undefined ? t('badReminders') : undefined;
  const reason = useReason('deadline.manage', obstacle);

  const begin = (code: string) => {
    const chosen = templates.find((one) => one.code === code);
    if (!chosen) return set({ template: '' });
    set({
      template: code,
      title: chosen.title[language],
      category: chosen.category[language],
      firstOn: chosen.firstOn,
      choice: choiceOfRule(chosen.rule, chosen.firstOn),
      monthEnd: 'last-day',
      notes: chosen.source[language],
    });
  };
  const save = async () => {
    if (reason !== undefined || days === undefined) return;
    const body = {
      title: value.title.trim(),
      owner: value.owner === '' ? null : value.owner,
      firstOn: value.firstOn,
      rule: rule ?? null,
      monthEnd: value.monthEnd,
      shift: value.shift,
      reminders: [...new Set(days)],
      category: value.category.trim() || null,
      notes: value.notes.trim() || null,
      ...(aboutAsset && { link: value.asset === '' ? null : { kind: 'asset' as const, id: value.asset as `ast_${string}` } }),
      does:
        value.does === 'remind'
          ? { type: 'remind' as const }
          : {
              type: 'open-case' as const,
              kind: value.kind,
              ...(value.caseTitle.trim() !== '' && { title: value.caseTitle.trim() }),
              daysBefore: Number(latinDigits(value.daysBefore)) || 0,
            },
    };
    const answer = deadline
      ? await change.send({ params: { deadlineId: deadline.id }, body }, `"${deadline.version}"`)
      : await create.send({ body: { ...body, ...(template && { template: template.code }) } });
    if (!answer) return;
    draft.discard();
    onSaved(answer.body);
  };
  return (
    <Form
      problem={create.problem ?? change.problem}
      onSubmit={() => void save()}
      draft={draft}
      label={deadline ? t('editDeadline', { title: deadline.title }) : t('newDeadline')}
    >
      {templates.length > 0 && (
        <SelectField
          label={t('template')}
          value={value.template}
          onChange={begin}
          choices={[{ value: '', label: t('noTemplate') }, ...templates.map((one) => ({ value: one.code, label: one.title[language] }))]}
        />
      )}
      {template && <Notice tone="warn">{t('toConfirm', { source: template.source[language] })}</Notice>}
      <div className="columns">
        <TextField label={t('title')} value={value.title} onChange={(title) => set({ title })} pointer="/title" autoComplete="off" required />
        <SelectField
          label={t('owner')}
          value={value.owner}
          onChange={(owner) => set({ owner })}
          pointer="/owner"
          choices={[{ value: '', label: t('nobody') }, ...members.rows.map(({ user, name }) => ({ value: user as string, label: name }))]}
        />
        <TextField
          label={t('category')}
          value={value.category}
          onChange={(category) => set({ category })}
          pointer="/category"
          autoComplete="off"
          optional
        />
      </div>
      <div className="columns">
        <DateField label={t('firstOn')} value={value.firstOn} onChange={(firstOn) => set({ firstOn })} pointer="/firstOn" />
        <SelectField
          label={t('shift')}
          value={value.shift}
          onChange={(shift) => set({ shift })}
          pointer="/shift"
          choices={shiftPolicies.map((policy) => ({ value: policy, label: t(shiftWords[policy]) }))}
        />
      </div>
      <RuleFields choice={value.choice} firstOn={value.firstOn} onChange={(choice: RuleChoice) => set({ choice })}>
        <SelectField
          label={t('monthEnd')}
          value={value.monthEnd}
          onChange={(monthEnd) => set({ monthEnd })}
          pointer="/monthEnd"
          choices={monthEnds.map((one) => ({ value: one, label: t(one === 'skip' ? 'monthEndSkip' : 'monthEndLast') }))}
        />
      </RuleFields>
      <DatesPreview firstOn={value.firstOn} rule={rule} monthEnd={value.monthEnd} shift={value.shift} />
      <div className="columns">
        <TextField
          label={t('reminders')}
          hint={t('remindersHint')}
          latin
          inputMode="numeric"
          value={value.reminders}
          onChange={(reminders) => set({ reminders })}
          pointer="/reminders"
          fault={days === undefined ? t('badReminders') : undefined}
        />
        <SelectField
          label={t('does')}
          value={value.does}
          onChange={(does) => set({ does })}
          choices={[
            { value: 'remind' as const, label: t('doesRemind') },
            { value: 'open-case' as const, label: t('doesCase') },
          ]}
        />
      </div>
      {value.does === 'open-case' && (
        <div className="columns">
          <SelectField
            label={t('caseKind')}
            value={value.kind}
            onChange={(kind) => set({ kind })}
            pointer="/does/kind"
            choices={caseKinds.map((kind) => ({ value: kind as typeof value.kind, label: kinds(kind) }))}
          />
          {aboutAsset && (
            <SelectField
              label={t('asset')}
              value={value.asset}
              onChange={(next) => set({ asset: next })}
              pointer="/link"
              choices={[
                { value: '', label: t('noAsset') },
                ...assets.rows.map(({ id, tag, name }) => ({ value: id as string, label: `${tag} ${name}` })),
              ]}
            />
          )}
          <TextField
            label={t('caseTitle')}
            value={value.caseTitle}
            onChange={(caseTitle) => set({ caseTitle })}
            pointer="/does/title"
            autoComplete="off"
            optional
          />
          <TextField
            label={t('daysBefore')}
            latin
            inputMode="numeric"
            value={value.daysBefore}
            onChange={(daysBefore) => set({ daysBefore })}
            pointer="/does/daysBefore"
          />
        </div>
      )}
      <TextArea label={t('notes')} value={value.notes} onChange={(notes) => set({ notes })} pointer="/notes" optional />
      <div className="footer row">
        <Button onClick={onCancel}>{common('cancel')}</Button>
        <Button type="submit" kind="primary" reason={reason} busy={create.pending || change.pending}>
          {deadline ? common('save') : t('set')}
        </Button>
      </div>
    </Form>
  );
}
