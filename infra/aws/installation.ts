import { type App, type StackProps, Tags } from 'aws-cdk-lib';
import { AppStack } from './app/app-stack.ts';
import { DataStack, type RestoredTable } from './data/data-stack.ts';
import { apiPaths } from './door/api-paths.ts';
import { type Domain, DoorStack } from './door/door-stack.ts';
import type { Stage } from './stage.ts';
import { WatchStack } from './watch/watch-stack.ts';

export interface Settings {
  readonly stage: Stage;
  /** The address that mails come from; it or its domain is verified with SES by hand. */
  readonly mailFrom: string;
  /** The domain at which firms are written to; without it the installation takes in no mail. */
  readonly mailDomain?: string;
  /** Holds a folder for each function, by its name in the manifest. */
  readonly bundles: string;
  /** The folder of the built pages; undefined before the first build. */
  readonly pagesFolder?: string;
  readonly domain?: Domain;
  readonly webAclArn?: string;
  readonly alarmEmail?: string;
  /** A table that was restored from a backup, to work with instead of the stack's own. */
  readonly restored?: RestoredTable;
  /** Since when the keys are what they are: a new date makes CloudFront and every function read them anew. */
  readonly keysTurnedOn?: string;
  /** Nothing is started: no request is answered and nothing due is done, while an operator looks at the data. */
  readonly isClosed?: boolean;
}

export interface Installation {
  readonly data: DataStack;
  readonly door: DoorStack;
  readonly app: AppStack;
  readonly watch: WatchStack;
}

/** The whole product on AWS: what must not be lost, where the world comes in, what does the work, and who is told. Each knows those before it. */
export function installation(app: App, settings: Settings): Installation {
  const { stage, mailFrom, mailDomain, bundles, pagesFolder, domain, webAclArn, alarmEmail, restored, keysTurnedOn, isClosed } = settings;
  // The stage is in the name: CloudFront's policies and functions are named after the path, and are the account's.
  const id = (part: string): string => `diwan-${stage.name}-${part}`;
  const common = (description: string): StackProps & { readonly stage: Stage } => ({
    stage,
    description: `Diwan ${stage.name}: ${description}`,
    terminationProtection: stage.retained,
  });
  const data = new DataStack(app, id('data'), { ...common('the table, the blobs, the keys'), pagesOrigin: pagesOriginOf(domain), restored });
  const { tableInUse: table, accessLogs, signingKey, receiptKey, doorKey } = data;
  const door = new DoorStack(app, id('door'), {
    ...common('the address of pages and API'),
    apiPaths: apiPaths(),
    doorKey,
    keysTurnedOn,
    accessLogs,
    pagesFolder,
    domain,
    webAclArn,
  });
  const { apiId, pagesUrl } = door;
  const work = new AppStack(app, id('app'), {
    ...common('the functions'),
    table,
    signingKey,
    receiptKey,
    doorKey,
    keysTurnedOn,
    apiId,
    pagesUrl,
    mailFrom,
    mailDomain,
    bundles,
    isClosed,
  });
  const watch = new WatchStack(app, id('watch'), { ...common('alarms and the dashboard'), watched: work.watched, alarmEmail });
  Tags.of(app).add('product', 'diwan');
  Tags.of(app).add('stage', stage.name);
  return { data, door, app: work, watch };
}

/** Without a name of our own the pages are at one of CloudFront's, which is not known before the bucket is. What protects uploads is their signature. */
const pagesOriginOf = (domain: Domain | undefined): string => (domain ? `https://${domain.name}` : 'https://*.cloudfront.net');
