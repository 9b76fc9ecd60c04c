import { lambdaApi } from '../platform/aws/lambda-api.ts';
import { rooms } from './api.ts';
import { firmsIndex } from './routes.generated.ts';

export const handler = lambdaApi('firms', firmsIndex, rooms);
