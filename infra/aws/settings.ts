import * as z from 'zod';
import type { Settings } from './installation.ts';
import { stages } from './stage.ts';

/** What is said on the command line: `cdk deploy -c stage=prod -c domain=app.example ...`. docs/deploy.md explains each. */
const Context = z
  .object({
    stage: z.enum(['dev', 'prod']).default('dev'),
    mailFrom: z.email().optional(),
    mailDomain: z.hostname().optional(),
    domain: z.hostname().optional(),
    certificateArn: z.string().startsWith('arn:aws:acm:us-east-1:').optional(),
    zoneId: z.string().optional(),
    zoneName: z.hostname().optional(),
    webAclArn: z.string().startsWith('arn:aws:wafv2:us-east-1:').optional(),
    alarmEmail: z.email().optional(),
    restoredTable: z.string().startsWith('arn:aws:dynamodb:').optional(),
    restoredStream: z.string().startsWith('arn:aws:dynamodb:').optional(),
    keysTurnedOn: z.iso.date().optional(),
    closed: z.enum(['yes', 'no']).default('no'),
  })
  .refine(({ domain, certificateArn }) => !domain === !certificateArn, 'domain and certificateArn go together')
  .refine(({ zoneId, zoneName }) => !zoneId === !zoneName, 'zoneId and zoneName go together')
  .refine(({ restoredTable, restoredStream }) => !restoredTable === !restoredStream, 'restoredTable and restoredStream go together')
  .refine(
    ({ stage, mailFrom, alarmEmail }) => stage !== 'prod' || (mailFrom && alarmEmail),
    'prod says where mails come from (mailFrom) and who is told (alarmEmail)',
  );

/** In dev, mail is tried by hand if at all: until an address is verified nothing leaves, and each mail waits in its outbox. */
const MAIL_FROM_OF_DEV = 'no-reply@diwan.example';

export const contextNames = Object.keys(Context.shape);

export function settingsOf(said: Readonly<Record<string, unknown>>, places: Pick<Settings, 'bundles' | 'pagesFolder'>): Settings {
  const parsed = Context.safeParse(said);
  if (!parsed.success) throw new Error(`The settings do not hold:\n${z.prettifyError(parsed.error)}`);
  const {
    stage,
    mailFrom = MAIL_FROM_OF_DEV,
    domain,
    certificateArn,
    zoneId,
    zoneName,
    restoredTable,
    restoredStream,
    closed,
    ...rest
  } = parsed.data;
  const zone = zoneId && zoneName ? { id: zoneId, name: zoneName } : undefined;
  return {
    ...places,
    ...rest,
    stage: stages[stage],
    mailFrom,
    domain: domain && certificateArn ? { name: domain, certificateArn, zone } : undefined,
    restored: restoredTable && restoredStream ? { tableArn: restoredTable, streamArn: restoredStream } : undefined,
    isClosed: closed === 'yes',
  };
}
