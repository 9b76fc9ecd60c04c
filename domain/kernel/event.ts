import type { FirmId, Id } from './ids.ts';

/** Who acted: a person, or the system on a schedule. `name` is as it was then, so that the trail reads the same for ever. */
export type Actor = { readonly kind: 'user'; readonly id: Id<'user'>; readonly name: string } | { readonly kind: 'system'; readonly name: string };

/** What a command says happened, before it is numbered: `invoice.posted`, about `inv_...`. Never holds a secret. */
export interface Happening {
  readonly type: `${string}.${string}`;
  readonly entity: { readonly kind: string; readonly id: string; readonly version?: number };
  readonly data?: Readonly<Record<string, unknown>>;
}

/** An event as it is kept: numbered and chained per firm. The trail, the feed and the activity on every page are this. */
export interface Event extends Happening {
  readonly id: Id<'event'>;
  readonly seq: number;
  readonly firm: FirmId;
  readonly at: string;
  readonly by: Actor;
  readonly hash: string;
}
