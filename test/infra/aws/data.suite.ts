import { describe, expect, test } from 'vitest';
import { indexes } from '../../../functions/platform/table/port.ts';
import { everything, named, ofType, type Resource, resourcesOf } from './synthesised.ts';

const tableOf = (stage: 'dev' | 'prod'): Resource => named(resourcesOf(stage).data, 'OneTable', 'AWS::DynamoDB::GlobalTable');
const blobsOf = (stage: 'dev' | 'prod'): Resource => named(resourcesOf(stage).data, 'BlobsBucket', 'AWS::S3::Bucket');

describe.each(['dev', 'prod'] as const)('in %s the table', (stage) => {
  const { Properties } = tableOf(stage);
  const [replica] = Properties.Replicas;

  test('is encrypted', () => expect(Properties.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' }));
  test('can be had back as it was at any second of 35 days', () => {
    expect(replica.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 });
  });
  test('is paid by the request, so that no firm meets a ceiling that somebody guessed', () => expect(Properties.BillingMode).toBe('PAY_PER_REQUEST'));
  test('tells its stream what was and what is', () => expect(Properties.StreamSpecification).toEqual({ StreamViewType: 'NEW_AND_OLD_IMAGES' }));
  test('deletes nothing by itself', () => expect(Properties.TimeToLiveSpecification).toBeUndefined());
  test('has the keys and the indexes of the port', () => {
    const keys = (schema: readonly { readonly AttributeName: string; readonly KeyType: string }[]) =>
      schema.map((key) => `${key.KeyType} ${key.AttributeName}`);
    expect(keys(Properties.KeySchema)).toEqual(['HASH pk', 'RANGE sk']);
    const found = Object.fromEntries(
      Properties.GlobalSecondaryIndexes.map((index: { IndexName: string; KeySchema: never; Projection: unknown }) => [
        index.IndexName,
        [...keys(index.KeySchema), index.Projection],
      ]),
    );
    expect(found).toEqual(
      Object.fromEntries(
        Object.entries(indexes).map(([name, { pk, sk, projection }]) => [
          name,
          [`HASH ${pk}`, `RANGE ${sk}`, { ProjectionType: projection === 'all' ? 'ALL' : 'KEYS_ONLY' }],
        ]),
      ),
    );
  });
});

describe.each(['dev', 'prod'] as const)('in %s every bucket', (stage) => {
  const buckets = everything(stage).filter(([, { Type }]) => Type === 'AWS::S3::Bucket');

  test('is closed to the public', () => {
    expect(buckets.map(([name]) => name)).toHaveLength(4);
    for (const [, { Properties }] of buckets) {
      expect(Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(Properties.OwnershipControls.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
    }
  });
  test('is encrypted', () => {
    for (const [, { Properties }] of buckets) expect(JSON.stringify(Properties.BucketEncryption)).toContain('AES256');
  });
  test('refuses what does not come over TLS 1.2 or better', () => {
    const policies = everything(stage).filter(([, { Type }]) => Type === 'AWS::S3::BucketPolicy');
    expect(policies).toHaveLength(buckets.length);
    for (const [, { Properties }] of policies) {
      const denied = Properties.PolicyDocument.Statement.filter(({ Effect }: { Effect: string }) => Effect === 'Deny').map(
        ({ Condition }: { Condition: unknown }) => Condition,
      );
      expect(denied).toEqual([{ Bool: { 'aws:SecureTransport': 'false' } }, { NumericLessThan: { 's3:TlsVersion': 1.2 } }]);
    }
  });
});

test('the blobs keep what was overwritten for 30 days and what was never finished for one', () => {
  const { VersioningConfiguration, LifecycleConfiguration } = blobsOf('prod').Properties;
  expect(VersioningConfiguration).toEqual({ Status: 'Enabled' });
  expect(LifecycleConfiguration.Rules).toMatchObject([
    { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } },
    { NoncurrentVersionExpiration: { NoncurrentDays: 30 }, ExpiredObjectDeleteMarker: true },
  ]);
});

test('no blob expires: how long a record is kept is for the law to say, and not for a bucket', () => {
  for (const rule of blobsOf('prod').Properties.LifecycleConfiguration.Rules) expect(rule).not.toHaveProperty('ExpirationInDays');
});

test('the pages alone may post uploads', () => {
  expect(blobsOf('prod').Properties.CorsConfiguration.CorsRules).toMatchObject([
    { AllowedMethods: ['POST', 'GET'], AllowedOrigins: [expect.stringMatching(/^https:\/\//)] },
  ]);
});

describe('what holds data', () => {
  const kinds = ['AWS::DynamoDB::GlobalTable', 'AWS::S3::Bucket', 'AWS::SecretsManager::Secret'];
  const held = (stage: 'dev' | 'prod') => Object.entries(resourcesOf(stage).data).filter(([, { Type }]) => kinds.includes(Type));

  test('outlives its stack in prod', () => {
    expect(
      held('prod')
        .map(([, { Type }]) => Type)
        .sort(),
    ).toEqual([
      'AWS::DynamoDB::GlobalTable',
      'AWS::S3::Bucket',
      'AWS::S3::Bucket',
      'AWS::S3::Bucket',
      'AWS::SecretsManager::Secret',
      'AWS::SecretsManager::Secret',
      'AWS::SecretsManager::Secret',
    ]);
    for (const [name, { DeletionPolicy }] of held('prod')) expect([name, DeletionPolicy]).toEqual([name, 'Retain']);
    expect(tableOf('prod').Properties.Replicas[0].DeletionProtectionEnabled).toBe(true);
    expect(ofType(resourcesOf('prod').data, 'Custom::S3AutoDeleteObjects')).toEqual([]);
  });
  test('goes with its stack in dev', () => {
    for (const [name, { DeletionPolicy }] of held('dev')) expect([name, DeletionPolicy]).toEqual([name, 'Delete']);
    expect(tableOf('dev').Properties.Replicas[0].DeletionProtectionEnabled).toBe(false);
  });
});

test.each([
  ['prod', 90, 'Retain'],
  ['dev', 7, 'Delete'],
] as const)('in %s each log is kept for %i days', (stage, days, policy) => {
  const logs = everything(stage).filter(([name, { Type }]) => Type === 'AWS::Logs::LogGroup' && !name.includes('Published'));
  expect(logs.length).toBeGreaterThan(5);
  for (const [name, { Properties, DeletionPolicy }] of logs) expect([name, Properties.RetentionInDays, DeletionPolicy]).toEqual([name, days, policy]);
});

test('the keys are made by AWS and seen by nobody', () => {
  for (const { Properties } of ofType(resourcesOf('prod').data, 'AWS::SecretsManager::Secret')) {
    expect(Properties.GenerateSecretString).toEqual({ ExcludePunctuation: true, PasswordLength: 64 });
    expect(Properties).not.toHaveProperty('SecretString');
  }
});
