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
  write: { en: 'Write to a desk', ar: 'مراسلة مكتب منشأة' },
  writeAbout: {
    en: 'What a customer or colleague would send: it arrives at once, as on AWS through its mail server. The address is in the settings of the desk, or answer a mail below.',
    ar: 'ما قد يرسله عميل أو زميل: يصل فورًا كما يصل عبر خادم البريد. تجد العنوان في إعدادات المكتب، أو أجب عن رسالة أدناه.',
  },
  from: { en: 'From', ar: 'من' },
  receiver: { en: 'To', ar: 'إلى' },
  subject: { en: 'Subject', ar: 'الموضوع' },
  body: { en: 'Text', ar: 'النص' },
  send: { en: 'Send', ar: 'إرسال' },
  file: { en: 'or a mail as a file (.eml)', ar: 'أو رسالة كملف (‎.eml)' },
  reply: { en: 'Answer', ar: 'رد' },
} as const satisfies Record<string, Text>;

export function mailboxPage(mails: readonly MailInBox[], language: Language): string {
  const text = (name: keyof typeof texts, values?: Record<string, string>): string => escaped(say(texts[name], language, values));
  const items = mails.map(
    (mail) => `<article lang="${mail.language}" dir="${mail.language === 'ar' ? 'rtl' : 'ltr'}">
<h2>${escaped(mail.subject)}</h2>
<p class="about"><bdi>${text('to', { to: mail.to })}</bdi> · <time dir="ltr">${escaped(mail.at)}</time> · <a href="/local/mail/${mail.file}">${text('open')}</a>${mail.replyTo === undefined ? '' : ` · <button type="button" data-from="${escaped(mail.to)}" data-to="${escaped(mail.replyTo)}" data-subject="${escaped(mail.subject)}" data-id="${escaped(mail.messageId)}">${text('reply')}</button>`}</p>
<pre>${linked(mail.text)}</pre>
</article>`,
  );
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text('title')}</title><style>${style}</style></head>
<body><main><h1>${text('title')}</h1><p>${text('about')}</p>
<details id="write"><summary>${text('write')}</summary><p class="about">${text('writeAbout')}</p>
<form id="compose"><input type="hidden" name="answers">
<label>${text('from')} <input name="from" type="email" dir="ltr" required></label>
<label>${text('receiver')} <input name="to" dir="ltr" required></label>
<label>${text('subject')} <input name="subject" dir="auto"></label>
<label>${text('body')} <textarea name="body" rows="5" dir="auto"></textarea></label>
<button>${text('send')}</button>
<label class="about">${text('file')} <input id="eml" type="file" accept=".eml,message/rfc822"></label></form>
<output id="outcome" aria-live="polite"></output></details>
${items.join('\n') || `<p>${text('none')}</p>`}</main><script src="/local/mail.js"></script></body>
</html>`;
}

/** Links can be followed: confirming an address is one click here too. */
const linked = (text: string): string => escaped(text).replaceAll(/https?:\/\/[^\s<]+/g, (url) => `<a href="${url}">${url}</a>`);

const style = `
body{font:16px/1.6 system-ui,sans-serif;margin:0;background:#f6f5f2;color:#1d1d1b}
main{max-width:46rem;margin:auto;padding:2rem 1rem}
article{background:#fff;border:1px solid #dedad2;border-radius:8px;padding:1rem 1.25rem;margin-block:1rem}
h2{font-size:1.1rem;margin:0}.about{color:#5c5a55;margin-block:.25rem .75rem}
label{display:block;margin-block:.5rem}input:not([type=file]),textarea{font:inherit;display:block;inline-size:100%;box-sizing:border-box;padding:.4rem}button{font:inherit}
pre{font:inherit;white-space:pre-wrap;overflow-wrap:anywhere;margin:0}`;

/** Writes a mail as RFC 5322 has it and hands it in; in its own file, so that the page needs no script in it. */
export const mailboxScript = `
const form = document.getElementById('compose');
const outcome = document.getElementById('outcome');
const base64 = (text) => btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')).replace(/.{76}/g, '$&\\r\\n');
const word = (text) => '=?UTF-8?B?' + btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('')) + '?=';
async function hand(content) {
  const answer = await fetch('/local/mail', { method: 'POST', headers: { 'content-type': 'message/rfc822', 'accept-language': document.documentElement.lang }, body: content });
  const body = await answer.json();
  outcome.textContent = answer.ok ? body.received.map(({ outcome: what, number }) => what + (number ? ' #' + number : '')).join(', ') : body.title + ' ' + body.detail;
}
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const { from, to, subject, body, answers } = Object.fromEntries(new FormData(form));
  const lines = ['From: ' + from, 'To: ' + to, 'Subject: ' + word(subject), 'Message-ID: <' + crypto.randomUUID() + '@written.localhost>', 'Date: ' + new Date().toUTCString(),
    ...(answers ? ['In-Reply-To: <' + answers + '>', 'References: <' + answers + '>'] : []),
    'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', '', base64(body)];
  hand(lines.join('\\r\\n'));
});
document.getElementById('eml').addEventListener('change', async ({ target }) => {
  for (const file of target.files) await hand(await file.arrayBuffer());
  target.value = '';
});
document.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLButtonElement) || !target.dataset.to) return;
  document.getElementById('write').open = true;
  const { from, to, subject, id } = target.dataset;
  for (const [name, value] of Object.entries({ from, to, subject: 'Re: ' + subject, answers: id + '@' + 'diwan.localhost' })) form.elements[name].value = value;
  form.elements.body.focus();
});
`;
