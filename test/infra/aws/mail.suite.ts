import { describe, expect, test } from 'vitest';
import { listOf, statementsOf } from './policy.ts';
import { appOf, named, ofType, resourcesIn, resourcesOf } from './synthesised.ts';

const withMail = resourcesIn(appOf('prod', { mailDomain: 'desk.diwan.example' }).stacks);
const without = resourcesOf('prod');

describe('mail that comes in', () => {
  test('is looked through by SES, put into its bucket, and handed to its function', () => {
    expect(named(withMail.app, 'MailRule', 'AWS::SES::ReceiptRule').Properties.Rule).toMatchObject({
      Enabled: true,
      Recipients: ['desk.diwan.example'],
      ScanEnabled: true,
      Actions: [{ S3Action: { ObjectKeyPrefix: 'incoming/' } }, { LambdaAction: { InvocationType: 'Event' } }],
    });
  });
  test('is taken in nowhere where no domain was said; nobody is told an address there', () => {
    expect(ofType(without.app, 'AWS::SES::ReceiptRule')).toEqual([]);
    expect(JSON.stringify(without.app)).not.toContain('MAIL_DOMAIN');
    expect(named(withMail.app, 'workLambdaFunction', 'AWS::Lambda::Function').Properties.Environment.Variables.MAIL_DOMAIN).toBe(
      'desk.diwan.example',
    );
  });
  test('is written by SES of this account alone, and only where mails arrive', () => {
    const policy = named(without.data, 'MailBucketPolicy', 'AWS::S3::BucketPolicy').Properties.PolicyDocument.Statement;
    const allowed = policy.filter(
      ({ Effect, Principal }: { Effect: string; Principal: { Service?: string } }) => Effect === 'Allow' && Principal.Service,
    );
    expect(allowed).toMatchObject([
      {
        Action: 's3:PutObject',
        Principal: { Service: 'ses.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      },
    ]);
    expect(JSON.stringify(allowed[0].Resource)).toContain('/incoming/*');
  });
  test('does not stay: what nobody took goes after a fortnight', () => {
    expect(named(without.data, 'MailBucket', 'AWS::S3::Bucket').Properties.LifecycleConfiguration.Rules).toMatchObject([
      { ExpirationInDays: 14, Status: 'Enabled' },
    ]);
  });
  test('is read and removed by its function alone, which sends no mail and knows nobody’s session', () => {
    const rights = statementsOf(withMail.app, 'mailInLambdaRole');
    const ofDrop = rights.filter(({ Resource }) => JSON.stringify(Resource).includes('diwan-prod-mail-'));
    expect(ofDrop.flatMap(({ Action }) => listOf(Action)).sort()).toEqual(['s3:DeleteObject', 's3:GetObject', 's3:ListBucket']);
    expect(rights.flatMap(({ Action }) => listOf(Action)).filter((action) => action.startsWith('ses:'))).toEqual([]);
    expect(JSON.stringify(statementsOf(withMail.app, 'mailInSession'))).not.toContain('D#');
  });
  test('calls the function from that one rule, and tells what failed', () => {
    expect(named(withMail.app, 'mailInLambdaFunctionFromSes', 'AWS::Lambda::Permission').Properties).toMatchObject({
      Principal: 'ses.amazonaws.com',
      SourceAccount: { Ref: 'AWS::AccountId' },
    });
    expect(named(withMail.app, 'mailInLambdaFunctionEventInvokeConfig', 'AWS::Lambda::EventInvokeConfig').Properties).toMatchObject({
      MaximumRetryAttempts: 2,
    });
  });
  test('is taken in while an installation is closed, and waits: sent back it would be lost', () => {
    const closed = resourcesIn(appOf('prod', { mailDomain: 'desk.diwan.example', isClosed: true }).stacks);
    expect(named(closed.app, 'MailRule', 'AWS::SES::ReceiptRule').Properties.Rule.Enabled).toBe(true);
  });
});
