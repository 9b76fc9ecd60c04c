import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Stage } from '../stage.ts';
import { ApiDoor } from './api-door.ts';
import { Front } from './front.ts';
import { PageBucket, PublishedPages } from './pages.ts';

/** The product's own name. */
export interface Domain {
  readonly name: string;
  /** Of a certificate in us-east-1 for that name. */
  readonly certificateArn: string;
  /** Its zone in Route 53; without one, whoever keeps the zone points the name at the distribution. */
  readonly zone?: { readonly id: string; readonly name: string };
}

export interface DoorStackProps extends StackProps {
  readonly stage: Stage;
  readonly apiPaths: readonly string[];
  readonly doorKey: ISecret;
  /** See `Settings`. */
  readonly keysTurnedOn?: string;
  readonly accessLogs: IBucket;
  /** The folder of the built pages; undefined before the first build. */
  readonly pagesFolder?: string;
  readonly domain?: Domain;
  readonly webAclArn?: string;
}

/** Where the world comes in: one address for pages and API. */
export class DoorStack extends Stack {
  readonly apiId: string;
  /** `https://...`, without a slash at its end: for links in mails. */
  readonly pagesUrl: string;

  constructor(
    scope: Construct,
    id: string,
    { stage, apiPaths, doorKey, keysTurnedOn, accessLogs, pagesFolder, domain, webAclArn, ...props }: DoorStackProps,
  ) {
    super(scope, id, props);
    const api = new ApiDoor(this, 'ApiDoor', { stage });
    const pages = new PageBucket(this, 'Pages', { logs: accessLogs });
    const { distribution } = new Front(this, 'Front', {
      stage,
      apiDomain: api.domainName,
      apiPaths,
      doorKey: doorKey.secretValue.unsafeUnwrap(),
      keysTurnedOn,
      pages: pages.bucket,
      domain,
      webAclArn,
    });
    if (pagesFolder) new PublishedPages(this, 'Published', { stage, folder: pagesFolder, bucket: pages.bucket, distribution });
    if (domain?.zone) {
      const zone = HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId: domain.zone.id, zoneName: domain.zone.name });
      const target = RecordTarget.fromAlias(new CloudFrontTarget(distribution));
      new ARecord(this, 'AddressV4', { zone, recordName: domain.name, target });
      new AaaaRecord(this, 'AddressV6', { zone, recordName: domain.name, target });
    }
    this.apiId = api.apiId;
    this.pagesUrl = `https://${domain?.name ?? distribution.distributionDomainName}`;
    new CfnOutput(this, 'Address', { value: this.pagesUrl, description: 'Where the product is' });
    new CfnOutput(this, 'PointsTo', { value: distribution.distributionDomainName, description: 'What a name kept elsewhere is pointed at (CNAME)' });
  }
}
