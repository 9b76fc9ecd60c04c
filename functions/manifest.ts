import { accountingRoutes } from './accounting/routes.ts';
import { firmsRoutes } from './firms/routes.ts';
import { identityRoutes } from './identity/routes.ts';
import { integrationsRoutes } from './integrations/routes.ts';
import { itRoutes } from './it/routes.ts';
import type { VerbsOf } from './platform/call.ts';
import { type ApiHandler, api } from './platform/http/api.ts';
import type { ApiHost } from './platform/http/host.ts';
import type { Routes } from './platform/http/route.ts';
import { recordsRoutes } from './records/routes.ts';
import { workRoutes } from './work/routes.ts';

/** The tag of the session in a policy. */
const FIRM_OF_SESSION = ['$', '{aws:PrincipalTag/firm}'].join('');

/**
 * What a function may do with the table, by leading key. `firm` is no right of the function's own: it may put on the role that is tagged with
 * one firm, and only while it works there.
 */
export const tableGrants = {
  sessions: { reads: ['D#SESSION#'], writes: [] },
  identity: { reads: ['D#'], writes: ['D#'] },
  /** Counters of requests a minute, by firm and by address. */
  limits: { reads: [], writes: ['D#LIMIT#'] },
  watermark: { reads: ['D#SWEEP'], writes: ['D#SWEEP'] },
  /** The due index alone, which holds keys and no content. */
  due: { reads: ['DUE#'], writes: [] },
  firm: { reads: [`F#${FIRM_OF_SESSION}#`], writes: [`F#${FIRM_OF_SESSION}#`] },
} as const satisfies Record<string, { readonly reads: readonly string[]; readonly writes: readonly string[] }>;
export type TableGrant = keyof typeof tableGrants;

interface FunctionRow {
  /** The module whose `handler` Lambda calls, from the root of the repository. */
  readonly entry: string;
  readonly about: string;
  readonly table: readonly TableGrant[];
  readonly blobs?: 'read-write';
  readonly mail?: 'send';
  readonly queue?: 'send' | 'receive';
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
}

export interface ApiRow extends FunctionRow {
  readonly kind: 'api';
  readonly context: string;
  readonly routes: Routes;
  /** Answers whatever no route does: the reference, the description, and every address that is nothing. */
  readonly isDefault?: boolean;
  /** The handler on a host, with its verbs loaded when it is first needed. */
  readonly start: (host: ApiHost) => Promise<ApiHandler>;
}
export interface TriggeredRow extends FunctionRow {
  readonly kind: 'queue' | 'stream' | 'schedule';
  readonly everyMinutes?: number;
}

/** A request is answered within 29 seconds or not at all: that is API Gateway's limit. */
const API_TIMEOUT_SECONDS = 29;
const API_MEMORY_MB = 1024;

type ApiFields = Omit<ApiRow, 'kind' | 'context' | 'routes' | 'start' | 'entry' | 'timeoutSeconds' | 'memoryMb'>;
function apiRow<R extends Routes>(context: string, routes: R, load: () => Promise<{ readonly verbs: VerbsOf<R> }>, fields: ApiFields): ApiRow {
  return {
    kind: 'api',
    context,
    routes,
    entry: `functions/${context}/handler.ts`,
    timeoutSeconds: API_TIMEOUT_SECONDS,
    memoryMb: API_MEMORY_MB,
    start: async (host) => api(context, routes, (await load()).verbs, host),
    ...fields,
  };
}

/** Every API of the product, by context. One function each: its own rights, its own alarms, its own failures. */
export const apis: readonly ApiRow[] = [
  apiRow('firms', firmsRoutes, () => import('./firms/api.ts'), {
    about: 'firms, members, invitations, plans',
    table: ['identity', 'firm'],
  }),
  apiRow('accounting', accountingRoutes, () => import('./accounting/api.ts'), {
    about: 'books, invoices, payments, statements, imports',
    table: ['sessions', 'limits', 'firm'],
    blobs: 'read-write',
  }),
  apiRow('work', workRoutes, () => import('./work/api.ts'), {
    about: 'cases, decisions, deadlines',
    table: ['sessions', 'limits', 'firm'],
    blobs: 'read-write',
  }),
  apiRow('records', recordsRoutes, () => import('./records/api.ts'), {
    about: 'records, retention, search',
    table: ['sessions', 'limits', 'firm'],
    blobs: 'read-write',
  }),
  apiRow('it', itRoutes, () => import('./it/api.ts'), {
    about: 'assets, licences, access, knowledge, services',
    table: ['sessions', 'limits', 'firm'],
    blobs: 'read-write',
  }),
  apiRow('identity', identityRoutes, () => import('./identity/api.ts'), {
    about: 'sign-up, sessions, passwords, who I am',
    table: ['identity', 'firm'],
  }),
  apiRow('integrations', integrationsRoutes, () => import('./integrations/api.ts'), {
    about: 'the event feed, the description of the API, health',
    table: ['sessions', 'limits', 'firm'],
    isDefault: true,
  }),
];

/** What runs without a request. */
export const background = {
  worker: {
    kind: 'queue',
    entry: 'functions/worker/handler.ts',
    about: 'does what is due: mails, imports, reminders',
    table: ['identity', 'firm'],
    blobs: 'read-write',
    mail: 'send',
    queue: 'receive',
    timeoutSeconds: 300,
    memoryMb: 1769,
  },
  dispatcher: {
    kind: 'stream',
    entry: 'functions/dispatcher/handler.ts',
    about: 'hands over what a commit made due at once',
    table: [],
    queue: 'send',
    timeoutSeconds: 60,
    memoryMb: 512,
  },
  tick: {
    kind: 'schedule',
    everyMinutes: 1,
    entry: 'functions/tick/handler.ts',
    about: 'sweeps the due index from its watermark to now',
    table: ['due', 'watermark'],
    queue: 'send',
    timeoutSeconds: 55,
    memoryMb: 512,
  },
} as const satisfies Record<string, TriggeredRow>;
