import { lambdaApi } from '../platform/aws/lambda-api.ts';
import { rooms } from './api.ts';
import { identityIndex } from './routes.generated.ts';

export const handler = lambdaApi('identity', identityIndex, rooms);
