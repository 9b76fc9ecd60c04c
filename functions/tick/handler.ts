import { environment } from '../platform/aws/environment.ts';
import { tick } from '../platform/aws/lambda-due.ts';
import { awsPorts } from '../platform/aws/ports.ts';
import { sqsQueue } from '../platform/aws/sqs-queue.ts';
import { once } from '../platform/once.ts';

const ports = once(() => awsPorts({ due: true }));
const queue = sqsQueue(environment('DUE_QUEUE_URL'));

/** Every minute. */
export const handler = async (): Promise<void> => {
  await tick(await ports(), queue);
};
