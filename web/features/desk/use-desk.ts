import { may } from '../../../domain/firms/permissions.ts';
import { caseStates } from '../../../domain/work/kinds/states.ts';
import { useFirmApi } from '../../api/queries.ts';
import type { RowOf } from '../../api/route-types.ts';
import { useLanguage } from '../../i18n/language.tsx';

export type CaseRow = RowOf<'listCases'>;
export type CaseState = CaseRow['state'];
export type KindCode = CaseRow['kind'];
export type KindAsked = RowOf<'listCaseKinds'>;
export type FieldAsked = KindAsked['fields'][number];

const SELDOM_MS = 5 * 60_000;
const OFTEN_MS = 30_000;

/** The kinds of case as the firm has them. */
export function useKinds() {
  const { language } = useLanguage();
  const read = useFirmApi('listCaseKinds', {}, { staleTime: SELDOM_MS });
  const kinds = read.data?.body.data ?? [];
  const kindOf = (code: string): KindAsked | undefined => kinds.find((kind) => kind.code === code);
  return {
    read,
    kinds,
    kindOf,
    nameOf: (code: string): string => kindOf(code)?.name[language] ?? code,
    /** What a state is called in cases of a kind. */
    stateOf: (code: string, state: CaseState): string => (kindOf(code)?.stateNames[state] ?? caseStates[state])[language],
  };
}

export function useQueues() {
  const { language } = useLanguage();
  const read = useFirmApi('listQueues', {}, { staleTime: SELDOM_MS });
  const queues = read.data?.body.data ?? [];
  return { queues, nameOf: (code: string): string => queues.find((queue) => queue.code === code)?.name[language] ?? code };
}

export const useQueueCounts = () => useFirmApi('countQueues', {}, { refetchInterval: OFTEN_MS });
export const useDeskHours = () => useFirmApi('readWorkSettings', {}, { staleTime: SELDOM_MS });

/** Those who work on cases: a case can be given to them. */
export const useWorkers = () => useColleagues().filter(({ role }) => may(role, 'case.work'));

export function useColleagues() {
  const read = useFirmApi('listMembers', { query: { limit: 200 } }, { staleTime: SELDOM_MS });
  return (read.data?.body.data ?? []).map(({ user, name, role }) => ({ id: user, name, role }));
}
