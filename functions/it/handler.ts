import { lambdaApi } from '../platform/aws/lambda-api.ts';
import { rooms } from './api.ts';
import { itIndex } from './routes.generated.ts';

export const handler = lambdaApi('it', itIndex, rooms);
