import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, type BucketDeploymentProps, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledge, wildcardIn } from '../acknowledge.ts';
import type { Stage } from '../stage.ts';

export interface PageBucketProps {
  /** Takes the access log of the bucket. */
  readonly logs: IBucket;
}

/** The built pages. It holds nothing that a build does not make again, and goes with its stack in every stage. */
export class PageBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { logs }: PageBucketProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'pages/',
      removalPolicy: RemovalPolicy.DESTROY,
      autoDeleteObjects: true,
    });
  }
}

export interface PublishedPagesProps {
  readonly stage: Stage;
  /** The folder that vite built. */
  readonly folder: string;
  readonly bucket: IBucket;
  readonly distribution: IDistribution;
}

/** What is not named by its digest: asked for anew every time. */
const ASKED_EVERY_TIME = ['*.html', '*.svg', '*.txt', '*.webmanifest'];
/** Stamps, maps and what the local host compressed beforehand: CloudFront compresses by itself. */
const NOT_PUBLISHED = ['.*', '*.map', '*.br', '*.gz'];

/**
 * Copies a build into the bucket. Assets first, and old ones stay: a page that somebody opened before the deployment still asks for them.
 * The page last, so that it never names an asset that is not there.
 */
export class PublishedPages extends Construct {
  constructor(scope: Construct, id: string, { stage, folder, bucket, distribution }: PublishedPagesProps) {
    super(scope, id);
    const common = {
      sources: [Source.asset(folder, { exclude: NOT_PUBLISHED })],
      destinationBucket: bucket,
      prune: false,
      memoryLimit: 512,
      logGroup: new LogGroup(this, 'Log', { retention: stage.logRetention, removalPolicy: RemovalPolicy.DESTROY }),
    } satisfies Partial<BucketDeploymentProps>;
    const assets = new BucketDeployment(this, 'Assets', {
      ...common,
      exclude: ASKED_EVERY_TIME,
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
    });
    const page = new BucketDeployment(this, 'Page', {
      ...common,
      exclude: ['*'],
      include: ASKED_EVERY_TIME,
      cacheControl: [CacheControl.noCache()],
      distribution,
      distributionPaths: ['/index.html'],
    });
    page.node.addDependency(assets);
    acknowledgeCopier(this, bucket);
  }
}

/** The copier is aws-cdk-lib's own function, one per stack: what it is made of is not ours to choose. */
function acknowledgeCopier(scope: Construct, bucket: IBucket): void {
  const copier = Stack.of(scope).node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'));
  if (!copier) throw new Error('aws-cdk-lib names its copier otherwise by now');
  const reason =
    "aws-cdk-lib's own function: it copies the pages into their bucket while a deployment runs, waits for nobody at any other time, and a failure fails the deployment.";
  const findings = [
    `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]`,
    ...['GetBucket', 'GetObject', 'List', 'Abort', 'DeleteObject'].map((action) => `AwsSolutions-IAM5[Action::s3:${action}*]`),
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>/*]',
    wildcardIn(scope, bucket.arnForObjects('*')),
    // To tell CloudFront of the new page: the right takes no name of a distribution that is made in the same stack.
    'AwsSolutions-IAM5[Resource::*]',
    'AwsSolutions-L1',
    'Serverless-LambdaDLQ',
    'Serverless-LambdaLatestVersion',
    'Serverless-LambdaTracing',
  ];
  acknowledge(copier, Object.fromEntries(findings.map((finding) => [finding, reason])));
}
