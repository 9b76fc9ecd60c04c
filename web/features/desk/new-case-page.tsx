import { useNavigate } from '@tanstack/react-router';
import { levelNames, levels, priorities, priorityOf } from '../../../domain/work/kinds/priority.ts';
import type { FirmInput } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { useSearchState } from '../../shell/search-state.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/choice-fields.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { ButtonLink, Link, splitHref } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ContactBox } from '../contacts/contact-box.tsx';
import { SuggestedArticles } from '../knowledge/suggested-articles.tsx';
import { CaseFormFields } from './case-form-fields.tsx';
import { caseMessages } from './case-messages.ts';
import { deskMessages } from './desk-messages.ts';
import { fieldsOf, type Typed } from './form-values.ts';
import { newCaseMessages } from './new-case-messages.ts';
import { type KindAsked, useKinds, useQueues } from './use-desk.ts';
import './desk.css';

const SEARCH = { kind: '' };

/** First the kind, then what the kind asks for. */
export default function NewCasePage() {
  const t = useMessages(newCaseMessages);
  const desk = useMessages(deskMessages);
  const { language } = useLanguage();
  const { paths } = useFirm();
  const [search] = useSearchState(SEARCH);
  const { kinds, kindOf, read } = useKinds();
  const { nameOf } = useQueues();
  const kind = kindOf(search.kind);
  return (
    <Page title={kind ? t('titled', { kind: kind.name[language] }) : t('title')} up={{ href: paths.cases(), label: desk('title') }}>
      <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
      {read.isPending && <Skeleton lines={4} height={60} />}
      <OnlyFor permission="case.open">
        {kind ? (
          <NewCaseForm key={kind.code} kind={kind} />
        ) : (
          <nav className="kind-tiles" aria-label={t('chooseKind')}>
            {kinds.map(({ code, name, queue }) => (
              <Link key={code} href={paths.newCase({ kind: code })} className="kind-tile">
                <span className="strong">{name[language]}</span>
                <span className="muted">{t('goesTo', { queue: nameOf(queue) })}</span>
              </Link>
            ))}
          </nav>
        )}
      </OnlyFor>
    </Page>
  );
}

function NewCaseForm({ kind }: { readonly kind: KindAsked }) {
  const t = useMessages(newCaseMessages);
  const words = useMessages(caseMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const firm = useFirm();
  const navigate = useNavigate();
  const say = useToast();
  const asked = kind.fields.filter(({ off }) => !off);
  const draft = useDraft<{
    title: string;
    description: string;
    impact: 'high' | 'medium' | 'low';
    urgency: 'high' | 'medium' | 'low';
    contact: string;
    fields: Typed;
  }>(firm.owner, `case/new/${kind.code}`, () => ({ title: '', description: '', impact: 'medium', urgency: 'medium', contact: '', fields: {} }));
  const open = useFirmSubmit('openCase', { keeper: draft });
  const { value, set } = draft;
  const reason = useReason('case.open', value.title.trim() === '' ? common('required') : undefined);
  const send = async () => {
    if (reason !== undefined) return;
    const body = {
      kind: kind.code,
      title: value.title.trim(),
      ...(value.description.trim() && { description: value.description.trim() }),
      impact: value.impact,
      urgency: value.urgency,
      ...(value.contact && { contact: value.contact }),
      fields: fieldsOf(asked, value.fields),
    } as FirmInput<'openCase'>['body'];
    const answer = await open.send({ body });
    if (!answer) return;
    draft.discard();
    say(t('opened', { number: String(answer.body.number) }));
    void navigate(splitHref(firm.paths.case(answer.body.id)));
  };
  const choices = levelNames.map((level) => ({ value: level, label: levels[level][language] }));
  return (
    <div className="card">
      <Form problem={open.problem} onSubmit={() => void send()} draft={draft} label={t('titled', { kind: kind.name[language] })}>
        <TextField label={t('what')} value={value.title} onChange={(title) => set({ title })} pointer="/title" maxLength={200} required />
        {firm.may('knowledge.read') && <SuggestedArticles text={value.title} kind={kind.code} />}
        <TextArea
          label={t('details')}
          value={value.description}
          onChange={(description) => set({ description })}
          pointer="/description"
          maxLength={10_000}
          rows={4}
          optional
        />
        <CaseFormFields
          asked={asked}
          typed={value.fields}
          onType={(change) => set((before) => ({ ...before, fields: { ...before.fields, ...change } }))}
        />
        <div className="columns">
          <SelectField label={t('impact')} value={value.impact} onChange={(impact) => set({ impact })} choices={choices} />
          <SelectField
            label={t('urgency')}
            value={value.urgency}
            onChange={(urgency) => set({ urgency })}
            choices={choices}
            hint={t('becomes', { priority: priorities[priorityOf(value.impact, value.urgency)][language] })}
          />
          {firm.may('contact.read') && (
            <ContactBox
              label={words('contact')}
              value={value.contact}
              onChange={(contact) => set({ contact })}
              pointer="/contact"
              placeholder={t('noContact')}
              adds
            />
          )}
        </div>
        <div className="row">
          <Button type="submit" kind="primary" reason={reason} busy={open.pending}>
            {t('open')}
          </Button>
          <ButtonLink href={firm.paths.newCase()}>{t('otherKind')}</ButtonLink>
        </div>
      </Form>
    </div>
  );
}
