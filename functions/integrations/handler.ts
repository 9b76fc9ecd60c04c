import { lambdaApi } from '../platform/aws/lambda-api.ts';
import { verbs } from './api.ts';
import { integrationsRoutes } from './routes.ts';

export const handler = lambdaApi('integrations', integrationsRoutes, verbs);
