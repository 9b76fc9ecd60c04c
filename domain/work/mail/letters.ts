import type { Letter } from '../../kernel/letter.ts';

const answer = { en: 'Answer this mail to add to the case.', ar: 'للإضافة إلى المعاملة يكفي الرد على هذه الرسالة.' };
const open = { en: 'Open the case', ar: 'فتح المعاملة' };
const off = { en: 'You can turn these mails off in your account’s settings of the desk.', ar: 'يمكنك إيقاف هذه الرسائل من إعداداتك في المكتب.' };

/** The mails about a case. Those to whoever is no member have no link: they have no page to open. */
export const caseLetters = {
  received: {
    subject: { en: '#{number} is with us: {title}', ar: 'وصلنا طلبك #{number}: {title}' },
    paragraphs: [
      {
        en: '{firm} has your mail. It is case #{number}, and somebody will answer you.',
        ar: 'وصلت رسالتك إلى {firm} وسُجلت معاملةً برقم #{number}، وسنرد عليك.',
      },
    ],
    closing: [answer],
  },
  replied: {
    subject: { en: '#{number}: {title}', ar: '#{number}: {title}' },
    paragraphs: [{ en: '{by} wrote about case #{number} at {firm}:', ar: 'كتب {by} بشأن المعاملة #{number} لدى {firm}:' }],
    closing: [answer],
  },
  assigned: {
    subject: { en: '#{number} is yours: {title}', ar: 'أُسندت إليك #{number}: {title}' },
    paragraphs: [{ en: '{by} gave you case #{number} at {firm}.', ar: 'أسند إليك {by} المعاملة #{number} في {firm}.' }],
    action: open,
    closing: [off],
  },
  mentioned: {
    subject: { en: '{by} mentioned you in #{number}: {title}', ar: 'أشار إليك {by} في #{number}: {title}' },
    paragraphs: [{ en: '{by} wrote about case #{number} at {firm}:', ar: 'كتب {by} بشأن المعاملة #{number} في {firm}:' }],
    action: open,
    closing: [answer, off],
  },
  resolved: {
    subject: { en: '#{number} is done: {title}', ar: 'أُنجزت #{number}: {title}' },
    paragraphs: [{ en: '{firm} has finished case #{number}.', ar: 'أنهت {firm} المعاملة #{number}.' }],
    closing: [
      {
        en: 'If it is not done, answer this mail within {days} days and it is taken up again.',
        ar: 'إن لم يكتمل طلبك فالرد على هذه الرسالة خلال {days} يومًا يعيد فتح المعاملة.',
      },
      {
        en: 'How did it go? Answer with one figure alone, from 1 (unhappy) to 5 (very good).',
        ar: 'كيف كانت الخدمة؟ يكفي الرد برقم واحد من 1 (غير راضٍ) إلى 5 (ممتازة).',
      },
    ],
  },
} as const satisfies Record<string, Letter>;
export type CaseLetter = keyof typeof caseLetters;
