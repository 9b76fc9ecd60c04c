import type { Spent } from './metered-product.ts';

/** What AWS asks for, in US dollars. */
export const prices = {
  /** DynamoDB on demand, standard table class, US East (N. Virginia), since 1 November 2024, when it was halved. */
  asOf: '2024-11-01',
  region: 'us-east-1',
  perMillionReadUnits: 0.125,
  perMillionWriteUnits: 0.625,
  perGigabyteMonth: 0.25,
} as const;

const MILLION = 1_000_000;
const GIGABYTE = 1024 ** 3;

/** The reads and writes of a command, in US dollars. */
export const priceOf = ({ read, write }: Pick<Spent, 'read' | 'write'>): number =>
  (read * prices.perMillionReadUnits + write * prices.perMillionWriteUnits) / MILLION;

/** Keeping so many bytes for a month, in US dollars. */
export const priceOfKeeping = (bytes: number): number => (bytes / GIGABYTE) * prices.perGigabyteMonth;
