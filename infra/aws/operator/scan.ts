import { type AttributeValue, type DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';

/** An item as DynamoDB says it: an operator copies and compares, and reads nothing of it. */
export type RawItem = Readonly<Record<string, AttributeValue>>;

/** What an operator looks at, with the credentials of the operator and not of any function: no function may scan. */
export interface Place {
  readonly client: DynamoDBClient;
  readonly tableName: string;
}

export interface Wanted {
  /** What partition keys begin with. */
  readonly prefix: string;
  /** One sort key, where only that is wanted. */
  readonly sk?: string;
  /** Keys alone. */
  readonly keysOnly?: boolean;
}

/** Reads the whole table and gives what is wanted. It costs a read of every byte: for restores, and for nothing that happens daily. */
export async function* scan({ client, tableName }: Place, { prefix, sk, keysOnly }: Wanted): AsyncGenerator<RawItem> {
  let ExclusiveStartKey: RawItem | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: tableName,
        ConsistentRead: true,
        FilterExpression: `begins_with(pk, :prefix)${sk === undefined ? '' : ' AND sk = :sk'}`,
        ExpressionAttributeValues: { ':prefix': { S: prefix }, ...(sk !== undefined && { ':sk': { S: sk } }) },
        ...(keysOnly && { ProjectionExpression: 'pk, sk' }),
        ...(ExclusiveStartKey && { ExclusiveStartKey }),
      }),
    );
    yield* page.Items ?? [];
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}
