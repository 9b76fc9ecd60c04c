import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { CfnReceiptRule, CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { INCOMING } from '../../../functions/platform/aws/lambda-mail.ts';
import type { DueQueue } from './due-queue.ts';
import type { Lambda } from './lambda.ts';

export interface MailRuleProps {
  /** The domain at which firms are written to. */
  readonly domain: string;
  readonly bucketName: string;
  readonly taker: Lambda;
  readonly due: DueQueue;
}

/** A mail that failed is tried twice more, and one for which no function is free so long; then it is told, and its object waits. */
const RETRIES = 2;
const MOST_AGE = Duration.hours(6);

/** What SES does with mails to our domain: looks them through, puts them into the bucket, calls the function. The rule set is made active by hand (docs/deploy.md): an account has one. */
export class MailRule extends Construct {
  constructor(scope: Construct, id: string, { domain, bucketName, taker, due }: MailRuleProps) {
    super(scope, id);
    const { account, partition, region } = Stack.of(this);
    const name = `${Stack.of(this).stackName}-mail`;
    taker.function.configureAsyncInvoke({ retryAttempts: RETRIES, maxEventAge: MOST_AGE, onFailure: new SqsDestination(due.lost) });
    taker.function.addPermission('FromSes', {
      principal: new ServicePrincipal('ses.amazonaws.com'),
      sourceAccount: account,
      sourceArn: `arn:${partition}:ses:${region}:${account}:receipt-rule-set/${name}:receipt-rule/desk`,
    });
    const rules = new CfnReceiptRuleSet(this, 'Rules', { ruleSetName: name });
    const rule = new CfnReceiptRule(this, 'Rule', {
      ruleSetName: name,
      rule: {
        name: 'desk',
        // While an installation is closed too: what arrives then waits, where a rule at rest would send it back.
        enabled: true,
        recipients: [domain],
        scanEnabled: true,
        // Whoever cannot encrypt may still write: a mail that is refused for it is a customer who is not heard.
        tlsPolicy: 'Optional',
        actions: [
          { s3Action: { bucketName, objectKeyPrefix: INCOMING } },
          { lambdaAction: { functionArn: taker.function.functionArn, invocationType: 'Event' } },
        ],
      },
    });
    rule.addResourceDependency(rules);
    // SES tries the permission when the rule is made.
    rule.node.addDependency(taker.function);
    new CfnOutput(this, 'RuleSet', { value: name, description: 'Make it active: aws ses set-active-receipt-rule-set --rule-set-name' });
  }
}
