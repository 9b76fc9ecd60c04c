import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { priorities } from '../../../domain/work/kinds/priority.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { useMessages } from '../../i18n/messages.ts';
import { useFirm } from '../../shell/firm-context.tsx';
import { Link, splitHref } from '../../ui/link.tsx';
import { Scrolls } from '../../ui/scrolls.tsx';
import { deskMessages } from './desk-messages.ts';
import { isTyping } from './desk-page.tsx';
import { DueWords, useCalendar } from './due-words.tsx';
import { StateChip } from './state-chip.tsx';
import { type CaseRow, useKinds } from './use-desk.ts';

interface CaseListProps {
  readonly rows: readonly CaseRow[];
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
  readonly onToggleAll: () => void;
  readonly onAssign: (row: CaseRow) => void;
  /** Whether the reader works on cases: who only reads selects nothing. */
  readonly works: boolean;
}

/** Cases as a table. The row that is worked on is the one whose link has the focus: J and K move it, Enter follows it. */
export function CaseList({ rows, chosen, onToggle, onToggleAll, onAssign, works }: CaseListProps) {
  const t = useMessages(deskMessages);
  const { language } = useLanguage();
  const { paths } = useFirm();
  const navigate = useNavigate();
  const calendar = useCalendar();
  const { nameOf } = useKinds();
  const keyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (isTyping(event)) return;
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-case]')];
    const here = event.target instanceof HTMLElement ? event.target.closest('tr')?.querySelector<HTMLElement>('[data-case]') : null;
    const index = here ? links.indexOf(here) : -1;
    const row = rows[index];
    const step = stepOf(event);
    if (step !== 0) {
      event.preventDefault();
      const next = links[Math.max(0, Math.min(links.length - 1, index + step))];
      next?.focus();
      next?.scrollIntoView({ block: 'nearest' });
    } else if (row && works && event.code === 'KeyA') {
      event.preventDefault();
      onAssign(row);
    } else if (row && event.code === 'KeyR') {
      event.preventDefault();
      void navigate(splitHref(paths.replyToCase(row.id)));
    } else if (row && works && event.code === 'KeyX') {
      event.preventDefault();
      onToggle(row.id);
    }
  };
  return (
    <Scrolls label={t('title')}>
      <table className="table case-list" aria-label={t('title')} onKeyDown={keyDown}>
        <thead>
          <tr>
            {works && (
              <th scope="col">
                <input type="checkbox" aria-label={t('selectAll')} checked={rows.every(({ id }) => chosen.has(id))} onChange={onToggleAll} />
              </th>
            )}
            <th scope="col">{t('about')}</th>
            <th scope="col">{t('due')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('priority')}</th>
            <th scope="col">{t('assignee')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.id} className={chosen.has(row.id) ? 'chosen' : undefined}>
              {works && (
                <td className="pick">
                  <input
                    type="checkbox"
                    aria-label={t('select', { number: String(row.number) })}
                    checked={chosen.has(row.id)}
                    onChange={() => onToggle(row.id)}
                  />
                </td>
              )}
              <th scope="row" className="about">
                <Link href={paths.case(row.id)} data-case={i} className="case-title">
                  <bdi>{row.title}</bdi>
                </Link>
                <span className="muted case-facts">
                  <span className="figure-inline">#{row.number}</span> · {nameOf(row.kind)} · <bdi>{row.requester.name}</bdi>
                  {row.tags.map((tag) => (
                    <span key={tag} className="tag">
                      <bdi>{tag}</bdi>
                    </span>
                  ))}
                </span>
              </th>
              <td className="due-cell">
                <DueWords dueAt={row.dueAt} state={row.state} calendar={calendar} />
              </td>
              <td>
                <StateChip kind={row.kind} state={row.state} />
              </td>
              <td className={row.priority === 'urgent' ? 'strong' : undefined}>{priorities[row.priority][language]}</td>
              <td>{row.assignee ? <bdi>{row.assignee.name}</bdi> : <span className="muted">{t('nobody')}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  );
}

function stepOf({ code, key }: KeyboardEvent): -1 | 0 | 1 {
  if (code === 'KeyJ' || key === 'ArrowDown') return 1;
  return code === 'KeyK' || key === 'ArrowUp' ? -1 : 0;
}
