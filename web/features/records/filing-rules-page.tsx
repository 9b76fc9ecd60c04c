import { useState } from 'react';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ContactBox } from '../contacts/contact-box.tsx';
import { ContactName } from './contact-name.tsx';
import { recordMessages } from './record-messages.ts';
import { typedTags } from './typed-tags.ts';

type Rule = Output<'listFilingRules'>['data'][number];
const places = ['any', 'name', 'text', 'sender'] as const;

/** By which rules filing is suggested. */
export default function FilingRulesPage() {
  const t = useMessages(recordMessages);
  const { language } = useLanguage();
  const { paths } = useFirm();
  const mayManage = useReason('record.manage');
  const rules = useFirmApi('listFilingRules', {});
  const classes = useFirmApi('listRecordClasses', {}, { staleTime: 60_000 });
  const remove = useFirmSubmit('removeFilingRule');
  const [adding, setAdding] = useState(false);
  const where = { any: t('inAny'), name: t('inName'), text: t('inText'), sender: t('inSender') };
  const className = (code: string) => classes.data?.body.data.find((one) => one.code === code)?.name[language] ?? code;
  const suggests = (rule: Rule) => (
    <>
      {rule.class && <Chip>{className(rule.class)}</Chip>} {rule.contact && <Chip>{<ContactName id={rule.contact} />}</Chip>}{' '}
      {rule.tags.map((tag) => (
        <Chip key={tag}>
          <bdi>{tag}</bdi>
        </Chip>
      ))}
    </>
  );
  const data = rules.data?.body.data ?? [];
  return (
    <Page
      title={t('rules')}
      up={{ href: paths.records(), label: t('title') }}
      actions={
        <Button kind="primary" icon="plus" reason={mayManage} onClick={() => setAdding(true)}>
          {t('addRule')}
        </Button>
      }
    >
      <p className="muted">{t('rulesHint')}</p>
      <Problem problem={rules.error ?? remove.problem} retry={() => void rules.refetch()} />
      {rules.isPending && <Skeleton lines={3} height={44} />}
      {rules.data && data.length === 0 && <EmptyState title={t('noRules')} />}
      {data.length > 0 && (
        <Scrolls label={t('rules')}>
          <table className="table stacks">
            <thead>
              <tr>
                <th scope="col">{t('ruleName')}</th>
                <th scope="col">{t('looksIn')}</th>
                <th scope="col">{t('contains')}</th>
                <th scope="col">{t('suggests')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('removeRule', { name: '' })}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {data.map((rule) => (
                <tr key={rule.id}>
                  <th scope="row">
                    <bdi>{rule.name}</bdi>
                  </th>
                  <td>{where[rule.looksIn]}</td>
                  <td>
                    <bdi>{rule.contains}</bdi>
                  </td>
                  <td>{suggests(rule)}</td>
                  <td className="actions">
                    <Button
                      kind="quiet"
                      size="small"
                      icon="close"
                      reason={mayManage}
                      aria-label={t('removeRule', { name: rule.name })}
                      onClick={() => void remove.send({ params: { filingRuleId: rule.id } })}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
      {adding && <AddRuleDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

function AddRuleDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(recordMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const say = useToast();
  const { owner } = useFirm();
  const classes = useFirmApi('listRecordClasses', {}, { staleTime: 60_000 });
  const draft = useDraft<{ name: string; looksIn: (typeof places)[number]; contains: string; class: string; contact: string; tags: string }>(
    owner,
    'filing-rule/1',
    () => ({
      name: '',
      looksIn: 'any',
      contains: '',
      class: '',
      contact: '',
      tags: '',
    }),
  );
  const add = useFirmSubmit('addFilingRule', { keeper: draft });
  const { value, set } = draft;
  const where = { any: t('inAny'), name: t('inName'), text: t('inText'), sender: t('inSender') };
  const send = async () => {
    const tags = typedTags(value.tags);
    const body = {
      name: value.name.trim(),
      looksIn: value.looksIn,
      contains: value.contains.trim(),
      ...(value.class && { class: value.class }),
      ...(value.contact && { contact: value.contact }),
      ...(tags.length > 0 && { tags }),
    };
    if (!(await add.send({ body }))) return;
    draft.discard();
    say(t('ruleSaved'));
    onClose();
  };
  const choices = (classes.data?.body.data ?? []).map(({ code, name }) => ({ value: code, label: name[language] }));
  return (
    <Dialog title={t('addRule')} onClose={onClose} wide>
      <Form problem={add.problem} onSubmit={() => void send()} draft={draft}>
        <TextField label={t('ruleName')} value={value.name} onChange={(name) => set({ name })} pointer="/name" required />
        <div className="columns">
          <SelectField
            label={t('looksIn')}
            value={value.looksIn}
            onChange={(looksIn) => set({ looksIn })}
            choices={places.map((each) => ({ value: each, label: where[each] }))}
          />
          <TextField label={t('contains')} value={value.contains} onChange={(contains) => set({ contains })} pointer="/contains" required />
        </div>
        <fieldset className="stack">
          <legend>{t('suggests')}</legend>
          <div className="columns">
            <SelectField
              label={t('class')}
              value={value.class}
              onChange={(next) => set({ class: next })}
              pointer="/class"
              choices={[{ value: '', label: t('noClass') }, ...choices]}
            />
            <ContactBox label={t('contact')} value={value.contact} onChange={(contact) => set({ contact })} pointer="/contact" />
            <TextField label={t('tags')} hint={t('tagsHint')} value={value.tags} onChange={(tags) => set({ tags })} pointer="/tags" optional />
          </div>
        </fieldset>
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
