import { type Language, languages, say } from '../../domain/kernel/language.ts';
import { type RefusalCode, refusalRow, refusals } from '../../domain/refusals.ts';
import type { Route } from './http/route.ts';
import { refusalsOf } from './http/route-refusals.ts';

export type Json = { [name: string]: unknown };

/** What the document says once and refers to. */
export interface Components {
  readonly schemas: Json;
  readonly responses: Json;
  readonly examples: Json;
}

/** The refusals of a route by their status, each with what a caller would read in both languages. Routes that refuse alike share the response. */
export function refusedAnswers(route: Route, { responses, examples }: Components): Json {
  const byStatus = Map.groupBy(refusalsOf(route), (code) => refusalRow(code).status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => {
      const name = codes.toSorted().join('-');
      responses[name] ??= response(codes, examples);
      return [status, { $ref: `#/components/responses/${name}` }];
    }),
  );
}

function response(codes: readonly RefusalCode[], examples: Json): Json {
  const shown = codes.flatMap((code) =>
    languages.map((language) => {
      const name = `${code}.${language}`;
      examples[name] ??= example(code, language);
      return [name, { $ref: `#/components/examples/${name}` }] as const;
    }),
  );
  return {
    description: codes.map((code) => `\`${code}\`: ${refusalRow(code).say.en}`).join(' '),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, examples: Object.fromEntries(shown) } },
  };
}

function example(code: RefusalCode, language: Language): Json {
  const { status, say: title, fix } = refusalRow(code);
  const type = `https://diwan.example/docs#${code}`;
  const instance = status === 404 ? {} : { instance: 'urn:req:req_01jd00000000000000000000' };
  return { summary: code, value: { type, title: say(title, language), status, detail: say(fix, language), ...instance, code } };
}

export const problemSchema: Json = {
  type: 'object',
  description: 'RFC 9457 problem details.',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', format: 'uri', description: 'Where the reference tells of the code.' },
    title: { type: 'string', description: 'What happened.' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What to do about it.' },
    instance: { type: 'string', description: 'The request, as our log knows it. Absent where nothing may be told.' },
    code: { type: 'string', enum: Object.keys(refusals) },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer (RFC 6901) to a member of the body, or to a parameter.' },
          code: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
  },
};
