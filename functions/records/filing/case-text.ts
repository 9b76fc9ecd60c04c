import { say } from '../../../domain/kernel/language.ts';
import type { Case } from '../../../domain/work/cases/case.ts';
import type { Comment } from '../../../domain/work/cases/comment-on-case.ts';
import { type DecisionRequest, outcomes, requestStates } from '../../../domain/work/decisions/request.ts';
import { kindOf } from '../../../domain/work/kinds/case-kinds.ts';
import { caseStates } from '../../../domain/work/kinds/states.ts';

const both = (text: { readonly en: string; readonly ar: string }): string => `${say(text, 'en')} · ${say(text, 'ar')}`;

/** A case as it stood when it was closed, in words that need no program: what was asked, what was said, what was decided. Both languages name its parts. */
export function caseText(one: Case, comments: readonly Comment[], requests: readonly DecisionRequest[], firm: string): string {
  const kind = kindOf(one.kind);
  const named = (code: string): string => (kind.labels[code] ? both(kind.labels[code]) : code);
  const lines = [
    `${firm}`,
    `Case · معاملة #${one.number}: ${one.title}`,
    '',
    `Kind · النوع: ${both(kind.name)}`,
    `State · الوضع: ${both(kind.stateNames?.[one.state] ?? caseStates[one.state])}`,
    `Asked by · مقدم الطلب: ${one.requester.name}`,
    `Assigned to · المسند إليه: ${one.assignee?.name ?? '-'}`,
    `Opened · فُتحت: ${one.openedAt}`,
    `Ended · انتهت: ${one.endedAt ?? '-'}`,
    ...(one.description === undefined ? [] : ['', one.description]),
    '',
    ...Object.entries(one.fields).map(([code, value]) => `${named(code)}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`),
    '',
    `Checklist · قائمة التحقق`,
    ...one.ticks.map(({ item, by, at, evidence }) => `- ${item}: ${by.name}, ${at}${evidence === undefined ? '' : ` (${evidence})`}`),
    '',
    `Comments · التعليقات`,
    ...comments.filter(({ internal }) => !internal).flatMap(({ by, at, text }) => [`- ${by.name}, ${at}`, text]),
    '',
    `Decisions · القرارات`,
    ...requests.flatMap(({ state, digest, decisions }) => [
      `- ${both(requestStates[state])} (${digest})`,
      ...decisions.map(
        ({ of, by, outcome, at, comment }) =>
          `  ${both(outcomes[outcome])}: ${by.name}${of.id === by.id ? '' : ` (${of.name})`}, ${at}${comment === undefined ? '' : `: ${comment}`}`,
      ),
    ]),
    '',
  ];
  return lines.join('\n');
}
