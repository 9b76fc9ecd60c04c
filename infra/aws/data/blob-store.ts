import { Aws, Duration, RemovalPolicy } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Stage } from '../stage.ts';

export interface BlobStoreProps {
  readonly stage: Stage;
  /** Where the pages are, whose scripts post uploads: `https://app.example`. One `*` is allowed in it. */
  readonly pagesOrigin: string;
  /** Takes the access log of the bucket. */
  readonly logs: IBucket;
}

/** A file that was deleted or overwritten by mistake can be had back for so long; an erased firm is gone after it. */
const OLD_VERSION_DAYS = 30;

/**
 * The name is known before the bucket is: the pages' content policy names it, and a bucket whose name came from the stack that makes it
 * would tie the two in a circle. The account is in it, so nobody else can have taken it by chance.
 */
export const blobBucketName = (stage: Stage): string => `diwan-${stage.name}-blobs-${Aws.ACCOUNT_ID}-${Aws.REGION}`;

/** Attachments, imported files, exports: bytes that outlive requests, under keys that begin with the firm. Reached by signed addresses alone. */
export class BlobStore extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { stage, pagesOrigin, logs }: BlobStoreProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: blobBucketName(stage),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      cors: [{ allowedOrigins: [pagesOrigin], allowedMethods: [HttpMethods.POST, HttpMethods.GET], allowedHeaders: ['content-type'], maxAge: 3600 }],
      lifecycleRules: [
        { id: 'incomplete-uploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
        { id: 'old-versions', noncurrentVersionExpiration: Duration.days(OLD_VERSION_DAYS), expiredObjectDeleteMarker: true },
      ],
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: 'blobs/',
      removalPolicy: stage.retained ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      autoDeleteObjects: !stage.retained,
    });
  }
}
