import { type Language, say, type Text } from '../../../domain/kernel/language.ts';
import { escaped } from '../../../functions/platform/http/html.ts';
import type { MailInBox } from './mailbox.ts';

const texts = {
  title: { en: 'Mails of this machine', ar: 'بريد هذا الجهاز' },
  about: {
    en: 'Diwan sends no mail from here. What it would send is kept in this list.',
    ar: 'لا يرسل ديوان أي بريد من هنا، وما كان سيرسله محفوظ في هذه القائمة.',
  },
  none: { en: 'No mail yet.', ar: 'لا توجد رسائل بعد.' },
  to: { en: 'To {to}', ar: 'إلى {to}' },
  open: { en: 'Open as a file', ar: 'افتحها ملفًا' },
} as const satisfies Record<string, Text>;

export function mailboxPage(mails: readonly MailInBox[], language: Language): string {
  const text = (name: keyof typeof texts, values?: Record<string, string>): string => escaped(say(texts[name], language, values));
  const items = mails.map(
    (mail) => `<article lang="${mail.language}" dir="${mail.language === 'ar' ? 'rtl' : 'ltr'}">
<h2>${escaped(mail.subject)}</h2>
<p class="about"><bdi>${text('to', { to: mail.to })}</bdi> · <time dir="ltr">${escaped(mail.at)}</time> · <a href="/local/mail/${mail.file}">${text('open')}</a></p>
<pre>${linked(mail.text)}</pre>
</article>`,
  );
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text('title')}</title><style>${style}</style></head>
<body><main><h1>${text('title')}</h1><p>${text('about')}</p>${items.join('\n') || `<p>${text('none')}</p>`}</main></body>
</html>`;
}

/** Links can be followed: confirming an address is one click here too. */
const linked = (text: string): string => escaped(text).replaceAll(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);

const style = `
body{font:16px/1.6 system-ui,sans-serif;margin:0;background:#f6f5f2;color:#1d1d1b}
main{max-width:46rem;margin:auto;padding:2rem 1rem}
article{background:#fff;border:1px solid #dedad2;border-radius:8px;padding:1rem 1.25rem;margin-block:1rem}
h2{font-size:1.1rem;margin:0}.about{color:#5c5a55;margin-block:.25rem .75rem}
pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;margin:0}`;
