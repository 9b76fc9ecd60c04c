import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ContributorInsightsMode,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { type IndexName, indexes } from '../../../functions/platform/table/port.ts';
import type { Stage } from '../stage.ts';

export interface OneTableProps {
  readonly stage: Stage;
}

/** As far back as DynamoDB lets one go. */
const RECOVERY_DAYS = 35;

/** The one table of the product. Its keys and indexes are those of the table port, so that the two cannot drift. */
export class OneTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, { stage }: OneTableProps) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      globalSecondaryIndexes: Object.keys(indexes).map((name) => indexOf(name as IndexName)),
      // Nobody knows how busy firms will be: a table that is paid by the request cannot be sized wrongly.
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: RECOVERY_DAYS },
      // Only throttled keys are reported, and cost nothing until there are some: they name the firm that runs hot.
      contributorInsightsSpecification: { enabled: true, mode: ContributorInsightsMode.THROTTLED_KEYS },
      // No item expires by itself: TTL deletes late and unseen, and rules about retention are law.
      deletionProtection: stage.retained,
      removalPolicy: stage.retained ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }
}

function indexOf(name: IndexName): GlobalSecondaryIndexPropsV2 {
  const { pk, sk, projection } = indexes[name];
  return {
    indexName: name,
    partitionKey: { name: pk, type: AttributeType.STRING },
    sortKey: { name: sk, type: AttributeType.STRING },
    projectionType: projection === 'all' ? ProjectionType.ALL : ProjectionType.KEYS_ONLY,
  };
}
