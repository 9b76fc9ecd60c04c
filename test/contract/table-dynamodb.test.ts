import { afterAll, describe, test } from 'vitest';
import { dynamoTable } from '../../functions/platform/table/dynamo.ts';
import { type DynamoDbLocal, startDynamoDbLocal, whyNoDynamoDb } from './dynamodb-local.ts';
import { describeTable } from './table.ts';

const missing = await whyNoDynamoDb();
let local: DynamoDbLocal | undefined;
afterAll(() => local?.stop());

if (missing) {
  test.skip(missing, () => {});
} else {
  describe('against DynamoDB Local', { timeout: 30_000 }, () => {
    describeTable('DynamoDB', async () => {
      local = await startDynamoDbLocal();
      return dynamoTable({ client: local.client, tableName: await local.createTable() });
    });
  });
}
