import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { throughTheDoor } from '../../../functions/platform/aws/through-the-door.ts';
import { PAGE_OF_ADDRESS } from '../../../infra/aws/door/page-of-address.ts';
import { VIEWER_ADDRESS } from '../../../infra/aws/door/viewer-address.ts';
import { PAGES_POLICY } from '../../../infra/local/http/static-files.ts';
import { appOf, named, ofType, type Resource, resourcesIn, resourcesOf } from './synthesised.ts';

const { door } = resourcesOf('prod');
const front = (from = door): Resource['Properties'] =>
  named(from, 'FrontDistribution', 'AWS::CloudFront::Distribution').Properties.DistributionConfig;
const apiBehaviours = front().CacheBehaviors;

describe('at the one address', () => {
  test('pages and API are reached over HTTPS alone; a token is not even redirected', () => {
    expect(front().DefaultCacheBehavior.ViewerProtocolPolicy).toBe('redirect-to-https');
    for (const each of apiBehaviours) expect([each.PathPattern, each.ViewerProtocolPolicy]).toEqual([each.PathPattern, 'https-only']);
  });
  test('the API answers under /v1, and where people look for its reference and its health', () => {
    expect(apiBehaviours.map((each: { PathPattern: string }) => each.PathPattern).sort()).toEqual(['/docs', '/healthz', '/v1/*']);
  });
  test('nothing of the API is kept: not for longer than it says, and no error at all', () => {
    const [policy] = ofType(door, 'AWS::CloudFront::CachePolicy');
    expect(policy?.Properties.CachePolicyConfig).toMatchObject({ DefaultTTL: 0, MinTTL: 0, MaxTTL: 1 });
    const { HeadersConfig, QueryStringsConfig } = policy?.Properties.CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin ?? {};
    expect(HeadersConfig.Headers).toContain('authorization');
    expect(QueryStringsConfig.QueryStringBehavior).toBe('all');
    for (const each of front().CustomErrorResponses) expect(each).toEqual({ ErrorCode: expect.any(Number), ErrorCachingMinTTL: 0 });
    expect(front().CustomErrorResponses.map((each: { ErrorCode: number }) => each.ErrorCode)).toEqual(expect.arrayContaining([404, 500, 503]));
  });
  test('the API is told by a key that it was reached through the door, and the template does not hold the key', () => {
    const headers = front().Origins.flatMap((origin: { OriginCustomHeaders?: unknown[] }) => origin.OriginCustomHeaders ?? []);
    expect(headers).toHaveLength(1);
    expect(headers[0].HeaderName).toBe('x-diwan-door');
    expect(JSON.stringify(headers[0].HeaderValue)).toMatch(/resolve:secretsmanager:.*DoorKey.*:SecretString/);
  });
  test('the pages may do what they may on the local host, and post uploads to the bucket of their stage', () => {
    const [policy] = ofType(door, 'AWS::CloudFront::ResponseHeadersPolicy');
    const { SecurityHeadersConfig: headers } = policy?.Properties.ResponseHeadersPolicyConfig ?? {};
    const content = JSON.stringify(headers.ContentSecurityPolicy);
    expect(content).toContain(PAGES_POLICY);
    expect(content).toContain("connect-src 'self' https://diwan-prod-blobs-");
    expect(content).not.toMatch(/connect-src[^;]*\*/);
    expect(headers.StrictTransportSecurity).toMatchObject({ AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true });
    expect(headers.ContentTypeOptions).toEqual({ Override: true });
  });
  test('nobody but this distribution reads the bucket of the pages', () => {
    const { Statement } = named(door, 'PagesBucketPolicy', 'AWS::S3::BucketPolicy').Properties.PolicyDocument;
    const readers = Statement.filter(({ Principal }: { Principal: { Service?: string } }) => Principal.Service);
    expect(readers).toMatchObject([
      { Principal: { Service: 'cloudfront.amazonaws.com' }, Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } } },
    ]);
  });
});

describe('in CloudFront', () => {
  const run = (code: string, event: unknown) => runInNewContext(`${code}; handler(event)`, { event });

  test.each([
    ['/', '/index.html'],
    ['/firms/frm_1/invoices', '/index.html'],
    ['/assets/main-4f2a.js', '/assets/main-4f2a.js'],
    ['/favicon.svg', '/favicon.svg'],
    ['/v1.2/thing', '/index.html'],
  ])('%s is the file %s', (uri, file) => {
    expect(run(PAGE_OF_ADDRESS, { request: { uri } }).uri).toBe(file);
  });
  test('the address that the API hears of is the one that CloudFront saw, whatever the caller says', () => {
    const headers = { 'x-diwan-viewer': { value: '1.1.1.1' }, authorization: { value: 'Bearer x' } };
    const sent = run(VIEWER_ADDRESS, { request: { headers }, viewer: { ip: '203.0.113.7' } });
    expect(sent.headers).toEqual({ 'x-diwan-viewer': { value: '203.0.113.7' }, authorization: { value: 'Bearer x' } });
  });
  test('the names of what the door says are those that the functions listen for', () => {
    const event = { headers: { 'x-diwan-door': 'key', 'x-diwan-viewer': '203.0.113.7' }, requestContext: { http: { sourceIp: '130.176.0.1' } } };
    const admitted = throughTheDoor(event as unknown as Parameters<typeof throughTheDoor>[0], 'key');
    expect(admitted?.requestContext.http.sourceIp).toBe('203.0.113.7');
  });
});

describe('the HTTP API', () => {
  const { Properties: stage } = named(door, 'ApiDoorStage', 'AWS::ApiGatewayV2::Stage');

  test('is throttled as a whole', () => expect(stage.DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 2_000, ThrottlingBurstLimit: 4_000 }));
  test('logs who asked for which route and how it ended, and neither queries nor tokens', () => {
    const format = JSON.parse(stage.AccessLogSettings.Format);
    expect(format).toMatchObject({ route: '$context.routeKey', status: '$context.status', ms: '$context.responseLatency' });
    expect(stage.AccessLogSettings.Format).not.toMatch(/query|authorizer|header|\$context\.path/i);
  });
});

test('the page is published after what it names, and old assets stay for those who have the old page open', () => {
  const copies = Object.values(door).filter(({ Type }) => Type === 'Custom::CDKBucketDeployment');
  expect(copies.map(({ Properties }) => [Properties.SystemMetadata['cache-control'], Properties.Prune])).toEqual([
    ['public, max-age=31536000, immutable', false],
    ['no-cache', false],
  ]);
  const [assets, page] = Object.entries(door).filter(([, { Type }]) => Type === 'Custom::CDKBucketDeployment');
  expect(page?.[1].DependsOn).toContain(assets?.[0]);
});

describe('with a name of its own', () => {
  const zone = { id: 'Z123', name: 'example.com' };
  const domain = { name: 'diwan.example.com', certificateArn: 'arn:aws:acm:us-east-1:111111111111:certificate/1', zone };
  const there = resourcesIn(appOf('prod', { domain }).stacks);

  test('it is served under the name, from TLS 1.2 on', () => {
    expect(front(there.door)).toMatchObject({
      Aliases: [domain.name],
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021', AcmCertificateArn: domain.certificateArn },
    });
  });
  test('mails link to the name, and uploads are taken from its pages alone', () => {
    expect(named(there.app, 'workerLambdaFunction', 'AWS::Lambda::Function').Properties.Environment.Variables.PAGES_URL).toBe(
      'https://diwan.example.com',
    );
    expect(named(there.data, 'BlobsBucket', 'AWS::S3::Bucket').Properties.CorsConfiguration.CorsRules[0].AllowedOrigins).toEqual([
      'https://diwan.example.com',
    ]);
  });
  test('the zone points the name at it', () => {
    expect(
      ofType(there.door, 'AWS::Route53::RecordSet')
        .map(({ Properties }) => Properties.Type)
        .sort(),
    ).toEqual(['A', 'AAAA']);
  });
});
