import { permissions } from '../../../domain/firms/permissions.ts';
import { type Language, say, type Text } from '../../../domain/kernel/language.ts';
import { type RefusalCode, refusalRow, refusals } from '../../../domain/refusals.ts';
import { contextNames, contextTitles } from '../../context-titles.ts';
import type { ContextName } from '../../route-tables.ts';
import { escaped } from './html.ts';
import type { Route, Routes } from './route.ts';
import { pathOf } from './route-index.ts';
import { refusalsOf } from './route-refusals.ts';

/** The page needs no script and takes none. */
export const DOCS_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

const texts = {
  title: { en: 'Diwan: the API', ar: 'ديوان: واجهة البرمجة' },
  other: { en: 'العربية', ar: 'English' },
  about: {
    en: 'JSON over HTTPS. Sign in with POST /v1/sessions and send the token as Authorization: Bearer. Errors are problem details (RFC 9457) in the language of Accept-Language.',
    ar: 'تبادل JSON عبر HTTPS. سجّل الدخول عبر POST /v1/sessions وأرسل الرمز في Authorization: Bearer. الأخطاء وفق RFC 9457 وبلغة Accept-Language.',
  },
  document: { en: 'The same as an OpenAPI document', ar: 'الواجهة نفسها بصيغة OpenAPI' },
  contexts: { en: 'Contents', ar: 'المحتويات' },
  who: { en: 'Who may', ar: 'من يحق له' },
  everybody: { en: 'Anybody', ar: 'الجميع' },
  signedIn: { en: 'Anybody signed in', ar: 'كل من سجّل الدخول' },
  parameters: { en: 'Parameters', ar: 'المعطيات' },
  body: { en: 'Body', ar: 'المحتوى' },
  answers: { en: 'Answers', ar: 'الردود' },
  refuses: { en: 'May refuse', ar: 'قد يرفض' },
  errors: { en: 'Error codes', ar: 'رموز الأخطاء' },
} as const satisfies Record<string, Text>;

/** What the page shows of one operation, taken from the OpenAPI document. */
type Documented = { readonly parameters?: unknown; readonly requestBody?: unknown; readonly responses?: unknown };
type Document = { readonly paths?: unknown };

/** The reference that a person reads: every operation with its schemas and refusals, then every error code. One page, nothing fetched. */
export function docsPage(document: Document, tables: Readonly<Record<ContextName, Routes>>, language: Language): string {
  const text = (name: keyof typeof texts): string => escaped(texts[name][language]);
  const other = language === 'en' ? 'ar' : 'en';
  const titleOf = (context: ContextName): string => escaped(contextTitles[context][language]);
  const sections = contextNames.map((context) => {
    const operations = Object.entries(tables[context]).map(([name, route]) => operationSection(name, route, documented(document, route), language));
    return `<section><h2 id="${context}">${titleOf(context)}</h2>${operations.join('')}</section>`;
  });
  const codes = (Object.keys(refusals) as readonly RefusalCode[]).map((code) => codeRow(code, language));
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text('title')}</title><style>${style}</style></head>
<body><main>
<p class="other"><a href="/docs?lang=${other}" hreflang="${other}" lang="${other}">${text('other')}</a></p>
<h1>${text('title')}</h1><p>${text('about')}</p><p><a href="/v1/openapi.json">${text('document')}</a></p>
<nav aria-label="${text('contexts')}"><ul>${contextNames.map((context) => `<li><a href="#${context}">${titleOf(context)}</a></li>`).join('')}<li><a href="#errors">${text('errors')}</a></li></ul></nav>
${sections.join('\n')}
<section><h2 id="errors">${text('errors')}</h2><dl>${codes.join('')}</dl></section>
</main></body></html>`;
}

function operationSection(name: string, route: Route, operation: Documented, language: Language): string {
  const text = (key: keyof typeof texts): string => escaped(texts[key][language]);
  const { permission } = route;
  const who =
    permission === 'public'
      ? text('everybody')
      : permission === 'signed-in'
        ? text('signedIn')
        : `<code>${permission}</code> (${permissions[permission].join(', ')})`;
  const part = (key: keyof typeof texts, value: unknown): string =>
    value === undefined ? '' : `<h4>${text(key)}</h4><pre dir="ltr">${escaped(JSON.stringify(value, null, 2))}</pre>`;
  const refused = refusalsOf(route).map((code) => `<a href="#${code}"><code>${code}</code></a>`);
  return `<details id="${name}"><summary><code class="method" dir="ltr">${route.method}</code> <code dir="ltr">${escaped(pathOf(route))}</code> <span>${escaped(route.summary[language])}</span></summary>
<p>${text('who')}: ${who}</p>${part('parameters', operation.parameters)}${part('body', operation.requestBody)}${part('answers', successes(operation.responses))}
<h4>${text('refuses')}</h4><p>${refused.join(', ')}</p></details>`;
}

function codeRow(code: RefusalCode, language: Language): string {
  const { status, say: title, fix } = refusalRow(code);
  return `<dt id="${code}"><code>${code}</code> ${status}</dt><dd>${escaped(say(title, language))} ${escaped(say(fix, language))}</dd>`;
}

function documented(document: Document, route: Route): Documented {
  const found = member(member(document.paths, pathOf(route)), route.method.toLowerCase());
  return { parameters: member(found, 'parameters'), requestBody: member(found, 'requestBody'), responses: member(found, 'responses') };
}

const successes = (responses: unknown): unknown => Object.fromEntries(Object.entries(responses ?? {}).filter(([status]) => status < '400'));
const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;

const style = `
:root{color-scheme:light dark}body{font:16px/1.6 system-ui,sans-serif;margin:0}main{max-width:60rem;margin:auto;padding:1.5rem 1rem 4rem}
.other{text-align:end}nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;padding:0}
details{border:1px solid #8885;border-radius:6px;margin-block:.5rem;padding:.5rem .75rem}summary{cursor:pointer}
.method{font-weight:700}summary span{opacity:.8}code,pre{font-family:ui-monospace,monospace;font-size:.9em}
pre{overflow:auto;max-height:28rem;background:#8881;padding:.75rem;border-radius:6px}h4{margin:.75rem 0 .25rem}
dt{margin-top:.75rem;font-weight:600}dd{margin:0}:target{outline:2px solid Highlight;outline-offset:4px}`;
