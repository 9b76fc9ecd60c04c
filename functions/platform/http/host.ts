import type { Ports } from '../ports.ts';

/** What a host decides about its APIs. Two hosts, one chain: these are all the differences that a caller can see. */
export interface ApiHost {
  readonly ports: () => Ports;
  /** Holds every answer against its schema, so that a drift fails in a test and not at a caller. On in tests and on the local host. */
  readonly checkAnswers?: boolean;
  /** The host is reached by HTTPS alone: answers say so (HSTS). */
  readonly secure?: boolean;
  /** Requests a minute of one firm, where the usual is not right. */
  readonly firmPerMinute?: number;
  /** By how much the limits per address are widened where many people share one address. */
  readonly addressFactor?: number;
}

/** A firm that works by hand never meets it; a loop that has gone wild does, and slows only its own firm. */
export const FIRM_PER_MINUTE = 600;
