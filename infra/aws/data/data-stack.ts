import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { Stage } from '../stage.ts';
import { AccessLogs } from './access-logs.ts';
import { BlobStore } from './blob-store.ts';
import { OneTable } from './one-table.ts';

export interface DataStackProps extends StackProps {
  readonly stage: Stage;
  /** Where the pages are: see `BlobStoreProps`. */
  readonly pagesOrigin: string;
}

/** What must not be lost. It depends on no other stack, so that every other can be taken down and made again. */
export class DataStack extends Stack {
  readonly table: TableV2;
  readonly blobs: Bucket;
  readonly accessLogs: Bucket;
  /** Signs cursors and links: made here once, read by the functions when they start, seen by nobody. */
  readonly signingKey: Secret;

  constructor(scope: Construct, id: string, { stage, pagesOrigin, ...props }: DataStackProps) {
    super(scope, id, props);
    this.table = new OneTable(this, 'OneTable', { stage }).table;
    this.accessLogs = new AccessLogs(this, 'AccessLogs', { stage }).bucket;
    this.blobs = new BlobStore(this, 'Blobs', { stage, pagesOrigin, logs: this.accessLogs }).bucket;
    this.signingKey = keyNobodyKnows(this, 'SigningKey', 'Diwan: signs cursors and links', stage);
    acknowledge(this.signingKey, {
      'AwsSolutions-SMG4': 'It protects no data at rest: cursors and links that live for minutes. Turning it in the night would break them in use; docs/deploy.md says how to turn it by hand.',
    });
  }
}

const KEY_CHARACTERS = 64;

export function keyNobodyKnows(scope: Construct, id: string, description: string, stage: Stage): Secret {
  return new Secret(scope, id, {
    description,
    generateSecretString: { passwordLength: KEY_CHARACTERS, excludePunctuation: true },
    removalPolicy: stage.retained ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
}
