import { journalRefusals } from '../domain/accounting/journals/refusals.ts';
import type { RefusalRow } from '../domain/kernel/refusal-table.ts';
import { refusals } from '../domain/refusals.ts';
import { API_VERSION } from '../functions/integrations/read-openapi.ts';
import { keyTables } from '../functions/key-tables.ts';
import { pathOf } from '../functions/platform/http/operation.ts';
import { openApi } from '../functions/platform/openapi.ts';
import { indexes } from '../functions/platform/table/port.ts';
import { routeTables } from '../functions/route-tables.ts';

/** Every generated file and what it must say now. */
export function generated(): Readonly<Record<string, string>> {
  return {
    'web/api/paths.generated.ts': paths(),
    'docs/openapi.json': `${JSON.stringify(openApi(routeTables, API_VERSION), null, 2)}\n`,
    'docs/errors.md': errors(),
    'docs/table.md': table(),
  };
}

function paths(): string {
  const rows = Object.values(routeTables).flatMap((routes) =>
    Object.entries(routes).map(([name, route]) => `  ${name}: ['${route.method}', '${pathOf(route)}'],`),
  );
  return `// Generated from the route tables by \`npm run generate\`.\nexport const paths = {\n${rows.join('\n')}\n} as const;\n`;
}

function errors(): string {
  const rows = Object.entries({ ...refusals, ...journalRefusals } as Readonly<Record<string, RefusalRow>>).map(
    ([code, { status, say, fix }]) => `| \`${code}\` | ${status} | ${cell(say.en)} | ${cell(fix.en)} | ${cell(say.ar)} | ${cell(fix.ar)} |`,
  );
  return `# Errors

Every answer that is not a success is a problem document (RFC 9457, \`application/problem+json\`): \`{type, title, status, detail, instance, code, errors: [{pointer, code, message}]}\`,
in the language of \`Accept-Language\`. \`code\` is stable; \`{names}\` are filled in. Generated from the tables of refusals by \`npm run generate\`.

| code | status | what happened | what to do | ما حدث | ما العمل |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

function table(): string {
  const rows = Object.entries(keyTables).flatMap(([context, { scope, rows: keys }]) =>
    Object.entries(keys).map(
      ([name, { asks, pk, sk, index }]) => `| ${context} | ${name} | ${cell(asks)} | ${index ?? 'main'} | \`${scope}${pk}\` | \`${sk}\` |`,
    ),
  );
  return `# The table

One DynamoDB table, on demand. Keys are designed from questions; each row below is defined where its context writes it, and this page is generated from there by \`npm run generate\`.
Every partition key starts with the firm (\`F#<firm>#\`) or, for the few directories that span firms, with \`D#\`. Indexes: ${Object.entries(indexes)
    .map(([name, { pk, sk, projection }]) => `\`${name}\` (${pk}, ${sk}; ${projection === 'all' ? 'everything projected' : 'keys only'})`)
    .join(', ')}.

| context | key | question | index | partition | sort |
|---|---|---|---|---|---|
${rows.join('\n')}
`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
