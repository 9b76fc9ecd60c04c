import type { DueItem, Ports } from '../ports.ts';

/** Where due items wait for their handler. At least once, in no order: handlers find out from the item itself. */
export interface DueQueue {
  send(items: readonly DueItem[]): Promise<void>;
}

/** What the tick and the dispatcher work with. */
export interface DuePorts {
  readonly ports: Ports;
  readonly queue: DueQueue;
}
