import { signedCall } from './signed-call.ts';

/** Reads a secret when the function starts. */
export async function readSecret(arn: string): Promise<string> {
  const region = arn.split(':')[3] ?? '';
  const { AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoint = `https://secretsmanager.${region}.amazonaws.com` } = process.env;
  const answer: unknown = JSON.parse(
    await signedCall({
      service: 'secretsmanager',
      region,
      endpoint,
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'secretsmanager.GetSecretValue' },
      body: JSON.stringify({ SecretId: arn }),
    }),
  );
  if (typeof answer !== 'object' || answer === null || !('SecretString' in answer)) throw new Error('a secret holds no text');
  return String(answer.SecretString);
}
