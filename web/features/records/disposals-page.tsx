import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { disposalStates } from '../../../domain/records/retention/dispose.ts';
import { useFirmList } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Form } from '../../ui/form.tsx';
import { Link, splitHref } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { recordMessages } from './record-messages.ts';

const TOGETHER = 40;

/** What is over: chosen by one person, ended by another. */
export default function DisposalsPage() {
  const t = useMessages(recordMessages);
  const { paths } = useFirm();
  return (
    <Page title={t('disposal')} up={{ href: paths.records(), label: t('title') }}>
      <DueRecords />
      <Disposals />
    </Page>
  );
}

function DueRecords() {
  const t = useMessages(recordMessages);
  const format = useFormat();
  const navigate = useNavigate();
  const { paths } = useFirm();
  const mayDispose = useReason('record.dispose');
  const due = useFirmList('listRecords', { query: { state: 'due', limit: 100 } });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const propose = useFirmSubmit('proposeDisposal');
  const records = due.rows.filter(({ id }) => chosen.has(id)).slice(0, TOGETHER);
  const toggle = (record: RowOf<'listRecords'>, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, record.id] : [...before].filter((id) => id !== record.id)));
  const send = async () => {
    const answer = await propose.send({ body: { records: records.map(({ id }) => id), reason: reason.trim() } });
    if (answer) await navigate(splitHref(paths.disposal(answer.body.id)));
  };
  return (
    <section className="card stack" aria-label={t('dueNow')}>
      <h2>{t('dueNow')}</h2>
      <Problem problem={due.problem} retry={due.retry} />
      {due.pending && <Skeleton lines={3} height={36} />}
      {!due.pending && !due.problem && due.rows.length === 0 && (
        <>
          <p className="strong">{t('nothingDue')}</p>
          <p className="muted">{t('nothingDueHint')}</p>
        </>
      )}
      {due.rows.length > 0 && (
        <Form problem={propose.problem} onSubmit={() => void send()}>
          <ul className="plain-list">
            {due.rows.map((record) => (
              <li key={record.id} className="row">
                <input
                  type="checkbox"
                  checked={chosen.has(record.id)}
                  aria-label={t('chooseRecord', { name: record.title ?? record.id })}
                  onChange={(event) => toggle(record, event.target.checked)}
                />
                <Link href={paths.record(record.id)}>
                  <bdi>{record.title}</bdi>
                </Link>
                <span className="muted">
                  {t('keptUntil')} {record.retainUntil !== null && format.date(record.retainUntil)}
                </span>
                {record.confidential && <Chip tone="info">{t('confidential')}</Chip>}
              </li>
            ))}
          </ul>
          {due.hasMore && <Button onClick={due.loadMore}>…</Button>}
          <TextField label={t('reason')} value={reason} onChange={setReason} pointer="/reason" required />
          <p className="muted">{t('proposeHint')}</p>
          <div>
            <Button type="submit" kind="primary" busy={propose.pending} reason={mayDispose ?? (records.length === 0 ? t('chooseFirst') : undefined)}>
              {t('propose', { count: records.length })}
            </Button>
          </div>
        </Form>
      )}
    </section>
  );
}

function Disposals() {
  const t = useMessages(recordMessages);
  const { language } = useLanguage();
  const format = useFormat();
  const { paths } = useFirm();
  const disposals = useFirmList('listDisposals', {});
  return (
    <section className="stack" aria-label={t('disposals')}>
      <h2>{t('disposals')}</h2>
      <Problem problem={disposals.problem} retry={disposals.retry} />
      {disposals.pending && <Skeleton lines={3} height={36} />}
      {!disposals.pending && disposals.rows.length === 0 && !disposals.problem && <EmptyState title={t('nothing')} />}
      {disposals.rows.length > 0 && (
        <Scrolls label={t('disposals')}>
          <table className="table stacks">
            <thead>
              <tr>
                <th scope="col">{t('reason')}</th>
                <th scope="col">{t('records')}</th>
                <th scope="col">{t('proposed')}</th>
                <th scope="col">{t('decided')}</th>
                <th scope="col">{t('state')}</th>
              </tr>
            </thead>
            <tbody>
              {disposals.rows.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <Link href={paths.disposal(one.id)}>
                      <bdi>{one.reason}</bdi>
                    </Link>
                  </th>
                  <td className="figure">{format.number(one.records)}</td>
                  <td>
                    <bdi>{one.proposed.by.name}</bdi> · {format.instant(one.proposed.at)}
                  </td>
                  <td>
                    {one.decided && (
                      <>
                        <bdi>{one.decided.by.name}</bdi> · {format.instant(one.decided.at)}
                      </>
                    )}
                  </td>
                  <td>
                    <Chip tone={one.state === 'proposed' ? 'warn' : 'plain'}>{disposalStates[one.state][language]}</Chip>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
    </section>
  );
}
