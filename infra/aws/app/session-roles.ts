import { Duration } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { CompositePrincipal, type IPrincipal, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { TableGrant } from '../../../functions/manifest.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Lambda } from './lambda.ts';
import { tableRights } from './table-rights.ts';
