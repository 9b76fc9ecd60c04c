import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { INCOMING } from '../../../functions/platform/aws/lambda-mail.ts';
import type { Stage } from '../stage.ts';

export interface MailDropProps {
  readonly stage: Stage;
  readonly logs: IBucket;
}

/** Mails are in it for seconds. One that nobody could take stays so long for a person to look at, and then goes. */
const LEFT_DAYS = 14;

/** Known before the bucket is, as that of the blobs: other stacks name it without hanging on this one. */
export const mailDropName = (stage: Stage): string => `diwan-${stage.name}-mail-${Aws.ACCOUNT_ID}-${Aws.REGION}`;

/** Where SES puts a mail as it came, until the function has taken it. Nothing but SES of this account writes here. */
export class MailDrop extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { stage, logs }: MailDropProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: mailDropName(stage),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [{ id: 'left', expiration: Duration.days(LEFT_DAYS) }],
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'mail/',
      removalPolicy: stage.retained ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      autoDeleteObjects: !stage.retained,
    });
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects(`${INCOMING}*`)],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
  }
}
