import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { DueQueue } from '../due/queue.ts';

/** What SQS takes at once. */
const BATCH = 10;

/** The queue of what is due, on SQS. A message that was not taken fails the whole: the sweep or the stream hands it over again. */
export function sqsQueue(url: string, client: SQSClient = new SQSClient({})): DueQueue {
  return {
    async send(items) {
      for (let at = 0; at < items.length; at += BATCH) {
        const entries = items.slice(at, at + BATCH).map((due, i) => ({ Id: String(i), MessageBody: JSON.stringify(due) }));
        const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: entries }));
        if (Failed.length > 0) throw new Error(`${Failed.length} due items were not taken: ${Failed[0]?.Code}`);
      }
    },
  };
}
