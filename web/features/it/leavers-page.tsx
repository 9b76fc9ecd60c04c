import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useFirmList } from '../../api/queries.ts';
import { useFirmSubmit } from '../../api/submit.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useFormat } from '../../i18n/format.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form } from '../../ui/form.tsx';
import { Link, splitHref } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { accessMessages } from './access-messages.ts';
import { type ChosenHolder, HolderField, isChosen, sentHolder } from './holder-field.tsx';

export default function LeaversPage() {
  const t = useMessages(accessMessages);
  const common = useMessages(commonMessages);
  const format = useFormat();
  const { paths } = useFirm();
  const reason = useReason('access.manage');
  const [adding, setAdding] = useState(false);
  const leavers = useFirmList('listLeavers', {});
  return (
    <Page
      title={t('leavers')}
      up={{ href: paths.access(), label: t('access') }}
      actions={
        <Button kind="primary" icon="plus" reason={reason} onClick={() => setAdding(true)}>
          {t('newLeaver')}
        </Button>
      }
    >
      <Problem problem={leavers.problem} retry={leavers.retry} />
      {leavers.pending && <Skeleton lines={4} height={44} />}
      {!leavers.pending && !leavers.problem && leavers.rows.length === 0 && <EmptyState title={t('noLeavers')}>{t('noLeaversHint')}</EmptyState>}
      {leavers.rows.length > 0 && (
        <Scrolls label={t('leavers')}>
          <table className="table stacks">
            <thead>
              <tr>
                <th scope="col">{t('person')}</th>
                <th scope="col">{t('state')}</th>
                <th scope="col">{t('lastDay')}</th>
                <th scope="col">{t('settled')}</th>
              </tr>
            </thead>
            <tbody>
              {leavers.rows.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    <Link href={paths.leaver(one.id)}>
                      <bdi>{one.person.name}</bdi>
                    </Link>
                  </th>
                  <td>
                    <Chip tone={one.state === 'open' ? 'warn' : one.state === 'closed' ? 'good' : 'plain'}>{t(one.state)}</Chip>
                  </td>
                  <td>{format.date(one.lastDay)}</td>
                  <td>{t('progress', { done: one.lineCount - one.openLines, count: one.lineCount })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
      {leavers.hasMore && <Button onClick={leavers.loadMore}>{common('more')}</Button>}
      {adding && <LeaverDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

function LeaverDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(accessMessages);
  const common = useMessages(commonMessages);
  const { paths, today } = useFirm();
  const navigate = useNavigate();
  const [holder, setHolder] = useState<ChosenHolder>({});
  const [lastDay, setLastDay] = useState(today());
  const open = useFirmSubmit('openLeaver');
  const missing = !isChosen(holder) || lastDay === '' ? common('required') : undefined;
  const send = async () => {
    if (missing !== undefined) return;
    const made = await open.send({ body: { person: sentHolder(holder), lastDay } });
    if (made) await navigate(splitHref(paths.leaver(made.body.id)));
  };
  return (
    <Dialog title={t('newLeaver')} onClose={onClose}>
      <Form problem={open.problem} onSubmit={() => void send()}>
        <HolderField label={t('person')} value={holder} onChange={setHolder} pointer="/person/user" />
        <DateField label={t('lastDay')} value={lastDay} onChange={setLastDay} pointer="/lastDay" />
        <div className="footer">
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" kind="primary" reason={missing} busy={open.pending}>
            {t('openLeaver')}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
