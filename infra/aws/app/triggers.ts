import { Duration, Stack } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { DueQueue } from './due-queue.ts';
import type { Lambda } from './lambda.ts';

/** While an installation is closed its triggers rest: a call that cannot be started would count as one that failed. */
interface Opening {
  readonly isOpen: boolean;
}

/** Each due item is a call of its own: a long import holds up no mail, and a time-out takes nothing else with it. */
const DUE_BATCH = 1;

/** The queue calls the worker, which says of each message whether it was done. */
export function fromQueue(worker: Lambda, { queue }: DueQueue, { atOnce, isOpen }: { readonly atOnce: number } & Opening): void {
  acknowledge(worker.function, {
    'Serverless-LambdaEventSourceMappingDestination': 'A queue has its own: messages that fail every attempt go to the queue Dead.',
  });
  worker.function.addEventSource(
    new SqsEventSource(queue, { batchSize: DUE_BATCH, reportBatchItemFailures: true, maxConcurrency: atOnce, enabled: isOpen }),
  );
}

const STREAM_BATCH = 100;
/** What the stream could not deliver in this time the sweep has handed over meanwhile. */
const STREAM_RETRIES = 5;
const STREAM_MOST_AGE = Duration.minutes(15);
const SHARD_PARALLELISM = 4;

/** The stream calls the dispatcher, and only with changes that put something into the due index: most commits do not. */
export function fromStream(dispatcher: Lambda, table: ITableV2, { lost }: DueQueue, { isOpen }: Opening): void {
  const becameDue = FilterCriteria.filter({
    eventName: FilterRule.or('INSERT', 'MODIFY'),
    dynamodb: { NewImage: { duesk: { S: FilterRule.exists() } } },
  });
  dispatcher.function.addEventSource(
    new DynamoEventSource(table, {
      enabled: isOpen,
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
const TICK_MOST_AGE_SECONDS = 60;

/** The clock calls the tick. */
export function everyMinutes(
  scope: Construct,
  id: string,
  tick: Lambda,
  { lost }: DueQueue,
  { minutes, isOpen }: { readonly minutes: number } & Opening,
): void {
  // Lambda by itself would try a tick again for hours.
  tick.function.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.seconds(TICK_MOST_AGE_SECONDS), onFailure: new SqsDestination(lost) });
  const { account } = Stack.of(scope);
  const role = new Role(scope, `${id}Role`, {
    description: 'Diwan: calls the tick',
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', { conditions: { StringEquals: { 'aws:SourceAccount': account } } }),
  });
  role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [tick.function.functionArn] }));
  role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [lost.queueArn] }));
  new CfnSchedule(scope, id, {
    description: 'Diwan: looks at what is due',
    scheduleExpression: `rate(${minutes} ${minutes === 1 ? 'minute' : 'minutes'})`,
    flexibleTimeWindow: { mode: 'OFF' },
    state: isOpen ? 'ENABLED' : 'DISABLED',
    target: {
      arn: tick.function.functionArn,
      roleArn: role.roleArn,
      deadLetterConfig: { arn: lost.queueArn },
      retryPolicy: { maximumRetryAttempts: TICK_RETRIES, maximumEventAgeInSeconds: TICK_MOST_AGE_SECONDS },
    },
  });
}
