import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { Stage } from '../stage.ts';
import { Alarms, type Watched } from './alarms.ts';
import { Overview } from './dashboard.ts';

export interface WatchStackProps extends StackProps {
  readonly stage: Stage;
  readonly watched: Watched;
  /** Who is told; they confirm by a mail from Amazon. More may subscribe to the topic by hand. */
  readonly alarmEmail?: string;
}

/** Who is told what, when something is wrong. It changes nothing of what it looks at. */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, { stage, watched, alarmEmail, ...props }: WatchStackProps) {
    super(scope, id, props);
    const topic = new Topic(this, 'Alarmed', { displayName: `Diwan ${stage.name}`, enforceSSL: true });
    // A topic with a policy of its own loses the one by which alarms of the account may tell it anything.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    if (alarmEmail) {
      const mails = topic.addSubscription(new EmailSubscription(alarmEmail));
      acknowledge(mails, {
        'Serverless-SNSRedrivePolicy': 'A mail that does not arrive is not lost: the alarm stays on, here and on the dashboard.',
      });
    }
    const { alarms } = new Alarms(this, 'Alarms', { watched, tell: new SnsAction(topic) });
    new Overview(this, 'Overview', { stage, watched, alarms });
    new CfnOutput(this, 'AlarmTopic', { value: topic.topicArn, description: 'Subscribe here to be told' });
  }
}
