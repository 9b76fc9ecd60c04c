import { useNavigate, useParams } from '@tanstack/react-router';
import { useFirmApi } from '../../api/queries.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { OnlyFor } from '../../shell/only-for.tsx';
import { useSearchState } from '../../shell/search-state.ts';
import { splitHref } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { useToast } from '../../ui/toast.tsx';
import './calendar.css';
import { calendarMessages } from './calendar-messages.ts';
import { DeadlineForm } from './deadline-form.tsx';

const SEARCH = { opens: '', asset: '' };

export default function EditDeadlinePage() {
  const t = useMessages(calendarMessages);
  const { deadlineId } = useParams({ strict: false }) as { deadlineId?: string };
  const navigate = useNavigate();
  const say = useToast();
  const { paths } = useFirm();
  const read = useFirmApi('getDeadline', { params: { deadlineId: deadlineId ?? '' } }, { enabled: deadlineId !== undefined });
  const deadline = read.data?.body;
  const [search] = useSearchState(SEARCH);
  const isPlan = search.opens === 'maintenance';
  const list = isPlan ? { href: paths.maintenance(), label: t('plans') } : { href: paths.deadlines(), label: t('deadlines') };
  const leave = (id: string | undefined) => void navigate(splitHref(id === undefined ? list.href : paths.deadline(id)));
  return (
    <Page title={deadline ? t('editDeadline', { title: deadline.title }) : t(isPlan ? 'newPlan' : 'newDeadline')} up={list}>
      <Problem problem={read.error ?? undefined} retry={() => void read.refetch()} />
      {deadlineId !== undefined && !deadline ? (
        <Skeleton lines={6} height={52} />
      ) : (
        <OnlyFor permission="deadline.manage">
          <div className="card">
            <DeadlineForm
              deadline={deadline}
              opens={search.opens}
              asset={search.asset}
              onSaved={(saved) => {
                say(t(deadline ? 'changedNow' : 'setNow', { title: saved.title }));
                leave(saved.id);
              }}
              onCancel={() => leave(deadlineId)}
            />
          </div>
        </OnlyFor>
      )}
    </Page>
  );
}
