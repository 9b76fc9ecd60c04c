import type { Letter } from '../../kernel/letter.ts';

/** What the owner of a deadline is told. Dates are the firm’s. */
export const deadlineMails = {
  coming: {
    subject: { en: 'Due {dueOn}: {title}', ar: 'يستحق في {dueOn}: {title}' },
    paragraphs: [
      { en: '“{title}” at {firm} is due on {dueOn}, in {days} days.', ar: 'موعد «{title}» في {firm} يستحق في {dueOn}، والأيام المتبقية: {days}.' },
    ],
    action: { en: 'Open the deadline', ar: 'فتح الموعد' },
    closing: [{ en: 'Once it is done, mark it: you are then told no more of it.', ar: 'سجّل إنجازه متى تم، فلا تصلك بعدها رسائل عنه.' }],
  },
  today: {
    subject: { en: 'Due today: {title}', ar: 'يستحق اليوم: {title}' },
    paragraphs: [{ en: '“{title}” at {firm} is due today, {dueOn}.', ar: 'موعد «{title}» في {firm} يستحق اليوم {dueOn}.' }],
    action: { en: 'Open the deadline', ar: 'فتح الموعد' },
    closing: [{ en: 'Once it is done, mark it: you are then told no more of it.', ar: 'سجّل إنجازه متى تم، فلا تصلك بعدها رسائل عنه.' }],
  },
  overdue: {
    subject: { en: 'Overdue: {title}', ar: 'متأخر: {title}' },
    paragraphs: [
      {
        en: '“{title}” at {firm} was due on {dueOn} and is not marked as done.',
        ar: 'استحق موعد «{title}» في {firm} بتاريخ {dueOn} ولم يُسجَّل إنجازه.',
      },
    ],
    action: { en: 'Open the deadline', ar: 'فتح الموعد' },
    closing: [{ en: 'It stays overdue until it is done or waived.', ar: 'يبقى متأخرًا حتى يُنجز أو يُعفى منه.' }],
  },
} as const satisfies Record<'coming' | 'today' | 'overdue', Letter>;
