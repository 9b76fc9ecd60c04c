import type { Letter } from '../../kernel/letter.ts';

export const reviewMail: Letter = {
  subject: { en: 'Review who has access to {system}', ar: 'مراجعة صلاحيات {system}' },
  paragraphs: [
    {
      en: '{lines} people have access to {system} at {firm}. Please keep or revoke each by {dueOn}.',
      ar: 'عدد أصحاب الصلاحية على {system} في {firm}: {lines}. يُرجى الإبقاء أو السحب لكل منهم قبل {dueOn}.',
    },
  ],
  action: { en: 'Start the review', ar: 'بدء المراجعة' },
  closing: [{ en: 'You get this because you own the system.', ar: 'وصلتك هذه الرسالة لأنك مالك النظام.' }],
};
