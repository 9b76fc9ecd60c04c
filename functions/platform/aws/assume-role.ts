import { signedCall } from './signed-call.ts';

/** Credentials of a session, until they expire. */
export interface SessionCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
}

/** Opens a session in a role, tagged with a firm (STS `AssumeRole`, version 2011-06-15, in the function's own region). */
export async function assumeRole(roleArn: string, firm: string, seconds: number): Promise<SessionCredentials> {
  const { AWS_REGION: region = '', AWS_ENDPOINT_URL_STS, AWS_ENDPOINT_URL } = process.env;
  const answer = await signedCall({
    service: 'sts',
    region,
    endpoint: AWS_ENDPOINT_URL_STS ?? AWS_ENDPOINT_URL ?? `https://sts.${region}.amazonaws.com`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      Action: 'AssumeRole',
      Version: '2011-06-15',
      RoleArn: roleArn,
      RoleSessionName: firm,
      DurationSeconds: String(seconds),
      'Tags.member.1.Key': 'firm',
      'Tags.member.1.Value': firm,
    }).toString(),
  });
  // Four plain texts of a document that is AWS's own: nothing in it is anybody else's to write.
  const text = (name: string): string => {
    const [, value] = new RegExp(`<${name}>([^<]+)</${name}>`).exec(answer) ?? [];
    if (value === undefined) throw new Error(`STS gave no ${name}`);
    return value;
  };
  return {
    accessKeyId: text('AccessKeyId'),
    secretAccessKey: text('SecretAccessKey'),
    sessionToken: text('SessionToken'),
    expiration: new Date(text('Expiration')),
  };
}
