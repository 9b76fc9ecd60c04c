import { Aws, Stack } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { idPrefixes } from '../../../domain/kernel/ids.ts';
import type { ApiRow, TableGrant, TriggeredRow } from '../../../functions/manifest.ts';
import type { EnvironmentName } from '../../../functions/platform/aws/environment.ts';
import { INCOMING } from '../../../functions/platform/aws/lambda-mail.ts';
import { acknowledge, wildcardIn } from '../acknowledge.ts';
import { blobBucketName } from '../data/blob-store.ts';
import { mailDropName } from '../data/mail-drop.ts';
import type { Stage } from '../stage.ts';
import { Lambda } from './lambda.ts';
import { SessionRole } from './session-role.ts';

/** What an installation has to give. A function gets of it what its row asks for. */
export interface Given {
  readonly stage: Stage;
  readonly table: ITableV2;
  readonly queue: IQueue;
  readonly signingKey: ISecret;
  readonly receiptKey: ISecret;
  readonly doorKey: ISecret;
  readonly pagesUrl: string;
  readonly mailFrom: string;
  readonly mailDomain?: string;
  /** See `Settings`. */
  readonly keysTurnedOn?: string;
  readonly isClosed?: boolean;
}

type Row = Pick<
  ApiRow | TriggeredRow,
  'kind' | 'about' | 'table' | 'blobs' | 'mail' | 'incoming' | 'queue' | 'receipts' | 'timeoutSeconds' | 'memoryMb'
>;

export interface ManifestFunctionProps {
  readonly name: string;
  readonly row: Row;
  readonly given: Given;
  /** The folder with its `index.cjs`. */
  readonly bundle: string;
}

/** A row of the manifest as a function with the rights of that row and no others, told of what it has rights to and nothing else. */
export class ManifestFunction extends Construct {
  readonly lambda: Lambda;
  readonly row: Row;
  readonly #given: Given;

  constructor(scope: Construct, id: string, { name, row, given, bundle }: ManifestFunctionProps) {
    super(scope, id);
    this.row = row;
    this.#given = given;
    this.lambda = new Lambda(this, 'Lambda', {
      stage: given.stage,
      about: row.about,
      bundle,
      memoryMb: row.memoryMb,
      timeoutSeconds: row.timeoutSeconds,
      environment: given.keysTurnedOn ? { KEYS_TURNED_ON: given.keysTurnedOn } : {},
      isClosed: given.isClosed,
      failures: failuresOf[row.kind],
    });
    this.#tell({ FUNCTION: name });
    if (row.table.length > 0) this.#openTable(row.table);
    if (row.kind === 'api') this.#openSecret('DOOR_KEY_ARN', given.doorKey);
    if (row.blobs) this.#openBlobs();
    if (row.queue === 'send') this.#openQueue();
    if (row.mail) this.#openMail();
    if (row.incoming) this.#openMailDrop();
    if (row.receipts) this.#openSecret('RECEIPT_KEY_ARN', given.receiptKey);
  }

  #tell(facts: Partial<Record<EnvironmentName, string>>): void {
    for (const [name, value] of Object.entries(facts)) this.lambda.function.addEnvironment(name, value);
  }

  #openTable(grants: readonly TableGrant[]): void {
    const { table, signingKey, pagesUrl, mailDomain } = this.#given;
    const { about } = this.row;
    const session = new SessionRole(this, 'Session', { about, table, grants: grants.filter((grant) => grant !== 'due'), wornBy: this.lambda });
    this.#tell({
      TABLE: table.tableName,
      SESSION_ROLE_ARN: session.role.roleArn,
      PAGES_URL: pagesUrl,
      ...(mailDomain && grants.includes('firm') && { MAIL_DOMAIN: mailDomain }),
    });
    if (grants.includes('due')) {
      const due = new SessionRole(this, 'DueSession', { about: 'the due index', table, grants: ['due'], wornBy: this.lambda });
      this.#tell({ DUE_ROLE_ARN: due.role.roleArn });
    }
    this.#openSecret('SIGNING_KEY_ARN', signingKey);
  }

  #openSecret(name: EnvironmentName, secret: ISecret): void {
    this.lambda.allow(['secretsmanager:GetSecretValue'], [secret.secretArn]);
    this.#tell({ [name]: secret.secretArn });
  }

  #openBlobs(): void {
    const bucket = blobBucketName(this.#given.stage);
    const bucketArn = `arn:${Aws.PARTITION}:s3:::${bucket}`;
    const objects = `${bucketArn}/${idPrefixes.firm}_*`;
    this.lambda.allow(['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], [objects]);
    // Who may not list is told of an object that is not there that it is forbidden.
    this.lambda.allow(['s3:ListBucket'], [bucketArn]);
    this.#tell({ BLOB_BUCKET: bucket });
    acknowledge(this.lambda.role, {
      [wildcardIn(this, objects)]: 'The objects of firms: their keys begin with the firm, and are made by code that works in it.',
    });
  }

  #openQueue(): void {
    const { queue } = this.#given;
    this.lambda.allow(['sqs:SendMessage'], [queue.queueArn]);
    this.#tell({ DUE_QUEUE_URL: queue.queueUrl });
  }

  #openMail(): void {
    const { mailFrom } = this.#given;
    const identities = identitiesOf(mailFrom).map((resourceName) => Stack.of(this).formatArn({ service: 'ses', resource: 'identity', resourceName }));
    this.lambda.allow(['ses:SendEmail'], identities, { StringEquals: { 'ses:FromAddress': mailFrom } });
    this.#tell({ MAIL_FROM: mailFrom });
  }

  #openMailDrop(): void {
    const bucket = mailDropName(this.#given.stage);
    const bucketArn = `arn:${Aws.PARTITION}:s3:::${bucket}`;
    const objects = `${bucketArn}/${INCOMING}*`;
    this.lambda.allow(['s3:GetObject', 's3:DeleteObject'], [objects]);
    // As above: without it a mail that a twin has taken would look forbidden.
    this.lambda.allow(['s3:ListBucket'], [bucketArn]);
    this.#tell({ MAIL_BUCKET: bucket });
    acknowledge(this.lambda.role, { [wildcardIn(this, objects)]: 'Mails as SES puts them: each has a name of its own.' });
  }
}

/** SES knows an address by itself or by its domain: whichever was verified. */
const identitiesOf = (address: string): readonly string[] => [address, address.slice(address.indexOf('@') + 1)];

/** Where a failure of a function goes, by what calls it: why it needs no dead letter queue of its own. */
const failuresOf: Readonly<Record<Row['kind'], string>> = {
  api: 'Called while somebody waits: the failure is their answer, and nothing is called again.',
  queue: 'Called by its queue, which hands a failed message out again and at last sets it aside (due-queue.ts).',
  stream: 'Called by the stream, whose failed records are told to the queue Lost (triggers.ts).',
  mail: 'Called by SES; what failed is told to the queue Lost, and its object stays where it was put (mail-rule.ts).',
  schedule:
    'A tick that failed is made up for by the next, from the same watermark; one that could not be given goes to the queue Lost (triggers.ts).',
};
