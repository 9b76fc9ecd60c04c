import { Duration } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { Stage } from '../stage.ts';
import type { DueQueue } from './due-queue.ts';
import type { Lambda } from './lambda.ts';

/** Items of one call of the worker: it does them one after another within its time-out. */
const DUE_BATCH = 10;

/** The queue calls the worker, which says of each message whether it was done. */
export function fromQueue(worker: Lambda, { queue }: DueQueue, stage: Stage): void {
  worker.function.addEventSource(
    new SqsEventSource(queue, { batchSize: DUE_BATCH, reportBatchItemFailures: true, maxConcurrency: stage.workersAtOnce }),
  );
}

const STREAM_BATCH = 100;
/** What the stream could not deliver in this time the sweep has handed over meanwhile. */
const STREAM_RETRIES = 5;
const STREAM_MOST_AGE = Duration.minutes(15);
const SHARD_PARALLELISM = 4;

/** The stream calls the dispatcher, and only with changes that put something into the due index: most commits do not. */
export function fromStream(dispatcher: Lambda, table: ITableV2, { lost }: DueQueue): void {
  const becameDue = FilterCriteria.filter({
    eventName: FilterRule.or('INSERT', 'MODIFY'),
    dynamodb: { NewImage: { duesk: { S: FilterRule.exists() } } },
  });
  dispatcher.function.addEventSource(
    new DynamoEventSource(table, {
      startingPosition: StartingPosition.LATEST,
      batchSize: STREAM_BATCH,
      parallelizationFactor: SHARD_PARALLELISM,
      filters: [becameDue],
      bisectBatchOnError: true,
      retryAttempts: STREAM_RETRIES,
      maxRecordAge: STREAM_MOST_AGE,
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(lost),
    }),
  );
}

/** A tick that could not be given in its minute is the next tick's. */
const TICK_RETRIES = 1;

export function everyMinutes(scope: Construct, id: string, tick: Lambda, minutes: number, { lost }: DueQueue): void {
  const target = new LambdaInvoke(tick.function, { retryAttempts: TICK_RETRIES, maxEventAge: Duration.minutes(1), deadLetterQueue: lost });
  const schedule = new Schedule(scope, id, { description: 'Diwan: looks at what is due', schedule: ScheduleExpression.rate(Duration.minutes(minutes)), target });
  acknowledge(schedule, { 'AwsSolutions-IAM5': 'It may call the one function, in any of its versions.' });
}
