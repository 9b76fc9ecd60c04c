import { useEffect, useRef, useState } from 'react';
import { useFirmList } from '../../api/queries.ts';
import type { FirmInput } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { Button } from '../../ui/button.tsx';
import { useDraft } from '../../ui/draft.ts';
import { Form } from '../../ui/form.tsx';
import { ButtonLink, Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToast } from '../../ui/toast.tsx';
import { CaseFormFields } from '../desk/case-form-fields.tsx';
import { fieldsOf, type Typed } from '../desk/form-values.ts';
import { StateChip } from '../desk/state-chip.tsx';
import { type KindAsked, useKinds } from '../desk/use-desk.ts';
import { SuggestedArticles } from '../knowledge/suggested-articles.tsx';
import { requestMessages } from './request-messages.ts';
import { useStanding } from './standing.ts';
import '../desk/desk.css';

/** What people ask their own firm for; the other kinds are opened at the desk. */
const askable = ['incident', 'service-request', 'access-request', 'maintenance', 'general-request'];

/** The desk from the other side: two presses to a request, and what became of each in plain words. */
export default function RequestsPage() {
  const t = useMessages(requestMessages);
  const { language } = useLanguage();
  const { kinds, read } = useKinds();
  const [chosen, setChosen] = useState('');
  const kind = kinds.find(({ code }) => code === chosen);
  return (
    <Page title={t('title')}>
      <OnlyFor permission="case.open">
        <section className="stack" aria-label={t('ask')}>
          <h2>{t('ask')}</h2>
          <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
          {read.isPending && <Skeleton lines={2} height={60} />}
          <div className="kind-tiles">
            {kinds
              .filter(({ code }) => askable.includes(code))
              .map(({ code, name }) => (
                <button key={code} type="button" className="kind-tile" aria-pressed={code === chosen} onClick={() => setChosen(code)}>
                  <span className="strong">{name[language]}</span>
                </button>
              ))}
          </div>
          {kind && <Ask key={kind.code} kind={kind} onSent={() => setChosen('')} />}
        </section>
      </OnlyFor>
      <MyRequests />
    </Page>
  );
}

function Ask({ kind, onSent }: { readonly kind: KindAsked; readonly onSent: () => void }) {
  const t = useMessages(requestMessages);
  const common = useMessages(commonMessages);
  const { language } = useLanguage();
  const firm = useFirm();
  const say = useToast();
  const box = useRef<HTMLDivElement>(null);
  // One line is enough, unless the kind cannot do without more.
  const asked = kind.fields.filter(({ required, off }) => required && !off);
  const draft = useDraft<{ title: string; fields: Typed }>(firm.owner, `request/${kind.code}`, () => ({ title: '', fields: {} }));
  const open = useFirmSubmit('openCase', { keeper: draft });
  const { value, set } = draft;
  const reason = useReason('case.open', value.title.trim() === '' ? common('required') : undefined);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  const send = async () => {
    if (reason !== undefined) return;
    const body = { kind: kind.code, title: value.title.trim(), fields: fieldsOf(asked, value.fields) } as FirmInput<'openCase'>['body'];
    const answer = await open.send({ body });
    if (!answer) return;
    draft.discard();
    say(t('sent', { number: String(answer.body.number) }));
    onSent();
  };
  return (
    <div className="card" ref={box}>
      <Form problem={open.problem} onSubmit={() => void send()} label={t('asking', { kind: kind.name[language] })} draft={draft}>
        <TextField
          label={t('asking', { kind: kind.name[language] })}
          value={value.title}
          onChange={(title) => set({ title })}
          pointer="/title"
          maxLength={200}
          autoComplete="off"
          required
        />
        {firm.may('knowledge.read') && <SuggestedArticles text={value.title} kind={kind.code} />}
        {asked.length > 0 && (
          <CaseFormFields
            asked={asked}
            typed={value.fields}
            onType={(change) => set((before) => ({ ...before, fields: { ...before.fields, ...change } }))}
          />
        )}
        <div className="row">
          <Button type="submit" kind="primary" reason={reason} busy={open.pending}>
            {t('send')}
          </Button>
          <ButtonLink href={firm.paths.newCase({ kind: kind.code })}>{t('more')}</ButtonLink>
        </div>
      </Form>
    </div>
  );
}

function MyRequests() {
  const t = useMessages(requestMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { paths } = useFirm();
  const { nameOf } = useKinds();
  const standing = useStanding();
  const mine = useFirmList('listCases', { query: { requester: 'me', sort: 'newest' } });
  return (
    <section className="stack" aria-label={t('mine')}>
      <h2>{t('mine')}</h2>
      <Problem problem={mine.problem} retry={mine.retry} />
      {mine.pending && <Skeleton lines={4} height={52} />}
      {!mine.pending && !mine.problem && mine.rows.length === 0 && <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
      <ul className="plain-list stack">
        {mine.rows.map((one) => (
          <li key={one.id} className="card stack">
            <span className="row spread">
              <Link href={paths.request(one.id)} className="strong">
                <bdi>{one.title}</bdi>
              </Link>
              <StateChip kind={one.kind} state={one.state} />
            </span>
            <span>{standing(one)}</span>
            <span className="muted">
              <span className="figure-inline">#{one.number}</span> · {nameOf(one.kind)} · {format.instant(one.openedAt)}
            </span>
          </li>
        ))}
      </ul>
      {mine.hasMore && (
        <div>
          <Button busy={mine.loadingMore} onClick={mine.loadMore}>
            {common('more')}
          </Button>
        </div>
      )}
    </section>
  );
}
