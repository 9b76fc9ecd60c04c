import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type TableGrant, tableGrants } from '../../../functions/manifest.ts';
import type { IndexName } from '../../../functions/platform/table/port.ts';

/** Item actions alone. There is no Scan and no PartiQL among them, nothing that sees the table whole; a transaction is authorised through these. */
const READS = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:ConditionCheckItem'] as const;
const WRITES = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem'] as const;

/**
 * What grants of the manifest allow, taken together: one transaction may write under the keys of several, and is then held to one statement
 * that names them all.
 */
export function tableRights(table: ITableV2, grants: readonly TableGrant[]): readonly PolicyStatement[] {
  if (grants.includes('due')) {
    if (grants.length > 1) throw new Error('the due index spans firms: it is read in a session of its own');
    return [right(['dynamodb:Query'], [indexOf(table, 'due')], tableGrants.due.reads)];
  }
  const reads = grants.flatMap((grant) => tableGrants[grant].reads);
  const writes = grants.flatMap((grant) => tableGrants[grant].writes);
  return [
    right(READS, [table.tableArn, ...(grants.some(asksByIndex) ? [indexOf(table, 'gsi1')] : [])], reads),
    ...(writes.length > 0 ? [right(WRITES, [table.tableArn], writes)] : []),
  ];
}

const asksByIndex = (grant: TableGrant): boolean => grant === 'firm' || grant === 'identity';
const indexOf = (table: ITableV2, index: IndexName): string => `${table.tableArn}/index/${index}`;

/**
 * `ForAllValues` is true of a request that names no leading key at all, as a Scan does not: hence the second condition. A tag cannot hold `#`, `*` or `?`,
 * so a session can neither end its prefix early nor widen it.
 */
function right(actions: readonly string[], resources: readonly string[], prefixes: readonly string[]): PolicyStatement {
  return new PolicyStatement({
    effect: Effect.ALLOW,
    actions: [...actions],
    resources: [...resources],
    conditions: {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': prefixes.map((prefix) => `${prefix}*`) },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    },
  });
}
