import { useParams } from '@tanstack/react-router';
import { useFirmApi } from '../../api/queries.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { CaseAttachments } from '../desk/case-attachments.tsx';
import { CaseConversation } from '../desk/case-conversation.tsx';
import { CaseFacts } from '../desk/case-facts.tsx';
import { CaseMoves } from '../desk/case-moves.tsx';
import { CaseRating } from '../desk/case-rating.tsx';
import { StateChip } from '../desk/state-chip.tsx';
import type { CaseState } from '../desk/use-desk.ts';
import { requestMessages } from './request-messages.ts';
import { useStanding } from './standing.ts';
import '../desk/desk.css';

/** What whoever asked may do, by where it stands: the rest is the desk's. */
const theirs: Readonly<Record<CaseState, readonly CaseState[]>> = {
  new: ['cancelled'],
  open: ['cancelled'],
  waiting: ['open', 'cancelled'],
  resolved: ['closed', 'open'],
  closed: ['open'],
  cancelled: [],
};
const OFTEN_MS = 30_000;

export default function RequestPage() {
  const t = useMessages(requestMessages);
  const { caseId = '' } = useParams({ strict: false }) as { caseId?: string };
  const { paths } = useFirm();
  const standing = useStanding();
  const read = useFirmApi('getCase', { params: { caseId } }, { refetchInterval: OFTEN_MS });
  const one = read.data?.body;
  const up = { href: paths.requests(), label: t('title') };
  if (!one) {
    return (
      <Page title={t('request')} up={up}>
        {read.error ? <Problem problem={read.error} retry={() => void read.refetch()} /> : <Skeleton lines={3} height={60} />}
      </Page>
    );
  }
  return (
    <Page
      title={one.title}
      up={up}
      aside={
        <>
          <span className="muted figure-inline">#{one.number}</span>
          <StateChip kind={one.kind} state={one.state} />
        </>
      }
    >
      <Notice tone={one.state === 'resolved' || one.state === 'waiting' ? 'warn' : 'info'}>{standing(one)}</Notice>
      <CaseMoves one={one} only={(to) => theirs[one.state].includes(to)} />
      <CaseRating one={one} />
      <CaseConversation one={one} focus={false} plain />
      <CaseAttachments caseId={one.id} isMerged={one.mergedInto !== null} plain />
      <CaseFacts one={one} />
    </Page>
  );
}
