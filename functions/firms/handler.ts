import { lambdaApi } from '../platform/aws/lambda-api.ts';
import { verbs } from './api.ts';
import { firmsRoutes } from './routes.ts';

export const handler = lambdaApi('firms', firmsRoutes, verbs);
