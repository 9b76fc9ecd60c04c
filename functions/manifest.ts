import { accountingIndex } from './accounting/routes.generated.ts';
import { firmsIndex } from './firms/routes.generated.ts';
import { identityIndex } from './identity/routes.generated.ts';
import { integrationsIndex } from './integrations/routes.generated.ts';
import { itIndex } from './it/routes.generated.ts';
import { type ApiHandler, api } from './platform/http/api.ts';
import type { ApiHost } from './platform/http/host.ts';
import type { Rooms } from './platform/http/room.ts';
import { headsOf, type RouteHead, type RouteIndex } from './platform/http/route-index.ts';
import { recordsIndex } from './records/routes.generated.ts';
import { workIndex } from './work/routes.generated.ts';

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
  /** Takes mails from where SES puts them. */
  readonly incoming?: 'take';
  /** Signs receipts: it alone reads the host's secret for them. */
  readonly receipts?: 'sign';
  readonly queue?: 'send' | 'receive';
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
}

export interface ApiRow extends FunctionRow {
  readonly kind: 'api';
  readonly context: string;
  readonly routes: Readonly<Record<string, RouteHead>>;
  /** Answers whatever no route does: the reference, the description, and every address that is nothing. */
  readonly isDefault?: boolean;
  /** The handler on a host, with each of its rooms read when it is first needed. */
  readonly start: (host: ApiHost) => Promise<ApiHandler>;
}
export interface TriggeredRow extends FunctionRow {
  readonly kind: 'queue' | 'stream' | 'schedule' | 'mail';
  readonly everyMinutes?: number;
}

/** A request is answered within 29 seconds or not at all: that is API Gateway's limit. */
const API_TIMEOUT_SECONDS = 29;
const API_MEMORY_MB = 1024;

type ApiFields = Omit<ApiRow, 'kind' | 'context' | 'routes' | 'start' | 'entry' | 'timeoutSeconds' | 'memoryMb'>;
function apiRow(context: string, index: RouteIndex, load: () => Promise<{ readonly rooms: Rooms }>, fields: ApiFields): ApiRow {
  return {
    kind: 'api',
    context,
    routes: headsOf(index),
    entry: `functions/${context}/handler.ts`,
    timeoutSeconds: API_TIMEOUT_SECONDS,
    memoryMb: API_MEMORY_MB,
    start: async (host) => api(context, index, (await load()).rooms, host),
    ...fields,
  };
}

/** Every API of the product, by context. One function each: its own rights, its own alarms, its own failures. */
export const apis: readonly ApiRow[] = [
  apiRow('firms', firmsIndex, () => import('./firms/api.ts'), {
    about: 'firms, members, invitations, plans',
    table: ['identity', 'firm'],
  }),
  apiRow('accounting', accountingIndex, () => import('./accounting/api.ts'), {
    about: 'books, invoices, payments, statements, imports',
    table: ['sessions', 'limits', 'firm'],
    blobs: 'read-write',
  }),
  apiRow('work', workIndex, () => import('./work/api.ts'), {
    about: 'cases, decisions, deadlines',
    table: ['sessions', 'limits', 'firm'],
    blobs: 'read-write',
    receipts: 'sign',
  }),
  apiRow('records', recordsIndex, () => import('./records/api.ts'), {
    about: 'records, retention, search',
    table: ['sessions', 'limits', 'firm'],
    blobs: 'read-write',
  }),
  apiRow('it', itIndex, () => import('./it/api.ts'), {
    about: 'assets, licences, access, knowledge, services',
    table: ['sessions', 'limits', 'firm'],
    blobs: 'read-write',
  }),
  apiRow('identity', identityIndex, () => import('./identity/api.ts'), {
    about: 'sign-up, sessions, passwords, who I am',
    table: ['identity', 'firm'],
  }),
  apiRow('integrations', integrationsIndex, () => import('./integrations/api.ts'), {
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
    receipts: 'sign',
    queue: 'receive',
    timeoutSeconds: 300,
    memoryMb: 1769,
  },
  mailIn: {
    kind: 'mail',
    entry: 'functions/mail-in/handler.ts',
    about: 'takes in what is mailed to desks',
    table: ['firm'],
    blobs: 'read-write',
    incoming: 'take',
    timeoutSeconds: 120,
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
