import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IAlarmAction, type IMetric, MathExpression, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { bouncedShare, failedPercent, ofApi, setAside, tableThrottles, wrongRequests } from './metrics.ts';

/** Everything that is looked at. */
export interface Watched {
  readonly apiId: string;
  /** By name, the APIs' and the others. */
  readonly functions: ReadonlyMap<string, IFunction>;
  readonly worker: IFunction;
  readonly tick: IFunction;
  readonly dispatcher: IFunction;
  readonly table: ITableV2;
  readonly due: IQueue;
  readonly dead: IQueue;
  readonly lost: IQueue;
}

export interface AlarmsProps {
  readonly watched: Watched;
  /** Who is told, when it begins and when it is over. */
  readonly tell: IAlarmAction;
}

interface Rule {
  readonly id: string;
  /** What it means, and where to look first: it is all that the mail says. */
  readonly says: string;
  readonly metric: IMetric;
  /** It rings above this figure, or below that one ... */
  readonly above?: number;
  readonly below?: number;
  /** ... for so many periods on end. */
  readonly periods?: number;
  /** It rings when there is no figure at all. */
  readonly missingIsBad?: boolean;
}

const MINUTES_5 = Duration.minutes(5);

export class Alarms extends Construct {
  readonly alarms: readonly Alarm[];

  constructor(scope: Construct, id: string, { watched, tell }: AlarmsProps) {
    super(scope, id);
    this.alarms = rulesOf(watched).map((rule) => {
      const alarm = this.#alarm(rule);
      alarm.addAlarmAction(tell);
      alarm.addOkAction(tell);
      return alarm;
    });
  }

  #alarm({ id, says, metric, above, below, periods = 1, missingIsBad = false }: Rule): Alarm {
    return new Alarm(this, id, {
      alarmDescription: says,
      metric,
      threshold: above ?? below ?? 0,
      evaluationPeriods: periods,
      comparisonOperator: below === undefined ? ComparisonOperator.GREATER_THAN_THRESHOLD : ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: missingIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
  }
}

const rulesOf = (watched: Watched): readonly Rule[] => [
  ...rulesOfRequests(watched),
  ...rulesOfWork(watched),
  ...rulesOfData(watched),
  ...rulesOfFunctions(watched),
];

const SLOW_MS = 3_000;

const rulesOfRequests = ({ apiId }: Watched): readonly Rule[] => [
  {
    id: 'Failing',
    says: 'More than 1 of 100 requests fail. Look for "a request failed" in the logs of the functions.',
    metric: failedPercent(apiId),
    above: 1,
    periods: 2,
  },
  {
    id: 'Slow',
    says: 'One of 100 requests takes more than 3 seconds. Look at the traces and at the throttles of the table.',
    metric: ofApi(apiId, 'Latency', Stats.percentile(99)),
    above: SLOW_MS,
    periods: 3,
  },
];

const WAITING_SECONDS = 900;
const BEHIND_MS = 300_000;

const rulesOfWork = ({ tick, dispatcher, due, dead, lost }: Watched): readonly Rule[] => [
  {
    id: 'NoTick',
    says: 'Nobody looks at what is due: no tick for 5 minutes. Nothing is lost; reminders and mails wait. Look at the schedule and at the log of tick.',
    metric: tick.metricInvocations({ period: MINUTES_5 }),
    below: 1,
    missingIsBad: true,
  },
  {
    id: 'Waiting',
    says: 'Something due has waited for more than 15 minutes. Look at the errors and at the concurrency of worker.',
    metric: due.metricApproximateAgeOfOldestMessage({ period: MINUTES_5, statistic: Stats.MAXIMUM }),
    above: WAITING_SECONDS,
  },
  {
    id: 'SetAside',
    says: 'Something due failed every attempt and was set aside. Look for "a due item was set aside" in the log of worker: docs/deploy.md (Set aside).',
    metric: setAside(),
    above: 0,
  },
  {
    id: 'Dead',
    says: 'The worker could not even read a due item. docs/deploy.md (Set aside) says how to look at it and hand it over again.',
    metric: dead.metricApproximateNumberOfMessagesVisible({ period: MINUTES_5, statistic: Stats.MAXIMUM }),
    above: 0,
  },
  {
    id: 'Lost',
    says: 'Records of the stream or ticks did not arrive. The sweep makes up for it within the hour; look at the log of dispatcher for why.',
    metric: lost.metricApproximateNumberOfMessagesVisible({ period: MINUTES_5, statistic: Stats.MAXIMUM }),
    above: 0,
  },
  {
    id: 'StreamBehind',
    says: 'The stream is more than 5 minutes behind: what is due at once waits for the tick. Look at the errors of dispatcher.',
    metric: dispatcher.metric('IteratorAge', { period: MINUTES_5, statistic: Stats.MAXIMUM }),
    above: BEHIND_MS,
  },
];

const MANY_WRONG_REQUESTS = 50;
const BOUNCED_SHARE = 0.03;

const rulesOfData = ({ table }: Watched): readonly Rule[] => [
  {
    id: 'Throttled',
    says: 'The table refuses requests because a key runs hot. Contributor Insights of the table names it, and so the firm.',
    metric: tableThrottles(table),
    above: 0,
    periods: 2,
  },
  {
    id: 'WrongRequests',
    says: 'DynamoDB calls many requests wrong: a policy refuses a key (AccessDenied in the logs) or a write is malformed. Was something just deployed?',
    metric: wrongRequests(),
    above: MANY_WRONG_REQUESTS,
  },
  {
    id: 'Bounced',
    says: 'More than 3 of 100 mails come back. At 10 Amazon stops all mail of the account. Look at the SES account dashboard.',
    metric: bouncedShare(),
    above: BOUNCED_SHARE,
  },
];

/** A fault that the chain caught is an answer 500 and not an error here: these are crashes, time-outs, memory, and what was never started. */
const rulesOfFunctions = ({ functions }: Watched): readonly Rule[] =>
  [...functions].map(([name, target]) => ({
    id: `Crashing ${name}`,
    says: `${name} crashes, times out or is not started for want of concurrency. Look at its log and at the account's concurrent executions.`,
    metric: new MathExpression({
      expression: 'FILL(errors, 0) + FILL(throttles, 0)',
      usingMetrics: { errors: target.metricErrors({ period: MINUTES_5 }), throttles: target.metricThrottles({ period: MINUTES_5 }) },
      period: MINUTES_5,
      label: name,
    }),
    above: 0,
    periods: 2,
  }));
