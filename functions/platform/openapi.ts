import * as z from 'zod';
import { contextNames, contextTitles } from '../context-titles.ts';
import type { ContextName } from '../route-tables.ts';
import type { Route, Routes } from './http/route.ts';
import { pathOf } from './http/route-index.ts';
import { type Components, type Json, problemSchema, refusedAnswers } from './openapi-refusals.ts';

/** The description of the whole API, made from the route tables: it cannot say anything that the chain does not do. */
export function openApi(tables: Readonly<Partial<Record<ContextName, Routes>>>, version: string): Json {
  const components: Components = { schemas: { Problem: problemSchema }, responses: {}, examples: {} };
  const names = contextNames.filter((name) => tables[name]);
  const paths: Record<string, Json> = {};
  for (const context of names) {
    for (const [name, route] of Object.entries<Route>(tables[context] ?? {})) {
      paths[pathOf(route)] = { ...paths[pathOf(route)], [route.method.toLowerCase()]: operation(context, name, route, components) };
    }
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Diwan', version, description: about.en, 'x-description-ar': about.ar, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    tags: names.map((name) => ({ name, description: contextTitles[name].en, 'x-description-ar': contextTitles[name].ar })),
    paths,
    components: {
      ...components,
      securitySchemes: { session: { type: 'http', scheme: 'bearer', description: 'The token of a session: POST /v1/sessions.' } },
    },
  };
}

const about = {
  en: 'The back office of small firms: books, invoices, statements. Amounts are decimal strings, dates YYYY-MM-DD, instants RFC 3339 in UTC, ids prefixed ULIDs. Errors are RFC 9457 problem details with a stable code, in the language of Accept-Language (en, ar).',
  ar: 'المكتب الخلفي للمنشآت الصغيرة: الدفاتر والفواتير والقوائم. المبالغ نصوص عشرية، والتواريخ YYYY-MM-DD، والأوقات RFC 3339 بالتوقيت العالمي، والمعرّفات ULID مسبوقة بنوعها. الأخطاء وفق RFC 9457 برمز ثابت، وبلغة Accept-Language.',
};

function operation(context: string, name: string, route: Route, components: Components): Json {
  const { schemas } = components;
  return {
    operationId: name,
    summary: route.summary.en,
    'x-summary-ar': route.summary.ar,
    'x-permission': route.permission,
    tags: [context],
    security: route.permission === 'public' ? [] : [{ session: [] }],
    parameters: parametersOf(route, schemas),
    ...requestBodyOf(route, schemas),
    responses: { ...answersOf(route, schemas), ...refusedAnswers(route, components) },
  };
}

function parametersOf(route: Route, schemas: Json): Json[] {
  const named = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const schema = route.params?.shape[name];
    return { name, in: 'path', required: true, schema: schema ? jsonSchema(schema, 'input', schemas) : { type: 'string' } };
  });
  const query = route.query ? jsonSchema(route.query, 'input', schemas) : {};
  const required = Array.isArray(query.required) ? query.required : [];
  const asked = Object.entries(isJson(query.properties) ? query.properties : {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
  const header = (name: string, required: boolean, description: string): Json => ({
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string' },
  });
  return [
    ...named,
    ...asked,
    header('Accept-Language', false, 'en or ar'),
    ...(route.method === 'POST' ? [header('Idempotency-Key', false, 'The same key and body give the first answer again.')] : []),
    ...(route.versioned ? [header('If-Match', true, 'The ETag that was read.')] : []),
  ];
}

function requestBodyOf(route: Route, schemas: Json): Json {
  if (route.accepts) {
    const content = Object.fromEntries(
      route.accepts.types.map((type) => [type, { schema: { type: 'string', maxLength: route.accepts?.limitBytes } }]),
    );
    return { requestBody: { required: true, content } };
  }
  if (!route.body) return {};
  return {
    requestBody: {
      required: !route.body.safeParse(undefined).success,
      content: { 'application/json': { schema: jsonSchema(route.body, 'input', schemas) } },
    },
  };
}

function answersOf(route: Route, schemas: Json): Json {
  return Object.fromEntries(
    Object.entries(route.answers).map(([status, schema]) => {
      const json = schema && !(route.file && !schemaSays(schema)) ? { 'application/json': { schema: jsonSchema(schema, 'output', schemas) } } : {};
      const files = Object.fromEntries((route.file ?? []).map((type) => [type, { schema: { type: 'string' } }]));
      const content = { ...json, ...files };
      return [status, { description: 'Done.', ...(Object.keys(content).length > 0 && { content }) }];
    }),
  );
}

/** Whether a schema describes anything: a route that answers files alone has one that does not. */
const schemaSays = (schema: z.ZodType): boolean => Object.keys(jsonSchema(schema, 'output', {})).length > 0;

/** The JSON Schema of a zod schema, with what it names moved to the document's components. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const { $schema: _, $defs, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', cycles: 'ref' });
  if (!isJson($defs)) return rest;
  Object.assign(schemas, moved($defs));
  return moved(rest);
}

const moved = (schema: Json): Json => JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
