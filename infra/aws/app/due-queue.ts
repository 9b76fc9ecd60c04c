import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';

export interface DueQueueProps {
  /** How long the worker may take for one batch. */
  readonly workerTimeoutSeconds: number;
  /** Times a message is handed to the worker before it is set aside. More than the worker's own attempts: it sets aside what it understands. */
  readonly attempts: number;
}

/** AWS asks for six times the function's time-out, so that a batch is not handed out twice while it is still being done. */
const VISIBILITY_FACTOR = 6;
/** The longest that SQS keeps anything: a message is looked at by a person, after a holiday too. */
const KEPT = Duration.days(14);

/** Where due items wait for the worker, and where the messages end that nobody could do. */
export class DueQueue extends Construct {
  readonly queue: Queue;
  /** Messages that failed every attempt. */
  readonly dead: Queue;
  /** Records of the stream and ticks that never arrived. The sweep finds again what they were about; a person finds out why. */
  readonly lost: Queue;

  constructor(scope: Construct, id: string, { workerTimeoutSeconds, attempts }: DueQueueProps) {
    super(scope, id);
    this.dead = setAside(this, 'Dead');
    this.lost = setAside(this, 'Lost');
    this.queue = new Queue(this, 'Due', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(workerTimeoutSeconds * VISIBILITY_FACTOR),
      // Whatever waits longer is handed over again by the sweep anyway.
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.dead, maxReceiveCount: attempts },
    });
  }
}

function setAside(scope: Construct, id: string): Queue {
  const queue = new Queue(scope, id, { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, retentionPeriod: KEPT });
  const reason = 'This is where failures end: nothing comes after it but a person, whom an alarm tells.';
  acknowledge(queue, { 'AwsSolutions-SQS3': reason, 'Serverless-SQSRedrivePolicy': reason });
  return queue;
}
