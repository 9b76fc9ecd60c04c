import { Duration } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  type IOrigin,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  Function as ViewerFunction,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { Stage } from '../stage.ts';
import { pageHeaders } from './page-headers.ts';
import { PAGE_OF_ADDRESS } from './page-of-address.ts';
import { VIEWER_ADDRESS } from './viewer-address.ts';

export interface FrontProps {
  readonly stage: Stage;
  /** Host name of the HTTP API. */
  readonly apiDomain: string;
  /** Addresses that the API answers; everything else is a page. */
  readonly apiPaths: readonly string[];
  /** Said to the API with every request, so that it knows who came through here. A reference that CloudFormation resolves, never the value. */
  readonly doorKey: string;
  /** CloudFormation reads a key anew where something else changes: this does. */
  readonly keysTurnedOn?: string;
  /** Holds the built pages. */
  readonly pages: IBucket;
  /** The product's own name, with a certificate in us-east-1. Without it the pages are at CloudFront's name. */
  readonly domain?: { readonly name: string; readonly certificateArn: string };
  /** A web ACL in us-east-1 to put before everything. Each has its price; limits per firm and per address hold without it. */
  readonly webAclArn?: string;
}

/** The one address of an installation: pages and API on the same origin, over HTTPS alone. */
export class Front extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, props: FrontProps) {
    super(scope, id);
    const api = this.#apiBehaviour(props);
    this.distribution = new Distribution(this, 'Distribution', {
      comment: ['Diwan', props.stage.name, ...(props.keysTurnedOn ? ['keys of', props.keysTurnedOn] : [])].join(' '),
      defaultBehavior: this.#pageBehaviour(props),
      additionalBehaviors: Object.fromEntries(props.apiPaths.map((path) => [path, api])),
      defaultRootObject: 'index.html',
      errorResponses: NO_ERROR_IS_KEPT,
      httpVersion: HttpVersion.HTTP2_AND_3,
      // With the Middle East and without the dearest edges.
      priceClass: PriceClass.PRICE_CLASS_200,
      webAclId: props.webAclArn,
      ...(props.domain && {
        domainNames: [props.domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', props.domain.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
    });
    acknowledge(this.distribution, findings(props));
  }

  #pageBehaviour({ stage, pages }: FrontProps): BehaviorOptions {
    return {
      // LIST makes a file that is not there 404 and not 403; nobody can list, because an address without an ending is always the page.
      origin: S3BucketOrigin.withOriginAccessControl(pages, { originAccessLevels: [AccessLevel.READ, AccessLevel.LIST] }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: pageHeaders(this, 'PageHeaders', stage),
      functionAssociations: [{ function: viewerFunction(this, 'PageOfAddress', PAGE_OF_ADDRESS), eventType: FunctionEventType.VIEWER_REQUEST }],
    };
  }

  #apiBehaviour({ apiDomain, doorKey }: FrontProps): BehaviorOptions {
    return {
      origin: apiOrigin(apiDomain, doorKey),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      // A bearer token must never travel in the clear, not even to be redirected.
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      cachePolicy: compressedAndNotKept(this, 'ApiCache'),
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      functionAssociations: [{ function: viewerFunction(this, 'ViewerAddress', VIEWER_ADDRESS), eventType: FunctionEventType.VIEWER_REQUEST }],
    };
  }
}

/** Longer than API Gateway's own limit, so that its answer arrives and not CloudFront's page. */
const API_READ_TIMEOUT = Duration.seconds(35);

function apiOrigin(domainName: string, doorKey: string): IOrigin {
  return new HttpOrigin(domainName, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    readTimeout: API_READ_TIMEOUT,
    customHeaders: { 'x-diwan-door': doorKey },
  });
}

/**
 * The API says `no-store`, and so nothing of it is kept. But CloudFront compresses only where it might keep: a policy of at most one second
 * that heeds the API's word. Who asks, and in which language, is part of the key all the same.
 */
function compressedAndNotKept(scope: Construct, id: string): CachePolicy {
  return new CachePolicy(scope, id, {
    comment: 'Diwan: the API, compressed',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.seconds(1),
    headerBehavior: CacheHeaderBehavior.allowList('authorization', 'accept', 'accept-language'),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    cookieBehavior: CacheCookieBehavior.none(),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });
}

const viewerFunction = (scope: Construct, id: string, code: string): ViewerFunction =>
  new ViewerFunction(scope, id, { runtime: FunctionRuntime.JS_2_0, code: FunctionCode.fromInline(code) });

/** CloudFront keeps errors for ten seconds unless told: what was not there a moment ago would stay away after it was made. */
const NO_ERROR_IS_KEPT = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504].map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) }));

function findings({ domain, webAclArn }: FrontProps): Readonly<Record<string, string>> {
  return {
    'AwsSolutions-CFR1': 'Firms and their people are wherever they are: no country is shut out.',
    ...(!webAclArn && {
      'AwsSolutions-CFR2': 'Limits per firm and per address are in the API, and no SQL is behind it; a web ACL may be given with -c webAclArn.',
    }),
    'AwsSolutions-CFR3': "CloudFront's log keeps query strings, in which people search for names. The API's access log tells the same without them.",
    'Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk': 'Nothing lists the bucket: see the origin of the pages, and its test.',
    ...(!domain && { 'AwsSolutions-CFR4': "CloudFront's own name comes with its own certificate and policy; with -c domain TLS 1.2 is required." }),
  };
}
