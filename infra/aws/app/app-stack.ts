import { join } from 'node:path';
import { Stack, type StackProps } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { apis, background } from '../../../functions/manifest.ts';
import { MAX_ATTEMPTS } from '../../../functions/platform/due/work.ts';
import { mailDropName } from '../data/mail-drop.ts';
import type { Stage } from '../stage.ts';
import type { Watched } from '../watch/alarms.ts';
import { ApiRoutes } from './api-routes.ts';
import { DueQueue } from './due-queue.ts';
import { MailRule } from './mail-rule.ts';
import { type Given, ManifestFunction } from './manifest-function.ts';
import { everyMinutes, fromQueue, fromStream } from './triggers.ts';

export interface AppStackProps extends StackProps {
  readonly stage: Stage;
  readonly table: ITableV2;
  readonly signingKey: ISecret;
  readonly receiptKey: ISecret;
  readonly doorKey: ISecret;
  /** The HTTP API to which the routes are added. */
  readonly apiId: string;
  /** Where the pages are, for links in mails. */
  readonly pagesUrl: string;
  /** The address that mails come from, verified with SES. */
  readonly mailFrom: string;
  /** The domain at which firms are written to. */
  readonly mailDomain?: string;
  /** Holds a folder for each function, by its name in the manifest. */
  readonly bundles: string;
  /** See `Settings`. */
  readonly keysTurnedOn?: string;
  readonly isClosed?: boolean;
}

/** The worker sets an item aside itself after its last attempt; the queue does it where not even that could be done. */
const ATTEMPTS_OF_QUEUE = MAX_ATTEMPTS + 3;

/** Every function of the manifest with what calls it. It holds no data: it may be taken down and made again. */
export class AppStack extends Stack {
  /** What there is to look at. */
  readonly watched: Watched;

  constructor(scope: Construct, id: string, props: AppStackProps) {
    super(scope, id, props);
    const { stage, table, apiId } = props;
    const due = new DueQueue(this, 'Due', { workerTimeoutSeconds: background.worker.timeoutSeconds, attempts: ATTEMPTS_OF_QUEUE });
    const given: Given = { ...props, queue: due.queue };
    const functionOf = (name: string, row: ManifestFunction['row']): ManifestFunction =>
      new ManifestFunction(this, name, { name, row, given, bundle: join(props.bundles, name) });

    const apiFunctions = new Map<string, IFunction>(apis.map((row) => [row.context, functionOf(row.context, row).lambda.function]));
    new ApiRoutes(this, 'Routes', { apiId, apis, functions: apiFunctions });

    const worker = functionOf('worker', background.worker).lambda;
    const dispatcher = functionOf('dispatcher', background.dispatcher).lambda;
    const tick = functionOf('tick', background.tick).lambda;
    const mailIn = functionOf('mailIn', background.mailIn).lambda;
    const isOpen = !props.isClosed;
    fromQueue(worker, due, { atOnce: stage.workersAtOnce, isOpen });
    fromStream(dispatcher, table, due, { isOpen });
    everyMinutes(this, 'EveryMinute', tick, due, { minutes: background.tick.everyMinutes, isOpen });

    if (props.mailDomain) new MailRule(this, 'Mail', { domain: props.mailDomain, bucketName: mailDropName(stage), taker: mailIn, due });

    this.watched = {
      apiId,
      functions: new Map([
        ...apiFunctions,
        ['worker', worker.function],
        ['dispatcher', dispatcher.function],
        ['tick', tick.function],
        ['mailIn', mailIn.function],
      ]),
      worker: worker.function,
      tick: tick.function,
      dispatcher: dispatcher.function,
      table,
      due: due.queue,
      dead: due.dead,
      lost: due.lost,
    };
  }
}
