import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { isEnded } from '../../../domain/work/kinds/states.ts';
import { useFirmApi } from '../../api/queries.ts';
import type { Output } from '../../api/route-types.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm, useReason } from '../../shell/firm-context.tsx';
import { useSearchState } from '../../shell/search-state.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/link.tsx';
import { Notice, Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { CaseDecisions } from '../decisions/case-decisions.tsx';
import { LinkedRecords } from '../records/linked-records.tsx';
import { CaseActivity } from './case-activity.tsx';
import { CaseAttachments } from './case-attachments.tsx';
import { CaseChecklist } from './case-checklist.tsx';
import { CaseClocks } from './case-clocks.tsx';
import { CaseConversation } from './case-conversation.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseLinks } from './case-links.tsx';
import { caseMessages } from './case-messages.ts';
import { CaseMoves } from './case-moves.tsx';
import { CasePeople } from './case-people.tsx';
import { CaseRating } from './case-rating.tsx';
import { CaseTags } from './case-tags.tsx';
import { CaseTime } from './case-time.tsx';
import { deskMessages } from './desk-messages.ts';
import { EditCaseDialog } from './edit-case-dialog.tsx';
import { StateChip } from './state-chip.tsx';
import { useKinds } from './use-desk.ts';
import './desk.css';

export type CaseInFull = Output<'getCase'>;
const SEARCH = { reply: '' };
const OFTEN_MS = 30_000;

/** One case: what it says and what was said, where it may go next and why not elsewhere, by when, and who has to do with it. */
export default function CasePage() {
  const t = useMessages(caseMessages);
  const desk = useMessages(deskMessages);
  const common = useMessages(commonMessages);
  const { caseId = '' } = useParams({ strict: false }) as { caseId?: string };
  const { paths, may } = useFirm();
  const { nameOf } = useKinds();
  const [search] = useSearchState(SEARCH);
  const [editing, setEditing] = useState(false);
  const read = useFirmApi('getCase', { params: { caseId } }, { refetchInterval: OFTEN_MS });
  const one = read.data?.body;
  const mayEdit = useReason('case.work', one && (one.mergedInto !== null || isEnded(one.state)) ? t('ended') : undefined);
  const up = { href: paths.cases(), label: desk('title') };
  if (!one) {
    return (
      <Page title={t('case')} up={up}>
        {read.error ? <Problem problem={read.error} retry={() => void read.refetch()} /> : <Skeleton lines={5} height={60} />}
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
          <span className="muted">{nameOf(one.kind)}</span>
        </>
      }
      actions={
        <Button reason={mayEdit} onClick={() => setEditing(true)}>
          {common('edit')}
        </Button>
      }
    >
      {one.mergedInto && (
        <Notice tone="warn" action={<ButtonLink href={paths.case(one.mergedInto)}>{t('openOther')}</ButtonLink>}>
          {t('wasMerged')}
        </Notice>
      )}
      <CaseMoves one={one} />
      <div className="case">
        <div className="stack">
          <CaseFacts one={one} />
          {may('decision.read') && <CaseDecisions caseId={one.id} />}
          <CaseConversation one={one} focus={search.reply !== ''} />
          <CaseAttachments caseId={one.id} isMerged={one.mergedInto !== null} />
          <LinkedRecords of={{ kind: 'case', id: one.id }} {...(one.contact && { contact: one.contact })} />
          <CaseActivity one={one} />
        </div>
        <div className="stack">
          <CaseRating one={one} />
          <CaseClocks one={one} />
          <CasePeople one={one} />
          <CaseChecklist one={one} />
          <CaseLinks one={one} />
          <CaseTags one={one} />
          {may('case.work') && <CaseTime one={one} />}
        </div>
      </div>
      {editing && <EditCaseDialog one={one} etag={read.data?.etag} onClose={() => setEditing(false)} />}
    </Page>
  );
}
