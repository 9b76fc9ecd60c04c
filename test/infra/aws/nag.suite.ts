import { Stack, Validations } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { expect, test } from 'vitest';
import { stages } from '../../../infra/aws/stage.ts';
import { appOf } from './synthesised.ts';

/** Synthesises as app.ts does: a finding that nobody answers for throws. */
function checked({ app }: ReturnType<typeof appOf>): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  app.synth();
}

test.each(Object.values(stages))('cdk-nag finds nothing in $name that is not answered for', (stage) => {
  expect(() => checked(appOf(stage.name))).not.toThrow();
});

test('nor where mail is taken in', () => {
  expect(() => checked(appOf('prod', { mailDomain: 'desk.diwan.example' }))).not.toThrow();
});

test('cdk-nag finds what is wrong', () => {
  const wrong = appOf('dev');
  new Queue(new Stack(wrong.app, 'wrong'), 'Open');
  expect(() => checked(wrong)).toThrow('AwsSolutions-SQS4');
});
