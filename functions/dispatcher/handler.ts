import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { environment } from '../platform/aws/environment.ts';
import { dispatch } from '../platform/aws/lambda-due.ts';
import { sqsQueue } from '../platform/aws/sqs-queue.ts';

const queue = sqsQueue(environment('DUE_QUEUE_URL'));

/** With every batch of changes that put something into the due index. */
export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => dispatch(event, queue, new Date().toISOString());
