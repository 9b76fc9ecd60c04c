import * as z from 'zod';

/**
 * What the CDK app tells a function: names and addresses, never a secret. Each function is told what it uses and no more; asking for something
 * that it was not told is a fault of the app, and shows when the function starts.
 */
const Environment = z.object({
  /** Which row of the manifest this is. */
  FUNCTION: z.string(),
  TABLE: z.string(),
  /** The role for work in the table: tagged `firm` with a firm's id, or with `none` for the directories alone. */
  SESSION_ROLE_ARN: z.string(),
  /** The role for the due index, which spans firms and is read in a session of its own. */
  DUE_ROLE_ARN: z.string(),
  BLOB_BUCKET: z.string(),
  DUE_QUEUE_URL: z.url(),
  MAIL_FROM: z.string(),
  /** The domain at which firms are written to; not told where the installation takes in no mail. */
  MAIL_DOMAIN: z.string(),
  MAIL_BUCKET: z.string(),
  PAGES_URL: z.url(),
  SIGNING_KEY_ARN: z.string(),
  RECEIPT_KEY_ARN: z.string(),
  DOOR_KEY_ARN: z.string(),
});
export type EnvironmentName = keyof typeof Environment.shape;
export const environmentNames = Object.keys(Environment.shape) as readonly EnvironmentName[];

/** What an installation may do without. */
export const environmentIfTold = (name: EnvironmentName): string | undefined => (process.env[name] === undefined ? undefined : environment(name));

export function environment(name: EnvironmentName): string {
  const parsed = Environment.shape[name].safeParse(process.env[name]);
  if (!parsed.success) throw new Error(`the environment does not say ${name}`);
  return parsed.data;
}
