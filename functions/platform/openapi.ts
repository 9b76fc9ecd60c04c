import * as z from 'zod';
import { type Language, languages, say } from '../../domain/kernel/language.ts';
import { type RefusalCode, refusalRow, refusals } from '../../domain/refusals.ts';
import { pathOf } from './http/operation.ts';
import type { Route, Routes } from './http/route.ts';
import { refusalsOf } from './http/route-refusals.ts';

type Json = { [name: string]: unknown };

/** The description of the whole API, made from the route tables: it cannot say anything that the chain does not do. */
export function openApi(tables: Readonly<Record<string, Routes>>, version: string): Json {
  const schemas: Json = { Problem: problemSchema };
  const paths: Record<string, Json> = {};
  for (const [context, routes] of Object.entries(tables)) {
    for (const [name, route] of Object.entries(routes)) {
      paths[pathOf(route)] = { ...paths[pathOf(route)], [route.method.toLowerCase()]: operation(context, name, route, schemas) };
    }
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Diwan', version, description: about.en, 'x-description-ar': about.ar, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    tags: Object.keys(tables).map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes: { session: { type: 'http', scheme: 'bearer', description: 'The token of a session: POST /v1/sessions.' } },
      examples: Object.fromEntries(
        refusalCodes.flatMap((code) => languages.map((language) => [`${code}.${language}`, refusalExample(code, language)])),
      ),
    },
  };
}

const about = {
  en: 'The back office of small firms: books, invoices, statements. Amounts are decimal strings, dates YYYY-MM-DD, instants RFC 3339 in UTC, ids prefixed ULIDs. Errors are RFC 9457 problem details with a stable code, in the language of Accept-Language (en, ar).',
  ar: 'المكتب الخلفي للمنشآت الصغيرة: الدفاتر والفواتير والقوائم. المبالغ نصوص عشرية، والتواريخ YYYY-MM-DD، والأوقات RFC 3339 بالتوقيت العالمي، والمعرّفات ULID مسبوقة بنوعها. الأخطاء وفق RFC 9457 برمز ثابت، وبلغة Accept-Language.',
};

function operation(context: string, name: string, route: Route, schemas: Json): Json {
  return {
    operationId: name,
    summary: route.summary.en,
    'x-summary-ar': route.summary.ar,
    'x-permission': route.permission,
    tags: [context],
    security: route.permission === 'public' ? [] : [{ session: [] }],
    parameters: parametersOf(route, schemas),
    ...requestBodyOf(route, schemas),
    responses: { ...answersOf(route, schemas), ...refusedAnswersOf(route) },
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

function refusedAnswersOf(route: Route): Json {
  const byStatus = Map.groupBy(refusalsOf(route), (code) => refusalRow(code).status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => {
      const names = codes.flatMap((code) => languages.map((language) => `${code}.${language}`));
      const examples = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/examples/${name}` }]));
      const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, examples } };
      return [status, { description: codes.map((code) => `${code}: ${refusalRow(code).say.en}`).join(' '), content }];
    }),
  );
}

function refusalExample(code: RefusalCode, language: Language): Json {
  const { status, say: title, fix } = refusalRow(code);
  return {
    summary: code,
    value: {
      type: `https://diwan.example/docs#${code}`,
      title: say(title, language),
      status,
      detail: say(fix, language),
      instance: 'urn:req:req_01jd00000000000000000000',
      code,
    },
  };
}

/** The JSON Schema of a zod schema, with what it names moved to the document's components. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const { $schema: _, $defs, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', cycles: 'ref' });
  if (!isJson($defs)) return rest;
  Object.assign(schemas, moved($defs));
  return moved(rest);
}

const moved = (schema: Json): Json => JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const refusalCodes = Object.keys(refusals) as readonly RefusalCode[];

const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem details.',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'The request, as our log knows it. Absent where nothing may be told.' },
    code: { type: 'string', enum: refusalCodes },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message'],
        properties: { pointer: { type: 'string', description: 'JSON pointer (RFC 6901)' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};
