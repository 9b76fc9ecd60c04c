/** Programs and pages that run: nobody opens them from a case by mistake. Endings say what a machine does with a file; types are what a sender claims. */
const RUNS =
  /\.(?:exe|com|scr|pif|bat|cmd|ps1|psm1|vbs|vbe|jse?|wsf|wsh|hta|msi|msp|dll|cpl|lnk|reg|jar|apk|app|dmg|iso|img|sh|html?|xhtml|svg|mht(?:ml)?)$/i;
const RUNS_BY_TYPE =
  /^(?:application\/(?:x-msdownload|x-msdos-program|x-executable|x-sh|java-archive|javascript|x-javascript|hta|xhtml\+xml)|text\/(?:javascript|html)|image\/svg\+xml)$/i;
export const isRunnable = (name: string, type: string): boolean => RUNS.test(name) || RUNS_BY_TYPE.test(type);

const MAX_NAME = 150;
/** A name that is only a name: no folders, nothing invisible, nothing that turns the reading around, never empty and never too long; its ending stays. */
export function fileName(sent: string, type: string): string {
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{C}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  if (clean === '') return `file${ENDINGS[type.toLowerCase()] ?? ''}`;
  if (clean.length <= MAX_NAME) return clean;
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(clean)?.[0] ?? '';
  return `${clean.slice(0, MAX_NAME - ending.length).replace(/[\ud800-\udbff]$/, '')}${ending}`;
}
const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'application/pdf': '.pdf',
  'text/plain': '.txt',
  'text/csv': '.csv',
  'text/calendar': '.ics',
  'message/rfc822': '.eml',
};
