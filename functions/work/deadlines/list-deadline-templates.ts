import { deadlineTemplates, templateFor } from '../../../domain/work/deadlines/templates.ts';
import type { Verb } from '../../platform/call.ts';
import type { deadlinesRoutes } from './routes.ts';
import { wordsOf } from './wire-deadline.ts';

/** What the law of the firm’s country asks for by a date, each with its source: a beginning that somebody confirms. */
export const listDeadlineTemplates: Verb<typeof deadlinesRoutes.listDeadlineTemplates> = async ({ firm, today }) => {
  const data = deadlineTemplates
    .filter(({ country }) => country === firm.country)
    .map((template) => {
      const { code, title, category, source } = template;
      const dates = templateFor(template, today, firm.fiscalYearStart);
      return { code, title, category, source, ...dates, ruleWords: wordsOf({ ...dates, monthEnd: 'last-day' }), toBeConfirmed: true as const };
    });
  return { status: 200, body: { data, has_more: false, next_cursor: null } };
};
