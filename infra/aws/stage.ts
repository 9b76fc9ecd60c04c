import { RetentionDays } from 'aws-cdk-lib/aws-logs';

/** Everything that differs between a try-out and the real thing, as data: constructs ask the stage and never its name. */
export interface Stage {
  readonly name: StageName;
  /** Firms' data outlives the stacks: it is retained, protected against deletion, and the stacks against termination. */
  readonly retained: boolean;
  /** How long logs are kept. The audit trail is not in them: it is in the table. */
  readonly logRetention: RetentionDays;
  /** Requests a second that the door lets through, over all firms; each firm has its own limit behind it. */
  readonly requestsPerSecond: number;
  readonly requestBurst: number;
  /** Due items done at once by the worker: a wild import must not take every Lambda of the account. */
  readonly workersAtOnce: number;
}

export type StageName = 'dev' | 'prod';

export const stages: Readonly<Record<StageName, Stage>> = {
  dev: { name: 'dev', retained: false, logRetention: RetentionDays.ONE_WEEK, requestsPerSecond: 50, requestBurst: 100, workersAtOnce: 5 },
  prod: { name: 'prod', retained: true, logRetention: RetentionDays.THREE_MONTHS, requestsPerSecond: 2_000, requestBurst: 4_000, workersAtOnce: 100 },
};
