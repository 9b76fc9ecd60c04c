import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFirmApi } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Link, splitHref } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { serviceMessages } from './service-messages.ts';

type Repeated = RowOf<'listRepeatedIncidents'>;

/** What fails again and again, and the problem record that is opened for it in one press. */
export function RepeatedIncidents() {
  const t = useMessages(serviceMessages);
  const { paths, may } = useFirm();
  const navigate = useNavigate();
  const say = useToast();
  const read = useFirmApi('listRepeatedIncidents', { query: {} }, { enabled: may('case.read') });
  const open = useFirmSubmit('openCase');
  const link = useFirmSubmit('linkCases');
  const [busy, setBusy] = useState<string>();
  const reason = useReason('case.work');
  const found = read.data?.body.data ?? [];
  const openProblem = async ({ of, name, incidents }: Repeated) => {
    setBusy(name);
    const body = { kind: 'problem' as const, title: t('problemTitle', { name }), fields: { [of]: name } };
    const problem = (await open.send({ body }))?.body;
    if (problem) {
      for (const { id } of incidents) await link.send({ params: { caseId: problem.id }, body: { to: id, relation: 'causes' } });
      say(t('problemOpened'));
      void navigate(splitHref(paths.case(problem.id)));
    }
    setBusy(undefined);
  };
  if (found.length === 0) return null;
  return (
    <section className="card stack" aria-label={t('repeated')}>
      <h2>{t('repeated')}</h2>
      <p className="muted">{t('repeatedHint')}</p>
      <Problem problem={open.problem ?? link.problem} />
      <ul className="plain-list stack">
        {found.map((group) => (
          <li key={`${group.of} ${group.name}`} className="stack">
            <div className="row">
              <strong>
                <bdi>{group.name}</bdi>
              </strong>
              <span className="muted">{t('times', { count: group.count })}</span>
              <Button reason={reason} busy={busy === group.name} onClick={() => void openProblem(group)}>
                {t('openProblem')}
              </Button>
            </div>
            <span className="row">
              {group.incidents.map(({ id, number, title }) => (
                <Link key={id} href={paths.case(id)}>
                  <bdi>{`#${number} ${title}`}</bdi>
                </Link>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
