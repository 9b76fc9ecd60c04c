import { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression, Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';

const PERIOD = Duration.minutes(5);

export type ApiMetric = 'Count' | '4xx' | '5xx' | 'Latency' | 'IntegrationLatency';

/** A figure of the whole HTTP API. */
export const ofApi = (apiId: string, name: ApiMetric, statistic: string = Stats.SUM): Metric =>
  new Metric({
    namespace: 'AWS/ApiGateway',
    metricName: name,
    dimensionsMap: { ApiId: apiId },
    statistic,
    period: PERIOD,
    label: `${name} ${statistic}`,
  });

/** Of a hundred requests, how many we failed. Nobody asked: none. */
export const failedPercent = (apiId: string): IMetric =>
  new MathExpression({
    expression: 'IF(asked > 0, 100 * failed / asked, 0)',
    usingMetrics: { asked: ofApi(apiId, 'Count'), failed: ofApi(apiId, '5xx') },
    period: PERIOD,
    label: 'failed, of 100',
  });

export type TableMetric = 'ReadThrottleEvents' | 'WriteThrottleEvents' | 'ConsumedReadCapacityUnits' | 'ConsumedWriteCapacityUnits';

/** A figure of the table. */
export const ofTable = ({ tableName }: ITableV2, name: TableMetric): Metric =>
  new Metric({
    namespace: 'AWS/DynamoDB',
    metricName: name,
    dimensionsMap: { TableName: tableName },
    statistic: Stats.SUM,
    period: PERIOD,
    label: name,
  });

export const tableThrottles = (table: ITableV2): IMetric =>
  new MathExpression({
    expression: 'FILL(reads, 0) + FILL(writes, 0)',
    usingMetrics: { reads: ofTable(table, 'ReadThrottleEvents'), writes: ofTable(table, 'WriteThrottleEvents') },
    period: PERIOD,
    label: 'throttled',
  });

/** Requests that DynamoDB called wrong (the account's figure: it has no table): a policy or a key of ours is. */
export const wrongRequests = (): Metric =>
  new Metric({ namespace: 'AWS/DynamoDB', metricName: 'UserErrors', statistic: Stats.SUM, period: PERIOD, label: 'wrong requests' });

/** The share of mails that came back. From 0.05 on Amazon looks, at 0.1 it stops the sender. */
export const bouncedShare = (): Metric =>
  new Metric({ namespace: 'AWS/SES', metricName: 'Reputation.BounceRate', statistic: Stats.MAXIMUM, period: Duration.hours(1), label: 'bounced' });

/** Due items that the worker set aside: its own figure (functions/platform/due/work.ts), under the name that Powertools gives the function. */
export const setAside = (): Metric =>
  new Metric({
    namespace: 'Diwan',
    metricName: 'deadLetters',
    dimensionsMap: { service: 'worker' },
    statistic: Stats.SUM,
    period: PERIOD,
    label: 'set aside',
  });
