import type { Instant } from '../../kernel/dates.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Text } from '../../kernel/language.ts';
import type { Person } from '../../kernel/person.ts';

/** How a service stands, from well to worst: a day is as bad as its worst hour. */
export const serviceStates = {
  operational: { en: 'Operational', ar: 'تعمل' },
  maintenance: { en: 'Under maintenance', ar: 'تحت الصيانة' },
  degraded: { en: 'Degraded', ar: 'أداء ضعيف' },
  'partial-outage': { en: 'Partial outage', ar: 'توقف جزئي' },
  'major-outage': { en: 'Major outage', ar: 'توقف كامل' },
} as const satisfies Record<string, Text>;
export type ServiceState = keyof typeof serviceStates;
export const serviceStateNames = Object.keys(serviceStates) as readonly ServiceState[];
export const worse = (a: ServiceState, b: ServiceState): ServiceState => (serviceStateNames.indexOf(a) >= serviceStateNames.indexOf(b) ? a : b);
/** While a service is out it is not available; planned maintenance and slowness are told and not counted. */
export const isOut = (state: ServiceState): boolean => state === 'partial-outage' || state === 'major-outage';

/** Services that one status page holds. */
export const MAX_SERVICES = 50;

/** Something that people of the firm rely on: the mail, the network, the till. */
export interface Service {
  readonly id: Id<'service'>;
  readonly name: Text;
  readonly description?: string;
  readonly state: ServiceState;
  readonly since: Instant;
  readonly archived: boolean;
  readonly createdAt: Instant;
  readonly version: number;
}

/** What was told of a service, once: how it stood before and stands since, in words, and the case in which it is worked on. */
export interface ServiceUpdate {
  readonly id: string;
  readonly service: Id<'service'>;
  readonly from: ServiceState;
  readonly to: ServiceState;
  readonly message?: string;
  readonly case?: Id<'case'>;
  readonly by: Person;
  readonly at: Instant;
}
