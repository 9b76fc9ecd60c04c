import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { type ITableV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { Stage } from '../stage.ts';
import { AccessLogs } from './access-logs.ts';
import { BlobStore } from './blob-store.ts';
import { MailDrop } from './mail-drop.ts';
import { OneTable } from './one-table.ts';

export interface DataStackProps extends StackProps {
  readonly stage: Stage;
  /** Where the pages are: see `BlobStoreProps`. */
  readonly pagesOrigin: string;
  readonly restored?: RestoredTable;
}

/** A table that DynamoDB made from a backup, with its stream turned on by hand (docs/deploy.md). */
export interface RestoredTable {
  readonly tableArn: string;
  readonly streamArn: string;
}

/** What must not be lost. It depends on no other stack, so that every other can be taken down and made again. */
export class DataStack extends Stack {
  readonly table: TableV2;
  /** The stack's own, or one that was restored. */
  readonly tableInUse: ITableV2;
  readonly blobs: Bucket;
  readonly accessLogs: Bucket;
  /** Signs cursors and links: made here once, read by the functions when they start, seen by nobody. */
  readonly signingKey: Secret;
  /** The key for receipts is made from it: kept as long as the receipts, and never turned with the other. */
  readonly receiptKey: Secret;
  /** CloudFront says it to the API with every request, so that the API knows who came by the door. */
  readonly doorKey: Secret;

  constructor(scope: Construct, id: string, { stage, pagesOrigin, restored, ...props }: DataStackProps) {
    super(scope, id, props);
    this.table = new OneTable(this, 'OneTable', { stage }).table;
    this.tableInUse = restored
      ? TableV2.fromTableAttributes(this, 'Restored', { tableArn: restored.tableArn, tableStreamArn: restored.streamArn })
      : this.table;
    this.accessLogs = new AccessLogs(this, 'AccessLogs', { stage }).bucket;
    this.blobs = new BlobStore(this, 'Blobs', { stage, pagesOrigin, logs: this.accessLogs }).bucket;
    new MailDrop(this, 'Mail', { stage, logs: this.accessLogs });
    this.signingKey = keyNobodyKnows(this, 'SigningKey', 'Diwan: signs cursors and links', stage);
    this.receiptKey = keyNobodyKnows(this, 'ReceiptKey', 'Diwan: signs receipts of decisions', stage);
    this.doorKey = keyNobodyKnows(this, 'DoorKey', 'Diwan: CloudFront says it to the API', stage);
  }
}

const KEY_CHARACTERS = 64;

function keyNobodyKnows(scope: Construct, id: string, description: string, stage: Stage): Secret {
  const secret = new Secret(scope, id, {
    description,
    generateSecretString: { passwordLength: KEY_CHARACTERS, excludePunctuation: true },
    removalPolicy: stage.retained ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  acknowledge(secret, {
    'AwsSolutions-SMG4':
      'It protects nothing at rest. Turned in the night it would break what is in use just then; docs/deploy.md says how to turn it by hand.',
  });
  return secret;
}
