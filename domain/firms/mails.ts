import type { Letter } from '../kernel/letter.ts';

export const firmMails = {
  invitation: {
    subject: { en: '{inviter} invites you to {firm}', ar: 'دعوة من {inviter} إلى {firm}' },
    paragraphs: [
      { en: '{inviter} has asked you to join {firm} on Diwan as {role}.', ar: 'تمت دعوتك من {inviter} للانضمام إلى {firm} على ديوان بصفة {role}.' },
      { en: 'The link works once, for seven days.', ar: 'الرابط صالح مرة واحدة ولمدة سبعة أيام.' },
    ],
    action: { en: 'Answer the invitation', ar: 'الرد على الدعوة' },
    closing: [{ en: 'If you do not know them, there is nothing to do.', ar: 'إن كنت لا تعرفه فلا حاجة إلى أي إجراء.' }],
  },
} as const satisfies Record<string, Letter>;
