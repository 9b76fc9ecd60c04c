import { describe, expect, test } from 'vitest';
import { functionNames, ofType, type Resource, resourcesOf } from './synthesised.ts';

const { watch } = resourcesOf('prod');
const alarms = ofType(watch, 'AWS::CloudWatch::Alarm');
const metricsOf = ({ Properties }: Resource): readonly string[] =>
  Properties.MetricName
    ? [Properties.MetricName]
    : Properties.Metrics.flatMap((each: { MetricStat?: { Metric: { MetricName: string } } }) => each.MetricStat?.Metric.MetricName ?? []);

describe('an alarm rings', () => {
  test.each([
    ['requests fail', '5xx'],
    ['requests are slow', 'Latency'],
    ['the clock stands still', 'Invocations'],
    ['work waits', 'ApproximateAgeOfOldestMessage'],
    ['a message could not be done, or a record did not arrive', 'ApproximateNumberOfMessagesVisible'],
    ['an item was set aside', 'deadLetters'],
    ['the stream is behind', 'IteratorAge'],
    ['the table throttles', 'WriteThrottleEvents'],
    ['DynamoDB calls requests wrong', 'UserErrors'],
    ['functions crash', 'Errors'],
    ['functions are not started', 'Throttles'],
    ['mails come back', 'Reputation.BounceRate'],
  ])('when %s', (_, metric) => {
    expect(alarms.filter((alarm) => metricsOf(alarm).includes(metric)).length).toBeGreaterThan(0);
  });
  test.each(functionNames)('when %s crashes', (name) => {
    expect(alarms.some(({ Properties }) => String(Properties.AlarmDescription).startsWith(`${name} crashes`))).toBe(true);
  });
  test('when there is no tick at all: silence is what is wrong then', () => {
    const tick = alarms.find((alarm) => metricsOf(alarm).includes('Invocations'));
    expect(tick?.Properties).toMatchObject({ TreatMissingData: 'breaching', ComparisonOperator: 'LessThanThreshold', Threshold: 1 });
  });
});

test('each alarm says what it means, and tells somebody when it begins and when it is over', () => {
  const topic = { Ref: Object.keys(watch).find((name) => watch[name]?.Type === 'AWS::SNS::Topic') };
  for (const { Properties } of alarms) {
    expect(Properties.AlarmDescription).toMatch(/\. /);
    expect(Properties).toMatchObject({ AlarmActions: [topic], OKActions: [topic] });
  }
  expect(ofType(watch, 'AWS::SNS::Subscription').map(({ Properties }) => Properties.Endpoint)).toEqual(['ops@diwan.example']);
});

test('alarms may tell the topic, and nothing may in the clear', () => {
  const [policy] = ofType(watch, 'AWS::SNS::TopicPolicy');
  const statements = policy?.Properties.PolicyDocument.Statement ?? [];
  expect(statements).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' } }),
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    ]),
  );
});

test('one screen shows it all', () => {
  const [dashboard] = ofType(watch, 'AWS::CloudWatch::Dashboard');
  const body = JSON.stringify(dashboard?.Properties.DashboardBody);
  for (const name of functionNames) expect(body).toContain(name);
});
