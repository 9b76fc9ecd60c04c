import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { CfnApi, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Stage } from '../stage.ts';

export interface ApiDoorProps {
  readonly stage: Stage;
}

/** One JSON line a request: which route, how it ended, how long it took. No address with its query, no header: those hold what people wrote. */
const LOG_FORMAT = JSON.stringify({
  at: '$context.requestTime',
  request: '$context.requestId',
  from: '$context.identity.sourceIp',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  ms: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
  error: '$context.error.message',
  functionError: '$context.integrationErrorMessage',
});

/** The HTTP API without its routes: those come with the functions, which need to know where the pages are, which need to know where this is. */
export class ApiDoor extends Construct {
  readonly apiId: string;
  /** Without a scheme: an origin of the distribution. */
  readonly domainName: string;

  constructor(scope: Construct, id: string, { stage }: ApiDoorProps) {
    super(scope, id);
    const api = new CfnApi(this, 'Api', { name: `diwan-${stage.name}`, protocolType: 'HTTP', description: 'Diwan: /v1, /docs and /healthz' });
    const log = new LogGroup(this, 'AccessLog', {
      retention: stage.logRetention,
      removalPolicy: stage.retained ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    new CfnStage(this, 'Stage', {
      apiId: api.ref,
      stageName: '$default',
      autoDeploy: true,
      accessLogSettings: { destinationArn: log.logGroupArn, format: LOG_FORMAT },
      defaultRouteSettings: { throttlingRateLimit: stage.requestsPerSecond, throttlingBurstLimit: stage.requestBurst },
    });
    this.apiId = api.ref;
    const { region, urlSuffix } = Stack.of(this);
    this.domainName = `${api.ref}.execute-api.${region}.${urlSuffix}`;
  }
}
