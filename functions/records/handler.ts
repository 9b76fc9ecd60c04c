import { lambdaApi } from '../platform/aws/lambda-api.ts';
import { rooms } from './api.ts';
import { recordsIndex } from './routes.generated.ts';

export const handler = lambdaApi('records', recordsIndex, rooms);
