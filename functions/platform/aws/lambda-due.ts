import type { DynamoDBBatchResponse, DynamoDBStreamEvent, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { dueNow } from '../due/dispatch.ts';
import { DueMessage } from '../due/due-item.ts';
import type { DueQueue } from '../due/queue.ts';
import { sweep } from '../due/sweep.ts';
import { type DueHandlers, MAX_ATTEMPTS, setAside, work } from '../due/work.ts';
import type { DueItem } from '../ports.ts';
import type { Item } from '../table/port.ts';
import type { AwsPorts } from './ports.ts';

/** The tick: hands over what is due by now. */
export async function tick(ports: AwsPorts, queue: DueQueue): Promise<void> {
  try {
    const { handed } = await sweep({ ports, queue });
    ports.log.metric('handedOver', handed, 'Count');
  } finally {
    ports.log.flush();
  }
}

/** The dispatcher: of the changes that the stream tells, hands over what became due at once. What it could not hand over the stream tells again. */
export async function dispatch({ Records }: DynamoDBStreamEvent, queue: DueQueue, now: string): Promise<DynamoDBBatchResponse> {
  const due = Records.flatMap(({ dynamodb }) => {
    const [before, after] = [keysOf(dynamodb?.OldImage), keysOf(dynamodb?.NewImage)];
    return dueNow({ ...(before && { before }), ...(after && { after }) }, now) ?? [];
  });
  await queue.send(due);
  return { batchItemFailures: [] };
}

type Image = NonNullable<NonNullable<DynamoDBStreamEvent['Records'][number]['dynamodb']>['NewImage']>;

/** The keys of an image: nothing else of it is needed to know what is due. */
function keysOf(image: Image | undefined): Item | undefined {
  const duesk = image?.duesk?.S;
  return image && { pk: image.pk?.S ?? '', sk: image.sk?.S ?? '', ...(duesk !== undefined && { duesk }) };
}

/** The worker: does each item of a batch, and says which are to be tried again. */
export async function workBatch({ Records }: SQSEvent, ports: AwsPorts, handlers: DueHandlers): Promise<SQSBatchResponse> {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const record of Records) if (!(await isSettled(record, ports, handlers))) batchItemFailures.push({ itemIdentifier: record.messageId });
  ports.log.flush();
  return { batchItemFailures };
}

/** Whether nothing is left to try of a message: done, or set aside where people see it. One that cannot be read is left to the queue of dead letters. */
async function isSettled({ body, attributes }: SQSRecord, ports: AwsPorts, handlers: DueHandlers): Promise<boolean> {
  let due: DueItem | undefined;
  try {
    due = DueMessage.parse(JSON.parse(body));
    await work(due, ports, handlers);
    return true;
  } catch (cause) {
    ports.log.warn('a due item failed', { handler: due?.handler, at: due?.at, error: cause instanceof Error ? cause.stack : String(cause) });
    if (!due || Number(attributes.ApproximateReceiveCount) < MAX_ATTEMPTS) return false;
    return setAside(due, cause, ports).then(
      () => true,
      () => false,
    );
  }
}
