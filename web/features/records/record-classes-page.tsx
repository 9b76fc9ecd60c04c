import { useState } from 'react';
import { type Role, roleNames, roles } from '../../../domain/firms/permissions.ts';
import { type Trigger, triggerNames, triggers } from '../../../domain/records/retention/schedule.ts';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { CheckField, SelectField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { recordMessages } from './record-messages.ts';

type RecordClass = Output<'listRecordClasses'>['data'][number];

/** How long each class of records is kept, by which rule, and who may see it. */
export default function RecordClassesPage() {
  const t = useMessages(recordMessages);
  const { language } = useLanguage();
  const { paths } = useFirm();
  const mayManage = useReason('record.manage');
  const classes = useFirmApi('listRecordClasses', {});
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<RecordClass | undefined>(undefined);
  return (
    <Page
      title={t('classesTitle')}
      up={{ href: paths.records(), label: t('title') }}
      actions={
        <Button kind="primary" icon="plus" reason={mayManage} onClick={() => setAdding(true)}>
          {t('addClass')}
        </Button>
      }
    >
      <p className="muted">{t('neverShorter')}</p>
      <Problem problem={classes.error ?? undefined} retry={() => void classes.refetch()} />
      {classes.isPending && <Skeleton lines={5} height={44} />}
      {classes.data && (
        <Scrolls label={t('classesTitle')}>
          <table className="table stacks">
            <thead>
              <tr>
                <th scope="col">{t('class')}</th>
                <th scope="col">{t('keptFor')}</th>
                <th scope="col">{t('countsFrom')}</th>
                <th scope="col">{t('source')}</th>
                <th scope="col">{t('readers')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('changeClass')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {classes.data.body.data.map((one) => (
                <tr key={one.code}>
                  <th scope="row">
                    {one.name[language]} {one.confidential && <Chip tone="info">{t('confidential')}</Chip>}
                  </th>
                  <td>{one.length[language]}</td>
                  <td>{triggers[one.schedule.trigger][language]}</td>
                  <td>{one.source[language]}</td>
                  <td>{one.readers.map((role) => roles[role][language]).join(language === 'ar' ? '، ' : ', ')}</td>
                  <td className="actions">
                    <Button
                      kind="quiet"
                      size="small"
                      reason={mayManage}
                      aria-label={t('changeClassNamed', { name: one.name[language] })}
                      onClick={() => setChanging(one)}
                    >
                      {t('changeClass')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
      {adding && <AddDialog onClose={() => setAdding(false)} />}
      {changing && <LengthenDialog of={changing} onClose={() => setChanging(undefined)} />}
    </Page>
  );
}

function LengthenDialog({ of, onClose }: { readonly of: RecordClass; readonly onClose: () => void }) {
  const t = useMessages(recordMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const say = useToast();
  const change = useFirmSubmit('changeRecordClass');
  const [months, setMonths] = useState(String(of.schedule.months));
  const send = async () => {
    const schedule = { trigger: of.schedule.trigger, months: Number(months) };
    if (!(await change.send({ params: { classCode: of.code }, body: { schedule } }, `"${of.version}"`))) return;
    say(t('classSaved'));
    onClose();
  };
  return (
    <Dialog title={t('changeClassNamed', { name: of.name[language] })} onClose={onClose}>
      <Form problem={change.problem} onSubmit={() => void send()}>
        <p className="muted">{t('neverShorter')}</p>
        <TextField label={t('months')} value={months} onChange={setMonths} pointer="/schedule" latin inputMode="numeric" required />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" busy={change.pending}>
            {common('save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

function AddDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(recordMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const say = useToast();
  const { owner } = useFirm();
  const draft = useDraft<{
    code: string;
    en: string;
    ar: string;
    trigger: Trigger;
    months: string;
    sourceEn: string;
    sourceAr: string;
    confidential: boolean;
    readers: readonly Role[];
  }>(owner, 'record-class/1', () => ({
    code: '',
    en: '',
    ar: '',
    trigger: 'event',
    months: '60',
    sourceEn: '',
    sourceAr: '',
    confidential: false,
    readers: roleNames,
  }));
  const add = useFirmSubmit('addRecordClass', { keeper: draft });
  const { value, set } = draft;
  const send = async () => {
    const body = {
      code: value.code.trim(),
      name: { en: value.en.trim(), ar: value.ar.trim() },
      schedule: { trigger: value.trigger, months: Number(value.months) },
      source: { en: value.sourceEn.trim(), ar: value.sourceAr.trim() },
      confidential: value.confidential,
      readers: [...value.readers],
    };
    if (!(await add.send({ body }))) return;
    draft.discard();
    say(t('classSaved'));
    onClose();
  };
  return (
    <Dialog title={t('addClass')} onClose={onClose} wide>
      <Form problem={add.problem} onSubmit={() => void send()} draft={draft}>
        <TextField label={t('code')} hint={t('codeHint')} value={value.code} onChange={(code) => set({ code })} pointer="/code" latin required />
        <div className="columns">
          <TextField label={common('englishName')} value={value.en} onChange={(en) => set({ en })} pointer="/name/en" required />
          <TextField label={common('arabicName')} value={value.ar} onChange={(ar) => set({ ar })} pointer="/name/ar" required />
        </div>
        <div className="columns">
          <TextField
            label={t('months')}
            value={value.months}
            onChange={(months) => set({ months })}
            pointer="/schedule/months"
            latin
            inputMode="numeric"
            required
          />
          <SelectField
            label={t('countsFrom')}
            value={value.trigger}
            onChange={(trigger) => set({ trigger })}
            choices={triggerNames.map((each) => ({ value: each, label: triggers[each][language] }))}
          />
        </div>
        <div className="columns">
          <TextField label={t('sourceEn')} value={value.sourceEn} onChange={(sourceEn) => set({ sourceEn })} pointer="/source/en" required />
          <TextField label={t('sourceAr')} value={value.sourceAr} onChange={(sourceAr) => set({ sourceAr })} pointer="/source/ar" required />
        </div>
        <fieldset className="stack">
          <legend>{t('readers')}</legend>
          {roleNames.map((role) => (
            <CheckField
              key={role}
              label={roles[role][language]}
              checked={value.readers.includes(role)}
              onChange={(on) => set({ readers: roleNames.filter((each) => (each === role ? on || role === 'owner' : value.readers.includes(each))) })}
            />
          ))}
        </fieldset>
        <CheckField label={t('confidential')} checked={value.confidential} onChange={(confidential) => set({ confidential })} />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" busy={add.pending}>
            {common('save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
