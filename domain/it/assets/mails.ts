import type { Letter } from '../../kernel/letter.ts';

export const lowStockMail: Letter = {
  subject: { en: '{item} is running low', ar: 'اقترب نفاد {item}' },
  paragraphs: [
    { en: '{stock} of {item} are left at {firm}; you asked to be told at {lowAt}.', ar: 'بقي {stock} من «{item}» في {firm}، وحدّ التنبيه {lowAt}.' },
  ],
  action: { en: 'Open the consumables', ar: 'فتح المستهلكات' },
  closing: [{ en: 'You will be told again once it was restocked and runs low anew.', ar: 'يصلك تنبيه آخر إذا أُعيد التخزين ثم انخفض مجددًا.' }],
};

export const handOverMail: Letter = {
  subject: { en: 'To accept: {things}', ar: 'بانتظار قبولك: {things}' },
  paragraphs: [{ en: '{issuer} hands over to you at {firm}: {things}.', ar: 'سلّمك {issuer} في {firm}: {things}.' }],
  action: { en: 'Look at it and accept', ar: 'المراجعة والقبول' },
  closing: [{ en: 'It is in your custody once you accept it.', ar: 'تصبح في عهدتك بعد قبولك.' }],
};
