import { type CaseKindCode, caseKindCodes, kindOf } from '../kinds/case-kinds.ts';
import type { DeskSettings } from './desk-settings.ts';

type Routing = Pick<DeskSettings, 'routing'>;

/** Where a case of a kind goes by itself: to the queue that the firm chose for it, or to the kind’s own. */
export const queueFor = (kind: CaseKindCode, { routing }: Routing): string => routing?.[kind] ?? kindOf(kind).queue;

/** The kinds whose cases go to a queue by themselves. */
export const routedTo = (queue: string, settings: Routing): readonly CaseKindCode[] =>
  caseKindCodes.filter((kind) => queueFor(kind, settings) === queue);
