import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { type Conditions, PrincipalWithConditions, Role } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { idPrefixes } from '../../../domain/kernel/ids.ts';
import type { TableGrant } from '../../../functions/manifest.ts';
import { NO_FIRM } from '../../../functions/platform/aws/session-clients.ts';
import type { Lambda } from './lambda.ts';
import { tableRights } from './table-rights.ts';

export interface SessionRoleProps {
  readonly about: string;
  readonly table: ITableV2;
  /** What a session may do: see `tableGrants` of the manifest. */
  readonly grants: readonly TableGrant[];
  /** The one function that may put the role on. */
  readonly wornBy: Lambda;
}

/**
 * The role in whose sessions a function works with the table. The function has no right to the table of its own: it puts this role on with the tag
 * `firm`, and the policy allows the leading keys of that firm. Code that forgets its scope is refused by AWS (docs/adr/0040).
 */
export class SessionRole extends Construct {
  readonly role: Role;

  constructor(scope: Construct, id: string, { about, table, grants, wornBy }: SessionRoleProps) {
    super(scope, id);
    this.role = new Role(this, 'Role', {
      description: `Diwan: the table, for: ${about}`,
      assumedBy: new PrincipalWithConditions(
        wornBy.role,
        taggedWith(grants.includes('firm') ? [`${idPrefixes.firm}_*`, NO_FIRM] : [NO_FIRM]),
      ).withSessionTags(),
    });
    for (const statement of tableRights(table, grants)) this.role.addToPolicy(statement);
    wornBy.allow(['sts:AssumeRole', 'sts:TagSession'], [this.role.roleArn]);
  }
}

/** The tag must be there, must be a firm's id or say that there is none, and must be the only one. */
const taggedWith = (firms: readonly string[]): Conditions => ({
  StringLike: { 'aws:RequestTag/firm': firms },
  'ForAllValues:StringEquals': { 'aws:TagKeys': ['firm'] },
});
