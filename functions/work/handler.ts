import { lambdaApi } from '../platform/aws/lambda-api.ts';
import { verbs } from './api.ts';
import { workRoutes } from './routes.ts';

export const handler = lambdaApi('work', workRoutes, verbs);
