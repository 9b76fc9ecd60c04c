import { Stack } from 'aws-cdk-lib';
import { CfnIntegration, CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import { gatewayRoutes, type RoutedApi } from './gateway-routes.ts';

export interface ApiRoutesProps {
  readonly apiId: string;
  readonly apis: readonly RoutedApi[];
  /** The function of each context. */
  readonly functions: ReadonlyMap<string, IFunction>;
}

/**
 * Brings each address to the function of its context. One integration and one permission a function, not a route: a stack holds 500 resources,
 * and a function's policy 20 KB.
 */
export class ApiRoutes extends Construct {
  constructor(scope: Construct, id: string, { apiId, apis, functions }: ApiRoutesProps) {
    super(scope, id);
    const integrations = new Map([...functions].map(([context, target]) => [context, this.#integration(context, apiId, target)]));
    for (const { key, context } of gatewayRoutes(apis)) {
      const integration = integrations.get(context);
      if (!integration) throw new Error(`no function answers for ${context}`);
      const route = new CfnRoute(this, `Route ${key}`, {
        apiId,
        routeKey: key,
        target: `integrations/${integration.ref}`,
        authorizationType: 'NONE',
      });
      acknowledge(route, {
        'AwsSolutions-APIG4':
          'Sessions and keys are our own and opaque: the chain in front of every verb checks them on each request (functions/platform/http/serve.ts).',
      });
    }
  }

  #integration(context: string, apiId: string, target: IFunction): CfnIntegration {
    target.addPermission(`Door${context}`, {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(this).formatArn({ service: 'execute-api', resource: apiId, resourceName: '*' }),
    });
    return new CfnIntegration(this, `Integration ${context}`, {
      apiId,
      integrationType: 'AWS_PROXY',
      integrationUri: target.functionArn,
      integrationMethod: 'POST',
      payloadFormatVersion: '2.0',
    });
  }
}
