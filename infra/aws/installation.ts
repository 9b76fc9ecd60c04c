import { type App, type StackProps, Tags } from 'aws-cdk-lib';
import { AppStack } from './app/app-stack.ts';
import { DataStack } from './data/data-stack.ts';
import { apiPaths } from './door/api-paths.ts';
import { type Domain, DoorStack } from './door/door-stack.ts';
import type { Stage } from './stage.ts';
import { WatchStack } from './watch/watch-stack.ts';

export interface Settings {
  readonly stage: Stage;
  /** The address that mails come from; it or its domain is verified with SES by hand. */
  readonly mailFrom: string;
  /** Holds a folder for each function, by its name in the manifest. */
  readonly bundles: string;
  /** The folder of the built pages; undefined before the first build. */
  readonly pagesFolder?: string;
  readonly domain?: Domain;
  readonly webAclArn?: string;
  readonly alarmEmail?: string;
}

export interface Installation {
  readonly data: DataStack;
  readonly door: DoorStack;
  readonly app: AppStack;
  readonly watch: WatchStack;
}

/** The whole product on AWS: what must not be lost, where the world comes in, what does the work, and who is told. Each knows those before it. */
export function installation(app: App, { stage, mailFrom, bundles, pagesFolder, domain, webAclArn, alarmEmail }: Settings): Installation {
  const named = (part: string, description: string): StackProps & { readonly stage: Stage } => ({
    stage,
    stackName: `diwan-${stage.name}-${part}`,
    description: `Diwan ${stage.name}: ${description}`,
    terminationProtection: stage.retained,
  });
  const data = new DataStack(app, 'Data', { ...named('data', 'the table, the blobs, the keys'), pagesOrigin: pagesOriginOf(domain) });
  const { table, accessLogs, signingKey, doorKey } = data;
  const door = new DoorStack(app, 'Door', { ...named('door', 'the address of pages and API'), apiPaths: apiPaths(), doorKey, accessLogs, pagesFolder, domain, webAclArn });
  const { apiId, pagesUrl } = door;
  const work = new AppStack(app, 'App', { ...named('app', 'the functions'), table, signingKey, doorKey, apiId, pagesUrl, mailFrom, bundles });
  const watch = new WatchStack(app, 'Watch', { ...named('watch', 'alarms and the dashboard'), watched: work.watched, alarmEmail });
  Tags.of(app).add('product', 'diwan');
  Tags.of(app).add('stage', stage.name);
  return { data, door, app: work, watch };
}

/** Without a name of our own the pages are at one of CloudFront's, which is not known before the bucket is. What protects uploads is their signature. */
const pagesOriginOf = (domain: Domain | undefined): string => (domain ? `https://${domain.name}` : 'https://*.cloudfront.net');
