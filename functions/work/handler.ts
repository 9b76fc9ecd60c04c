import { lambdaApi } from '../platform/aws/lambda-api.ts';
import { rooms } from './api.ts';
import { workIndex } from './routes.generated.ts';

export const handler = lambdaApi('work', workIndex, rooms);
