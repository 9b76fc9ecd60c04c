import type { Letter } from '../../kernel/letter.ts';

export const renewalMail: Letter = {
  subject: { en: '{product} ends in {days} days', ar: 'ينتهي ترخيص {product} خلال {days} يومًا' },
  paragraphs: [
    {
      en: 'The licence of {product} at {firm} ends on {endsOn}. {held} of {seats} seats are held.',
      ar: 'ينتهي ترخيص «{product}» في {firm} بتاريخ {endsOn}. المقاعد المشغولة: {held} من {seats}.',
    },
  ],
  action: { en: 'Open the licence', ar: 'فتح الترخيص' },
  closing: [
    { en: 'Renew it, or let it end: you are told once at each of 60, 30 and 7 days.', ar: 'جدّده أو دعه ينتهي: يصلك تنبيه واحد قبل 60 و30 و7 أيام.' },
  ],
};
