import { useState } from 'react';
import { useFirmApi } from '../../api/queries.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { defineMessages, useMessages } from '../../i18n/messages.ts';
import { useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type DimensionKind, type DimensionValue, dimensionKindNames } from './use-dimensions.ts';

const messages = defineMessages({
  title: { en: 'Branches, projects and cost centres', ar: 'الفروع والمشاريع ومراكز التكلفة' },
  lead: { en: 'Lines of entries can be told apart by these, and reports taken by them.', ar: 'تُميَّز بها أسطر القيود وتُستخرج بحسبها التقارير.' },
  none: { en: 'None yet', ar: 'لا شيء بعد' },
  add: { en: 'Add', ar: 'إضافة' },
  kind: { en: 'Kind', ar: 'النوع' },
  branch: { en: 'Branch', ar: 'فرع' },
  project: { en: 'Project', ar: 'مشروع' },
  costCentre: { en: 'Cost centre', ar: 'مركز تكلفة' },
  code: { en: 'Code', ar: 'الرمز' },
  name: { en: 'Name', ar: 'الاسم' },
  rename: { en: 'Edit {name}', ar: 'تعديل {name}' },
  archive: { en: 'Archive', ar: 'أرشفة' },
  archiveNamed: { en: 'Archive {name}', ar: 'أرشفة {name}' },
  restore: { en: 'Restore', ar: 'إعادة تفعيل' },
  restoreNamed: { en: 'Restore {name}', ar: 'إعادة تفعيل {name}' },
  archived: { en: 'archived', ar: 'مؤرشف' },
});

export default function DimensionsPage() {
  const t = useMessages(messages);
  const common = useMessages(commonMessages);
  const read = useFirmApi('listDimensions', {});
  const change = useFirmSubmit('changeDimension');
  const mayManage = useReason('account.manage');
  const [editing, setEditing] = useState<DimensionValue | 'new' | undefined>(undefined);
  const values = read.data?.body.data ?? [];
  const setArchived = (value: DimensionValue, archived: boolean) =>
    void change.send({ params: { kind: value.kind, value: value.code }, body: { archived } }, `"${value.version}"`);
  const begin = (
    <Button kind="primary" icon="plus" reason={mayManage} onClick={() => setEditing('new')}>
      {t('add')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={begin}>
      <p className="muted">{t('lead')}</p>
      <Problem problem={read.error ?? change.problem} retry={() => void read.refetch()} />
      {read.isPending && <Skeleton lines={4} height={40} />}
      {read.data && values.length === 0 && (
        <EmptyState title={t('none')} action={begin}>
          {t('lead')}
        </EmptyState>
      )}
      {values.length > 0 && (
        <Scrolls>
          <table className="table stacks">
            <thead>
              <tr>
                <th scope="col">{t('kind')}</th>
                <th scope="col">{t('code')}</th>
                <th scope="col">{t('name')}</th>
                <th scope="col">
                  <span className="visually-hidden">{common('actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {values.map((value) => (
                <tr key={`${value.kind} ${value.code}`}>
                  <td>{t(value.kind)}</td>
                  <td>
                    <bdi>{value.code}</bdi>
                  </td>
                  <th scope="row">
                    <bdi>{value.name}</bdi> {value.archived && <Chip>{t('archived')}</Chip>}
                  </th>
                  <td className="actions">
                    <Button
                      kind="quiet"
                      size="small"
                      reason={mayManage}
                      aria-label={t('rename', { name: value.name })}
                      onClick={() => setEditing(value)}
                    >
                      {common('edit')}
                    </Button>
                    <Button
                      kind="quiet"
                      size="small"
                      reason={mayManage}
                      aria-label={t(value.archived ? 'restoreNamed' : 'archiveNamed', { name: value.name })}
                      onClick={() => setArchived(value, !value.archived)}
                    >
                      {value.archived ? t('restore') : t('archive')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
      {editing && <DimensionDialog value={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </Page>
  );
}

function DimensionDialog({ value, onClose }: { readonly value: DimensionValue | undefined; readonly onClose: () => void }) {
  const t = useMessages(messages);
  const common = useMessages(commonMessages);
  const [kind, setKind] = useState<DimensionKind>(value?.kind ?? 'branch');
  const [code, setCode] = useState(value?.code ?? '');
  const [name, setName] = useState(value?.name ?? '');
  const add = useFirmSubmit('addDimension');
  const change = useFirmSubmit('changeDimension');
  const send = async () => {
    const done = value
      ? await change.send({ params: { kind: value.kind, value: value.code }, body: { name } }, `"${value.version}"`)
      : await add.send({ body: { kind, code: code.trim(), name } });
    if (done) onClose();
  };
  return (
    <Dialog title={value ? t('rename', { name: value.name }) : t('add')} onClose={onClose}>
      <Form problem={add.problem ?? change.problem} onSubmit={() => void send()}>
        {!value && (
          <SelectField
            label={t('kind')}
            value={kind}
            onChange={setKind}
            pointer="/kind"
            choices={dimensionKindNames.map((each) => ({ value: each, label: t(each) }))}
          />
        )}
        {!value && <TextField label={t('code')} value={code} onChange={setCode} pointer="/code" required />}
        <TextField label={t('name')} value={name} onChange={setName} pointer="/name" required />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" busy={add.pending || change.pending}>
            {common('save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
