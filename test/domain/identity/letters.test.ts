import { expect, test } from 'vitest';
import { firmMails } from '../../../domain/firms/mails.ts';
import { identityMails } from '../../../domain/identity/mails.ts';
import { languages } from '../../../domain/kernel/language.ts';
import { type Letter, writeLetter } from '../../../domain/kernel/letter.ts';

const letters: Readonly<Record<string, Letter>> = { ...identityMails, ...firmMails };
const values = { count: 2, at: '2031-01-01 08:00 UTC', inviter: 'Layla', firm: 'Nakheel', role: 'Accountant' };

test('the mails of identity and firms read as they should, in both languages', async () => {
  const all = Object.entries(letters).flatMap(([name, letter]) =>
    languages.map((language) => {
      const { subject, text } = writeLetter(letter, language, values, [{ url: 'https://diwan.test/page#token=TOKEN' }]);
      return `## ${name} (${language})\n\n**${subject}**\n\n${text}\n`;
    }),
  );
  await expect(all.join('\n')).toMatchFileSnapshot('../golden/mails.md');
});

test('no placeholder is left unfilled', () => {
  for (const letter of Object.values(letters))
    for (const language of languages) expect(writeLetter(letter, language, values).text).not.toMatch(/\{\w+\}/);
});

test('what people are called cannot begin a header, an element or another direction', () => {
  const { subject, text, html } = writeLetter(
    firmMails.invitation,
    'en',
    { inviter: 'A\r\nBcc: all@nakheel.test', firm: '<img src=x onerror="y">\u202e', role: 'x'.repeat(500) },
    [{ url: 'https://diwan.test/?a=1&b="2' }],
  );
  expect(subject).not.toMatch(/[\r\n\u202e]/);
  expect(html).not.toMatch(/<img|b="2/);
  expect(text).not.toContain('x'.repeat(101));
});
