import { useState } from 'react';
import { relations, saidRelations } from '../../../domain/work/cases/relations.ts';
import { caseStates, isEnded } from '../../../domain/work/kinds/states.ts';
import { useFirmApi } from '../../api/queries.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { usePaused } from '../../shell/use-paused.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { ComboBox } from '../../ui/combobox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Link } from '../../ui/link.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { caseMessages } from './case-messages.ts';
import type { CaseInFull } from './case-page.tsx';

type Relation = (typeof saidRelations)[number];
type CaseId = CaseInFull['id'];

export function CaseLinks({ one }: { readonly one: CaseInFull }) {
  const t = useMessages(caseMessages);
  const { language } = useLanguage();
  const { paths } = useFirm();
  const unlink = useFirmSubmit('unlinkCases');
  const [open, setOpen] = useState<'link' | 'merge' | undefined>(undefined);
  const merged = one.mergedInto === null ? undefined : t('wasMerged');
  const mayLink = useReason('case.work', merged);
  return (
    <section className="card stack" aria-label={t('links')}>
      <h2>{t('links')}</h2>
      <Problem problem={unlink.problem} />
      {one.linked.length === 0 && <p className="muted">{t('noLinks')}</p>}
      <ul className="plain-list stack">
        {one.linked.map((linked) => (
          <li key={linked.id} className="row spread">
            <span>
              <span className="muted">{relations[linked.relation].name[language]}</span>{' '}
              <Link href={paths.case(linked.id)}>
                <bdi>
                  #{linked.number} {linked.title}
                </bdi>
              </Link>{' '}
              <span className="muted">({caseStates[linked.state][language]})</span>
            </span>
            {mayLink === undefined && (
              <Button
                kind="quiet"
                size="small"
                icon="close"
                aria-label={t('unlink', { number: String(linked.number) })}
                onClick={() => void unlink.send({ params: { caseId: one.id, linkedCaseId: linked.id } })}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="row">
        <Button size="small" reason={mayLink} onClick={() => setOpen('link')}>
          {t('link')}
        </Button>
        <Button size="small" reason={mayLink} onClick={() => setOpen('merge')}>
          {t('merge')}
        </Button>
      </div>
      {open === 'link' && <LinkDialog one={one} onClose={() => setOpen(undefined)} />}
      {open === 'merge' && <MergeDialog one={one} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

function LinkDialog({ one, onClose }: { readonly one: CaseInFull; readonly onClose: () => void }) {
  const t = useMessages(caseMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const link = useFirmSubmit('linkCases');
  const [relation, setRelation] = useState<Relation>('relates');
  const [to, setTo] = useState<CaseId | undefined>(undefined);
  const obstacle = to === undefined ? common('required') : undefined;
  const send = async () => {
    if (to !== undefined && (await link.send({ params: { caseId: one.id }, body: { to, relation } }))) onClose();
  };
  return (
    <Dialog title={t('linkTitle')} onClose={onClose}>
      <Form problem={link.problem} onSubmit={() => void send()}>
        <SelectField
          label={t('relation')}
          value={relation}
          onChange={setRelation}
          choices={saidRelations.map((value) => ({ value, label: relations[value].name[language] }))}
        />
        <CaseBox label={t('otherCase')} not={one.id} value={to} onChange={setTo} pointer="/to" />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" reason={obstacle} busy={link.pending}>
            {t('link')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

function MergeDialog({ one, onClose }: { readonly one: CaseInFull; readonly onClose: () => void }) {
  const t = useMessages(caseMessages);
  const common = useMessages(commonMessages);
  const merge = useFirmSubmit('mergeCases');
  const [into, setInto] = useState<CaseId | undefined>(undefined);
  const send = async () => {
    if (into !== undefined && (await merge.send({ params: { caseId: one.id }, body: { into } }))) onClose();
  };
  return (
    <Dialog title={t('mergeTitle', { number: String(one.number) })} onClose={onClose} alert>
      <Form problem={merge.problem} onSubmit={() => void send()}>
        <Notice tone="warn">{t('mergeHint')}</Notice>
        <CaseBox label={t('into')} not={one.id} value={into} onChange={setInto} pointer="/into" active />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="danger" reason={into === undefined ? common('required') : undefined} busy={merge.pending}>
            {t('mergeNow')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

interface CaseBoxProps {
  readonly label: string;
  readonly not: CaseId;
  readonly value: CaseId | undefined;
  readonly onChange: (id: CaseId | undefined) => void;
  readonly pointer: string;
  /** Only cases that are not over. */
  readonly active?: boolean;
}

/** Finds another case by its number or a part of its title. */
function CaseBox({ label, not, value, onChange, pointer, active = false }: CaseBoxProps) {
  const t = useMessages(caseMessages);
  const [typed, setTyped] = useState('');
  const q = usePaused(typed.trim());
  const found = useFirmApi('listCases', { query: { limit: 20, ...(q && { q }) } });
  const rows = (found.data?.body.data ?? []).filter(({ id, state, mergedInto }) => id !== not && mergedInto === null && !(active && isEnded(state)));
  return (
    <ComboBox
      label={label}
      placeholder={t('chooseCase')}
      value={value ?? ''}
      onChange={(key) => onChange(rows.find(({ id }) => id === key)?.id)}
      onType={setTyped}
      pointer={pointer}
      options={rows.map(({ id, number, title }) => ({ key: id, text: `#${number} ${title}` }))}
    />
  );
}
