import { lambdaApi } from '../platform/aws/lambda-api.ts';
import { rooms } from './api.ts';
import { integrationsIndex } from './routes.generated.ts';

export const handler = lambdaApi('integrations', integrationsIndex, rooms);
