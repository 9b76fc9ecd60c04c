import type { Text } from '../../kernel/language.ts';
import type { Letter } from '../../kernel/letter.ts';
import type { ClockName } from '../clocks/policy.ts';

/** What the clocks of a case are called. */
export const clockTitles = {
  firstResponse: { en: 'First response', ar: 'الرد الأول' },
  nextUpdate: { en: 'Next update', ar: 'التحديث التالي' },
  resolution: { en: 'Resolution', ar: 'الحل' },
} as const satisfies Record<ClockName, Text>;

/** The mails of the clocks. Times are on the firm’s own clock. */
export const clockMails = {
  warned: {
    subject: { en: '#{number} is due soon: {title}', ar: 'اقترب موعد #{number}: {title}' },
    paragraphs: [
      { en: '{clock} of case #{number} at {firm} is due at {dueAt}.', ar: 'موعد «{clock}» للمعاملة #{number} في {firm} هو {dueAt}.' },
      { en: 'Assigned to: {assignee}.', ar: 'المسؤول: {assignee}.' },
    ],
    action: { en: 'Open the case', ar: 'فتح المعاملة' },
    closing: [{ en: 'You get this because you have the case or watch it.', ar: 'وصلتك هذه الرسالة لأنك مسؤول عن المعاملة أو تتابعها.' }],
  },
  breached: {
    subject: { en: '#{number} is overdue: {title}', ar: 'تأخرت #{number}: {title}' },
    paragraphs: [
      {
        en: '{clock} of case #{number} at {firm} was due at {dueAt} and is late.',
        ar: 'حلّ موعد «{clock}» للمعاملة #{number} في {firm} عند {dueAt} ولم يُنجز.',
      },
      { en: 'Assigned to: {assignee}.', ar: 'المسؤول: {assignee}.' },
    ],
    action: { en: 'Open the case', ar: 'فتح المعاملة' },
    closing: [{ en: 'You get this because you have the case or watch it.', ar: 'وصلتك هذه الرسالة لأنك مسؤول عن المعاملة أو تتابعها.' }],
  },
} as const satisfies Record<'warned' | 'breached', Letter>;
export const nobody: Text = { en: 'nobody', ar: 'لا أحد' };
