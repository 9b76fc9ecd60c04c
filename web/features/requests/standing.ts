import { useMessages } from '../../i18n/messages.ts';
import type { CaseRow } from '../desk/use-desk.ts';
import { requestMessages } from './request-messages.ts';

/** Where a request stands, in plain words. */
export function useStanding(): (one: Pick<CaseRow, 'state' | 'assignee'>) => string {
  const t = useMessages(requestMessages);
  return ({ state, assignee }) => {
    if (state === 'new') return assignee ? t('newTaken', { name: assignee.name }) : t('new');
    if (state === 'open') return assignee ? t('openBy', { name: assignee.name }) : t('open');
    return t(state);
  };
}
