import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ButtonLink, Link } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import { calendarMessages, caseKindMessages } from './calendar-messages.ts';
import { SettleDialog } from './settle-dialog.tsx';

type Deadline = Output<'getDeadline'>;
type Occurrence = Deadline['occurrences'][number];

export default function DeadlinePage() {
  const t = useMessages(calendarMessages);
  const common = useMessages(commonMessages);
  const { deadlineId = '' } = useParams({ strict: false }) as { deadlineId?: string };
  const { paths, may } = useFirm();
  const say = useToast();
  const [archives, setArchives] = useState(false);
  const read = useFirmApi('getDeadline', { params: { deadlineId } });
  const archive = useFirmSubmit('archiveDeadline');
  const deadline = read.data?.body;
  const isManaged = may('deadline.manage') && deadline?.state === 'active';
  return (
    <Page
      title={deadline?.title ?? t('deadlines')}
      up={{ href: paths.deadlines(), label: t('deadlines') }}
      aside={
        deadline && (
          <>
            {deadline.overdue && <Chip tone="bad">{t('overdue')}</Chip>}
            {deadline.state === 'archived' && <Chip>{t('archived')}</Chip>}
          </>
        )
      }
      actions={
        deadline &&
        isManaged && (
          <>
            <Button onClick={() => setArchives(true)}>{t('archive')}</Button>
            <ButtonLink href={paths.editDeadline(deadline.id)}>{common('edit')}</ButtonLink>
          </>
        )
      }
    >
      <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
      {!deadline && !read.error && <Skeleton lines={5} height={44} />}
      {deadline && (
        <div className="stack">
          <Facts deadline={deadline} />
          <Dates deadline={deadline} />
        </div>
      )}
      {archives && deadline && (
        <Dialog title={t('archiveTitle', { title: deadline.title })} onClose={() => setArchives(false)} alert>
          <div className="stack">
            <p>{t('archiveHint')}</p>
            <Problem problem={archive.problem} />
            <div className="footer">
              <Button onClick={() => setArchives(false)}>{common('cancel')}</Button>
              <Button
                kind="danger"
                busy={archive.pending}
                onClick={() =>
                  void archive.send({ params: { deadlineId } }).then((done) => {
                    if (!done) return;
                    say(t('archivedNow', { title: deadline.title }));
                    setArchives(false);
                  })
                }
              >
                {t('archive')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </Page>
  );
}

function Facts({ deadline }: { readonly deadline: Deadline }) {
  const t = useMessages(calendarMessages);
  const kinds = useMessages(caseKindMessages);
  const format = useFormat();
  const { language } = useLanguage();
  const { does, link } = deadline;
  const { paths } = useFirm();
  const kind = does.type === 'open-case' && does.kind in caseKindMessages ? kinds(does.kind as keyof typeof caseKindMessages) : '';
  const rows: readonly (readonly [string, React.ReactNode])[] = [
    [t('repeats'), deadline.ruleWords[language]],
    [t('nextDue'), deadline.next && format.date(deadline.next.dueOn)],
    [t('owner'), <bdi key="owner">{deadline.owner?.name ?? t('nobody')}</bdi>],
    [t('category'), deadline.category && <bdi>{deadline.category}</bdi>],
    [t('shift'), t(deadline.shift === 'none' ? 'shiftNone' : deadline.shift === 'next-open-day' ? 'shiftNext' : 'shiftPrevious')],
    [
      t('remindersAre'),
      deadline.reminders.length > 0 && t('daysBeforeThat', { days: deadline.reminders.map(format.number).join(language === 'ar' ? '، ' : ', ') }),
    ],
    [t('does'), does.type === 'open-case' && `${t('doesCase')} – ${kind} – ${t('daysBeforeThat', { days: format.number(does.daysBefore) })}`],
    [
      t('openCase'),
      link?.kind === 'case' ? (
        <Link key="case" href={paths.case(link.id)}>
          {t('openCase')}
        </Link>
      ) : undefined,
    ],
    [
      t('asset'),
      link?.kind === 'asset' ? (
        <Link key="asset" href={paths.asset(link.id)}>
          {t('asset')}
        </Link>
      ) : undefined,
    ],
    [t('notes'), deadline.notes && <bdi>{deadline.notes}</bdi>],
  ];
  return (
    <dl className="card pairs">
      {rows.map(([name, value]) =>
        value ? (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

const tones = { pending: 'plain', done: 'good', waived: 'info' } as const;

function Dates({ deadline }: { readonly deadline: Deadline }) {
  const t = useMessages(calendarMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { paths, may, user } = useFirm();
  const say = useToast();
  const [settles, setSettles] = useState<{ readonly occurrence: Occurrence; readonly act: 'complete' | 'waive' }>();
  const reopen = useFirmSubmit('reopenOccurrence');
  const reason = !may('deadline.meet') ? common('mayNot') : may('deadline.manage') || deadline.owner?.id === user.id ? undefined : t('notYours');
  return (
    <section className="stack" aria-label={t('dates')}>
      <h2>{t('dates')}</h2>
      <Problem problem={reopen.problem} />
      <Scrolls>
        <table className="table stacks">
          <thead>
            <tr>
              <th scope="col">{t('due')}</th>
              <th scope="col">{t('scheduled')}</th>
              <th scope="col">{common('state')}</th>
              <th scope="col">{t('by')}</th>
              <th scope="col">{t('evidence')}</th>
              <th scope="col">
                <span className="visually-hidden">{common('actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {deadline.occurrences.toReversed().map((occurrence) => {
              const { date, dueOn, state, overdue, settled } = occurrence;
              const named = { date: format.date(date) };
              return (
                <tr key={date}>
                  <th scope="row">{format.date(dueOn)}</th>
                  <td>{dueOn === date ? '' : format.date(date)}</td>
                  <td>
                    <Chip tone={overdue ? 'bad' : tones[state]}>{t(overdue ? 'overdue' : state)}</Chip>{' '}
                    {occurrence.case && <Link href={paths.case(occurrence.case)}>{t('openCase')}</Link>}
                  </td>
                  <td>
                    {settled && (
                      <>
                        <bdi>{settled.by.name}</bdi> <span className="muted">{format.instant(settled.at)}</span>
                      </>
                    )}
                  </td>
                  <td>
                    <bdi>{settled?.note}</bdi>
                  </td>
                  <td className="actions">
                    {state === 'pending' ? (
                      <>
                        <Button
                          size="small"
                          reason={reason}
                          aria-label={t('markDoneNamed', named)}
                          onClick={() => setSettles({ occurrence, act: 'complete' })}
                        >
                          {t('markDone')}
                        </Button>
                        <Button
                          kind="quiet"
                          size="small"
                          reason={reason}
                          aria-label={t('waiveNamed', named)}
                          onClick={() => setSettles({ occurrence, act: 'waive' })}
                        >
                          {t('waive')}
                        </Button>
                      </>
                    ) : (
                      <Button
                        kind="quiet"
                        size="small"
                        reason={reason}
                        busy={reopen.pending}
                        aria-label={t('reopenNamed', named)}
                        onClick={() =>
                          void reopen.send({ params: { deadlineId: deadline.id, date } }).then((done) => done && say(t('reopenedNow', named)))
                        }
                      >
                        {t('reopen')}
                      </Button>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scrolls>
      {settles && <SettleDialog deadline={deadline.id} date={settles.occurrence.date} act={settles.act} onClose={() => setSettles(undefined)} />}
    </section>
  );
}
