import { Aws, Duration } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { PAGES_POLICY } from '../../local/http/static-files.ts';
import { blobBucketName } from '../data/blob-store.ts';
import type { Stage } from '../stage.ts';

/** What a browser may do with the pages: what it may on the local host, and post uploads to the bucket. */
export const contentPolicyOf = (stage: Stage): string =>
  `${PAGES_POLICY}; connect-src 'self' https://${blobBucketName(stage)}.s3.${Aws.REGION}.amazonaws.com; upgrade-insecure-requests`;

/** A page asks for nothing of the device it runs on. */
const PERMISSIONS = ['accelerometer', 'camera', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'payment', 'usb']
  .map((name) => `${name}=()`)
  .join(', ');

const TWO_YEARS = Duration.days(730);

export function pageHeaders(scope: Construct, id: string, stage: Stage): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, id, {
    comment: 'Diwan: the pages',
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: contentPolicyOf(stage), override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      strictTransportSecurity: { accessControlMaxAge: TWO_YEARS, includeSubdomains: true, override: true },
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'permissions-policy', value: PERMISSIONS, override: true },
        { header: 'cross-origin-opener-policy', value: 'same-origin', override: true },
      ],
    },
  });
}
