import { lambdaApi } from '../platform/aws/lambda-api.ts';
import { verbs } from './api.ts';
import { recordsRoutes } from './routes.ts';

export const handler = lambdaApi('records', recordsRoutes, verbs);
