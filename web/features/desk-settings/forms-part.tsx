import { useState } from 'react';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CheckField, SelectField } from '../../ui/choice-fields.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { type KindAsked, type KindCode, useKinds } from '../desk/use-desk.ts';
import { settingsMessages } from './desk-settings-messages.ts';
import type { PartProps, WorkSettings } from './desk-settings-page.tsx';

type CaseForm = WorkSettings['forms'][KindCode];
type ExtraField = CaseForm['fields'][number];
const types = ['text', 'number', 'date', 'choice'] as const;

/** What the form of a kind asks for. The way that a case goes is the kind's own and is not set here. */
export function FormsPart({ settings, etag }: PartProps) {
  const t = useMessages(settingsMessages);
  const { language } = useLanguage();
  const { kinds, kindOf } = useKinds();
  const [code, setCode] = useState<KindCode>('incident');
  const kind = kindOf(code);
  return (
    <>
      <div className="columns">
        <SelectField
          label={t('kind')}
          value={code}
          onChange={setCode}
          choices={kinds.map((each) => ({ value: each.code, label: each.name[language] }))}
        />
      </div>
      {kind && <KindForm key={code} kind={kind} form={settings.forms[code]} version={settings.version} etag={etag} />}
    </>
  );
}

interface KindFormProps {
  readonly kind: KindAsked;
  readonly form: CaseForm;
  readonly version: number;
  readonly etag: string | undefined;
}

function KindForm({ kind, form, version, etag }: KindFormProps) {
  const t = useMessages(settingsMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const firm = useFirm();
  const say = useToast();
  const draft = useDraft(firm.owner, `desk/form/${kind.code}/${version}`, () => ({ off: form.off, fields: form.fields }));
  const change = useFirmSubmit('changeWorkSettings', { keeper: draft });
  const { value, set } = draft;
  const at = `/forms/${kind.code}`;
  const setField = (index: number, field: Partial<ExtraField>) =>
    set((before) => ({ ...before, fields: before.fields.map((each, i) => (i === index ? { ...each, ...field } : each)) }));
  const shipped = kind.fields.filter((field) => field.shipped);
  const send = async () => {
    const fields = value.fields.map((field, i) => ({
      ...field,
      code:
        field.code ||
        codeFrom(
          field.label.en,
          [...shipped, ...value.fields.slice(0, i)].map((each) => each.code),
        ),
      choices:
        field.type === 'choice'
          ? field.choices.map((choice, j) => ({
              ...choice,
              value:
                choice.value ||
                codeFrom(
                  choice.label.en,
                  field.choices.slice(0, j).map((each) => each.value),
                ),
            }))
          : [],
    }));
    const answer = await change.send({ body: { forms: { [kind.code]: { off: value.off, fields } } } }, etag);
    if (!answer) return;
    draft.discard();
    say(t('saved'));
  };
  const isOld = ({ code }: ExtraField) => form.fields.some((field) => field.code === code);
  return (
    <Form problem={change.problem} onSubmit={() => void send()} draft={draft} label={kind.name[language]}>
      <section className="card stack" aria-label={t('shipped')}>
        <h2>{t('shipped')}</h2>
        {shipped.map((field) => (
          <div key={field.code} className="row spread">
            <span>{field.label[language]}</span>
            {field.required ? (
              <span className="muted">{t('needed')}</span>
            ) : (
              <CheckField
                label={
                  <>
                    <span className="visually-hidden">{field.label[language]}: </span>
                    {t('askedFor')}
                  </>
                }
                checked={!value.off.includes(field.code)}
                onChange={(asked) =>
                  set((before) => ({ ...before, off: asked ? before.off.filter((code) => code !== field.code) : [...before.off, field.code] }))
                }
              />
            )}
          </div>
        ))}
      </section>
      <section className="card stack" aria-label={t('own')}>
        <h2>{t('own')}</h2>
        {value.fields.length === 0 && <p className="muted">{t('noOwn')}</p>}
        {value.fields.map((field, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field has no code before it is saved
          <fieldset key={i} className="stack card">
            <legend>{field.label[language] || t('fieldNumber', { number: i + 1 })}</legend>
            <div className="columns">
              <TextField
                label={common('englishName')}
                lang="en"
                value={field.label.en}
                onChange={(en) => setField(i, { label: { ...field.label, en } })}
                pointer={`${at}/fields/${i}/label/en`}
                required
              />
              <TextField
                label={common('arabicName')}
                lang="ar"
                value={field.label.ar}
                onChange={(ar) => setField(i, { label: { ...field.label, ar } })}
                pointer={`${at}/fields/${i}/label/ar`}
                required
              />
              <SelectField
                label={t('type')}
                value={field.type}
                disabled={isOld(field)}
                onChange={(type) => setField(i, { type })}
                pointer={`${at}/fields/${i}/type`}
                choices={types.map((type) => ({ value: type, label: t(type) }))}
              />
            </div>
            {field.type === 'choice' && <Choices field={field} at={`${at}/fields/${i}`} onChange={(choices) => setField(i, { choices })} />}
            <CheckField label={t('required')} checked={field.required} onChange={(required) => setField(i, { required })} />
            {isOld(field) ? (
              <CheckField label={t('off')} hint={t('offHint')} checked={field.off} onChange={(off) => setField(i, { off })} />
            ) : (
              <div>
                <Button size="small" onClick={() => set((before) => ({ ...before, fields: before.fields.filter((_, j) => j !== i) }))}>
                  {t('removeNew')}
                </Button>
              </div>
            )}
          </fieldset>
        ))}
        <div>
          <Button
            icon="plus"
            onClick={() =>
              set((before) => ({
                ...before,
                fields: [...before.fields, { code: '', type: 'text', label: { en: '', ar: '' }, required: false, off: false, choices: [] }],
              }))
            }
          >
            {t('addField')}
          </Button>
        </div>
      </section>
      <div className="row">
        <Button type="submit" kind="primary" busy={change.pending}>
          {common('save')}
        </Button>
      </div>
    </Form>
  );
}

function Choices({
  field,
  at,
  onChange,
}: {
  readonly field: ExtraField;
  readonly at: string;
  readonly onChange: (choices: ExtraField['choices']) => void;
}) {
  const t = useMessages(settingsMessages);
  const common = useMessages(commonMessages);
  const { choices } = field;
  const setChoice = (index: number, choice: Partial<ExtraField['choices'][number]>) =>
    onChange(choices.map((each, i) => (i === index ? { ...each, ...choice } : each)));
  return (
    <fieldset className="stack">
      <legend>{t('choices')}</legend>
      {choices.map((choice, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a choice has no code before it is saved
        <fieldset key={i} className="row end">
          <legend className="visually-hidden">{t('choiceNumber', { number: i + 1 })}</legend>
          <TextField
            label={common('englishName')}
            lang="en"
            value={choice.label.en}
            onChange={(en) => setChoice(i, { label: { ...choice.label, en } })}
            pointer={`${at}/choices/${i}/label/en`}
          />
          <TextField
            label={common('arabicName')}
            lang="ar"
            value={choice.label.ar}
            onChange={(ar) => setChoice(i, { label: { ...choice.label, ar } })}
            pointer={`${at}/choices/${i}/label/ar`}
          />
          {choice.value !== '' ? (
            <CheckField label={t('off')} checked={choice.off} onChange={(off) => setChoice(i, { off })} />
          ) : (
            <Button size="small" onClick={() => onChange(choices.filter((_, j) => j !== i))}>
              {t('removeNew')}
            </Button>
          )}
        </fieldset>
      ))}
      <div>
        <Button size="small" icon="plus" onClick={() => onChange([...choices, { value: '', label: { en: '', ar: '' }, off: false }])}>
          {t('addChoice')}
        </Button>
      </div>
    </fieldset>
  );
}

/** A code that stays, from the English name: `Cost centre` is `costCentre`. */
function codeFrom(name: string, taken: readonly string[]): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const joined = words.map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  const base = /^[a-z]/.test(joined) ? joined.slice(0, 36) : `field${joined.slice(0, 30)}`;
  for (let i = 1; ; i++) {
    const code = i === 1 ? base : `${base}${i}`;
    if (!taken.includes(code)) return code;
  }
}
