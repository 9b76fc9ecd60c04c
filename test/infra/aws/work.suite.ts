import { describe, expect, test } from 'vitest';
import { apis, background } from '../../../functions/manifest.ts';
import { MAX_ATTEMPTS } from '../../../functions/platform/due/work.ts';
import { gatewayRoutes } from '../../../infra/aws/app/gateway-routes.ts';
import { appOf, functionNames, named, ofType, resourcesIn, resourcesOf } from './synthesised.ts';

const { app } = resourcesOf('prod');
const arnOf = (beginning: string) => ({
  'Fn::GetAtt': [Object.keys(app).find((name) => name.startsWith(beginning) && app[name]?.Type === 'AWS::SQS::Queue'), 'Arn'],
});

describe('every queue', () => {
  const queues = ofType(app, 'AWS::SQS::Queue');
  test('is encrypted and reached over TLS alone', () => {
    expect(queues).toHaveLength(3);
    for (const { Properties } of queues) expect(Properties.SqsManagedSseEnabled).toBe(true);
    const policies = ofType(app, 'AWS::SQS::QueuePolicy');
    expect(policies).toHaveLength(queues.length);
    for (const { Properties } of policies)
      expect(Properties.PolicyDocument.Statement).toMatchObject([{ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }]);
  });
  test('that work is done from has one where failures end', () => {
    const { RedrivePolicy } = named(app, 'Due1', 'AWS::SQS::Queue').Properties;
    expect(RedrivePolicy.deadLetterTargetArn).toEqual(arnOf('DueDead'));
    // The worker sets aside what it understands; the queue takes what is left after that.
    expect(RedrivePolicy.maxReceiveCount).toBeGreaterThan(MAX_ATTEMPTS);
  });
});

test('a message stays hidden for six times as long as the worker may take', () => {
  expect(named(app, 'Due1', 'AWS::SQS::Queue').Properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * background.worker.timeoutSeconds);
});

test('the worker is told of one item at a time and says whether it was done', () => {
  const { Properties } = named(app, 'workerLambda', 'AWS::Lambda::EventSourceMapping');
  expect(Properties).toMatchObject({
    BatchSize: 1,
    FunctionResponseTypes: ['ReportBatchItemFailures'],
    EventSourceArn: arnOf('Due1'),
    Enabled: true,
  });
});

test('the stream calls the dispatcher with what became due alone, splits what fails, and tells what it gave up', () => {
  const { Properties } = named(app, 'dispatcherLambda', 'AWS::Lambda::EventSourceMapping');
  expect(Properties).toMatchObject({
    BisectBatchOnFunctionError: true,
    MaximumRetryAttempts: 5,
    DestinationConfig: { OnFailure: { Destination: arnOf('DueLost') } },
  });
  const patterns = Properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern));
  expect(patterns).toEqual([{ eventName: ['INSERT', 'MODIFY'], dynamodb: { NewImage: { duesk: { S: [{ exists: true }] } } } }]);
});

test('the tick comes every minute; one that fails is told and not tried for hours', () => {
  const { Properties } = named(app, 'EveryMinute', 'AWS::Scheduler::Schedule');
  expect(Properties).toMatchObject({
    ScheduleExpression: 'rate(1 minute)',
    State: 'ENABLED',
    Target: { DeadLetterConfig: { Arn: arnOf('DueLost') } },
  });
  const { Properties: once } = named(app, 'tickLambda', 'AWS::Lambda::EventInvokeConfig');
  expect(once).toMatchObject({ MaximumRetryAttempts: 0, DestinationConfig: { OnFailure: { Destination: arnOf('DueLost') } } });
});

test('functions have the memory and the time of the manifest', () => {
  for (const [name, row] of Object.entries(background))
    expect(named(app, `${name}LambdaFunction`, 'AWS::Lambda::Function').Properties).toMatchObject({
      MemorySize: row.memoryMb,
      Timeout: row.timeoutSeconds,
    });
});

test('no function keeps others waiting for concurrency that it has reserved', () => {
  for (const { Properties } of ofType(app, 'AWS::Lambda::Function')) expect(Properties).not.toHaveProperty('ReservedConcurrentExecutions');
});

test('the template has these routes and no others', () => {
  const keys = ofType(app, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => Properties.RouteKey);
  expect(keys.sort()).toEqual(
    gatewayRoutes(apis)
      .map(({ key }) => key)
      .sort(),
  );
});

test('a stack has room for them: it takes 500 resources', () => {
  expect(Object.keys(app).length).toBeLessThan(450);
});

describe('closed, while an operator looks at restored data', () => {
  const arn = 'arn:aws:dynamodb:eu-central-1:111111111111:table/restored';
  const closed = resourcesIn(appOf('prod', { isClosed: true, restored: { tableArn: arn, streamArn: `${arn}/stream/2031` } }).stacks);

  test('no function can be started', () => {
    const functions = ofType(closed.app, 'AWS::Lambda::Function');
    expect(functions).toHaveLength(functionNames.length);
    for (const { Properties } of functions) expect(Properties.ReservedConcurrentExecutions).toBe(0);
  });
  test('nothing is handed to a function, where it would count as failed', () => {
    for (const { Properties } of ofType(closed.app, 'AWS::Lambda::EventSourceMapping')) expect(Properties.Enabled).toBe(false);
    expect(named(closed.app, 'EveryMinute', 'AWS::Scheduler::Schedule').Properties.State).toBe('DISABLED');
  });
  test('the functions, their rights and the alarms are those of the restored table', () => {
    expect(named(closed.app, 'identityLambdaFunction', 'AWS::Lambda::Function').Properties.Environment.Variables.TABLE).toBe('restored');
    expect(JSON.stringify(named(closed.app, 'identitySession', 'AWS::IAM::Policy').Properties)).toContain(`"${arn}"`);
    expect(named(closed.app, 'dispatcherLambda', 'AWS::Lambda::EventSourceMapping').Properties.EventSourceArn).toBe(`${arn}/stream/2031`);
    expect(JSON.stringify(named(closed.watch, 'AlarmsThrottled', 'AWS::CloudWatch::Alarm').Properties)).toContain('"restored"');
  });
  test("the stack's own table stays", () => {
    expect(ofType(closed.data, 'AWS::DynamoDB::GlobalTable')).toHaveLength(1);
  });
});
