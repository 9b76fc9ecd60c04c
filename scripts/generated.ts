import { journalRefusals } from '../domain/accounting/journals/refusals.ts';
import type { RefusalRow } from '../domain/kernel/refusal-table.ts';
import { refusals } from '../domain/refusals.ts';
import { contextNames } from '../functions/context-titles.ts';
import { API_VERSION } from '../functions/integrations/reference.ts';
import { keyTables } from '../functions/key-tables.ts';
import type { Rooms } from '../functions/platform/http/room.ts';
import { headOf, pathOf } from '../functions/platform/http/route-index.ts';
import { openApi } from '../functions/platform/openapi.ts';
import { indexes } from '../functions/platform/table/port.ts';
import { routeTables } from '../functions/route-tables.ts';

/** Every generated file and what it must say now. */
export async function generated(): Promise<Readonly<Record<string, string>>> {
  return {
    ...Object.fromEntries(await Promise.all(contextNames.map(async (context) => [`functions/${context}/routes.generated.ts`, await index(context)]))),
    'web/api/paths.generated.ts': paths(),
    'docs/openapi.json': `${JSON.stringify(openApi(routeTables, API_VERSION), null, 2)}\n`,
    'docs/errors.md': errors(),
    'docs/table.md': table(),
  };
}

/** The index with which the function of a context starts: what its rooms answer, without the schemas. */
async function index(context: string): Promise<string> {
  const { rooms }: { readonly rooms: Rooms } = await import(`../functions/${context}/api.ts`);
  const parts = Object.entries(rooms).map(async ([name, room]) => {
    const rows = Object.entries(await room.routes()).map(([route, about]) => `    ${route}: ${literal(headOf(about))},\n`);
    return `  ${name}: {\n${rows.join('')}  },\n`;
  });
  return `// Generated from the rooms of api.ts by \`npm run generate\`.
import type { RouteIndex } from '../platform/http/route-index.ts';

export const ${context}Index = {
${(await Promise.all(parts)).join('')}} as const satisfies RouteIndex;
`;
}

const literal = (row: object): string =>
  `{ ${Object.entries(row)
    .map(([name, value]) => `${name}: ${typeof value === 'number' ? value : `'${value}'`}`)
    .join(', ')} }`;

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
