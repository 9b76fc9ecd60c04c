import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { priorityNames } from '../../../domain/work/kinds/priority.ts';
import { caseStateNames } from '../../../domain/work/kinds/states.ts';
import { useFirmList } from '../../api/queries.ts';
import { commonMessages } from '../../i18n/common-messages.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { oneOf, useSearchState } from '../../shell/search-state.ts';
import { usePaused } from '../../shell/use-paused.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink, splitHref } from '../../ui/link.tsx';
import { Problem } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { CaseList } from './case-list.tsx';
import { DeskFilters } from './desk-filters.tsx';
import { deskMessages } from './desk-messages.ts';
import { DeskSide } from './desk-side.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import { type CaseRow, useKinds } from './use-desk.ts';
import './desk.css';

/** What the desk shows is in its address: a queue, a filter, an order. */
export const DESK = { q: '', queue: '', state: 'active', assignee: '', kind: '', priority: '', tag: '', sort: 'due' };
export type DeskView = typeof DESK;
const states = ['active', ...caseStateNames] as const;
const orders = ['due', 'newest'] as const;

/** The desk: queues at the side, cases in the order in which somebody must act. Worked by keyboard alone: J, K, Enter, A, R, X, N, ?. */
export default function DeskPage() {
  const t = useMessages(deskMessages);
  const common = useMessages(commonMessages);
  const navigate = useNavigate();
  const { paths, may } = useFirm();
  const { kinds } = useKinds();
  const [view, setView] = useSearchState(DESK);
  const [helping, setHelping] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [assigning, setAssigning] = useState<readonly CaseRow[] | undefined>(undefined);
  const q = usePaused(view.q.trim());
  const state = oneOf(states, view.state);
  const kind = oneOf(
    kinds.map(({ code }) => code),
    view.kind,
  );
  const priority = oneOf(priorityNames, view.priority);
  const sort = oneOf(orders, view.sort) ?? 'due';
  const cases = useFirmList('listCases', {
    query: {
      sort,
      ...(q && { q }),
      ...(view.queue && { queue: view.queue }),
      ...(state && { state }),
      ...(view.assignee && { assignee: view.assignee }),
      ...(kind && { kind }),
      ...(priority && { priority }),
      ...(view.tag && { tag: view.tag }),
    },
  });
  const isFiltered = Object.entries(DESK).some(([name, fallback]) => name !== 'queue' && view[name as keyof DeskView] !== fallback);
  const selected = cases.rows.filter(({ id }) => chosen.has(id));
  const works = may('case.work');
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event)) return;
      if (event.key === '?') setHelping(true);
      else if (event.code === 'KeyN' && may('case.open')) {
        event.preventDefault();
        void navigate(splitHref(paths.newCase()));
      } else if (!event.defaultPrevented && (event.code === 'KeyJ' || event.code === 'KeyK')) {
        // From elsewhere on the page the list is entered at its first case; within it the list itself goes on.
        document.querySelector<HTMLElement>('[data-case]')?.focus();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, paths, may]);
  const toggle = (id: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <Button kind="quiet" className="for-keyboard" onClick={() => setHelping(true)}>
            {t('shortcuts')} <kbd className="key">?</kbd>
          </Button>
          {may('case.open') && (
            <ButtonLink href={paths.newCase()} kind="primary" icon="plus">
              {t('newCase')}
            </ButtonLink>
          )}
        </>
      }
    >
      <div className="desk">
        <DeskSide view={view} onView={setView} />
        <div className="stack">
          <DeskFilters view={view} onView={setView} />
          <Problem problem={cases.problem} retry={cases.retry} />
          {works && <BulkBar selected={selected} onDone={() => setChosen(new Set())} assigning={assigning} onAssigning={setAssigning} />}
          {cases.pending && <Skeleton lines={10} height={40} />}
          {!cases.pending &&
            !cases.problem &&
            cases.rows.length === 0 &&
            (isFiltered ? (
              <EmptyState title={t('noMatch')} action={<Button onClick={() => setView({ ...DESK, queue: view.queue })}>{t('clear')}</Button>} />
            ) : (
              <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
            ))}
          {cases.rows.length > 0 && (
            <CaseList
              rows={cases.rows}
              chosen={chosen}
              onToggle={toggle}
              onToggleAll={() => setChosen(selected.length === cases.rows.length ? new Set() : new Set(cases.rows.map(({ id }) => id)))}
              onAssign={(row) => setAssigning(selected.length > 0 ? selected : [row])}
              works={works}
            />
          )}
          {cases.hasMore && (
            <div>
              <Button busy={cases.loadingMore} onClick={cases.loadMore}>
                {common('more')}
              </Button>
            </div>
          )}
        </div>
      </div>
      {helping && <KeyboardHelp onClose={() => setHelping(false)} />}
    </Page>
  );
}

/** Letters are shortcuts only where nobody writes. */
export function isTyping(event: KeyboardEvent | React.KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return true;
  const { target } = event;
  return target instanceof HTMLElement && target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog]') !== null;
}
