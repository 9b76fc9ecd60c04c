import { Duration } from 'aws-cdk-lib';
import { type Alarm, AlarmStatusWidget, Dashboard, GraphWidget, type IMetric, type IWidget, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Stage } from '../stage.ts';
import type { Watched } from './alarms.ts';
import { failedPercent, ofApi, ofTable, tableThrottles } from './metrics.ts';

export interface OverviewProps {
  readonly stage: Stage;
  readonly watched: Watched;
  readonly alarms: readonly Alarm[];
}

const WHOLE = 24;
const THIRD = 8;

/** One screen that says whether the product is well, and if not, where. */
export class Overview extends Construct {
  constructor(scope: Construct, id: string, { stage, watched, alarms }: OverviewProps) {
    super(scope, id);
    new Dashboard(this, 'Dashboard', {
      dashboardName: `diwan-${stage.name}`,
      defaultInterval: Duration.hours(12),
      widgets: [[new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: WHOLE })], requests(watched), work(watched), costs(watched)],
    });
  }
}

const requests = ({ apiId, functions }: Watched): IWidget[] => [
  graph('Requests', [ofApi(apiId, 'Count'), ofApi(apiId, '4xx')], [failedPercent(apiId)]),
  graph(
    'Time to answer, ms',
    [Stats.percentile(50), Stats.percentile(90), Stats.percentile(99)].map((each) => ofApi(apiId, 'Latency', each)),
  ),
  graph(
    'Crashes, by function',
    [...functions].map(([label, target]) => target.metricErrors({ label })),
  ),
];

const work = ({ due, dead, lost, tick, dispatcher }: Watched): IWidget[] => [
  graph(
    'Due and waiting',
    [due.metricApproximateNumberOfMessagesVisible({ label: 'waiting' }), due.metricApproximateNumberOfMessagesNotVisible({ label: 'in hand' })],
    [due.metricApproximateAgeOfOldestMessage({ label: 'oldest, s' })],
  ),
  graph('Set aside', [
    dead.metricApproximateNumberOfMessagesVisible({ label: 'dead' }),
    lost.metricApproximateNumberOfMessagesVisible({ label: 'lost' }),
  ]),
  graph(
    'Ticks and stream',
    [tick.metricInvocations({ label: 'ticks' })],
    [dispatcher.metric('IteratorAge', { statistic: Stats.MAXIMUM, label: 'stream behind, ms' })],
  ),
];

const costs = ({ table, functions }: Watched): IWidget[] => [
  graph('Table units', [ofTable(table, 'ConsumedReadCapacityUnits'), ofTable(table, 'ConsumedWriteCapacityUnits')], [tableThrottles(table)]),
  graph(
    'Calls, by function',
    [...functions].map(([label, target]) => target.metricInvocations({ label })),
  ),
  graph(
    'Busy, ms on average, by function',
    [...functions].map(([label, target]) => target.metricDuration({ label })),
  ),
];

const graph = (title: string, left: IMetric[], right: IMetric[] = []): GraphWidget =>
  new GraphWidget({ title, left, right, width: THIRD, leftYAxis: { min: 0 }, rightYAxis: { min: 0 } });
