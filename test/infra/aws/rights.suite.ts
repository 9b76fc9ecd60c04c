import { describe, expect, test } from 'vitest';
import { apis, background } from '../../../functions/manifest.ts';
import { allows, listOf, type Statement, statementsOf } from './policy.ts';
import { everything, functionNames, named, ofType, resourcesOf } from './synthesised.ts';

const { app } = resourcesOf('prod');
const mine = 'frm_01jd0000000000000000000000';
const other = 'frm_01jd0000000000000000000001';
const sessionOf = (name: string): readonly Statement[] => statementsOf(app, `${name}Session`);
const withTable = [...apis.map((row) => [row.context, row] as const), ...Object.entries(background)].filter(([, row]) => row.table.length > 0);
const inFirms = withTable.filter(([, row]) => (row.table as readonly string[]).includes('firm')).map(([name]) => name);

test.each(functionNames)('%s has no right to the table of its own', (name) => {
  const actions = statementsOf(app, `${name}LambdaRole`).flatMap(({ Action }) => listOf(Action));
  const ofTable = actions.filter((action) => action.startsWith('dynamodb:'));
  // To read the stream is the one thing that a session cannot do for its function.
  const stream = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'];
  expect(ofTable).toEqual(name === 'dispatcher' ? stream : []);
});

describe.each(inFirms)('in a session of %s', (name) => {
  const session = sessionOf(name);
  const actions = ['GetItem', 'BatchGetItem', 'Query', 'ConditionCheckItem', 'PutItem', 'UpdateItem', 'DeleteItem'].map(
    (action) => `dynamodb:${action}`,
  );

  test.each(actions)('%s reaches its own firm and no other', (action) => {
    expect(allows(session, { action, firm: mine, leadingKeys: [`F#${mine}#BOOK`] })).toBe(true);
    expect(allows(session, { action, firm: mine, leadingKeys: [`F#${other}#BOOK`] })).toBe(false);
    expect(allows(session, { action, firm: mine, leadingKeys: [`F#${mine}#BOOK`, `F#${other}#BOOK`] })).toBe(false);
    expect(allows(session, { action, firm: mine, leadingKeys: [`F#${mine}`] })).toBe(false);
    expect(allows(session, { action, firm: 'none', leadingKeys: [`F#${mine}#BOOK`] })).toBe(false);
  });
  test('the general index reaches its own firm and no other', () => {
    expect(allows(session, { action: 'dynamodb:Query', on: 'gsi1', firm: mine, leadingKeys: [`F#${mine}#INV`] })).toBe(true);
    expect(allows(session, { action: 'dynamodb:Query', on: 'gsi1', firm: mine, leadingKeys: [`F#${other}#INV`] })).toBe(false);
  });
  test('the due index, which spans firms, is out of reach', () => {
    expect(allows(session, { action: 'dynamodb:Query', on: 'due', firm: mine, leadingKeys: ['DUE#2031-01-01T00'] })).toBe(false);
  });
  test.each([...actions, 'dynamodb:Scan', 'dynamodb:PartiQLSelect'])('%s without a leading key is refused', (action) => {
    expect(allows(session, { action, firm: mine })).toBe(false);
  });
});

test.each(inFirms.filter((name) => withTable.some(([each, row]) => each === name && (row.table as readonly string[]).includes('sessions'))))(
  'a session of %s may look up who is asking, and nothing else of identity',
  (name) => {
    const session = sessionOf(name);
    expect(allows(session, { action: 'dynamodb:GetItem', firm: mine, leadingKeys: ['D#SESSION#abc'] })).toBe(true);
    expect(allows(session, { action: 'dynamodb:PutItem', firm: mine, leadingKeys: ['D#SESSION#abc'] })).toBe(false);
    expect(allows(session, { action: 'dynamodb:GetItem', firm: mine, leadingKeys: ['D#USER#usr_1'] })).toBe(false);
  },
);

test('founding a firm writes a user and the firm in one transaction', () => {
  const leadingKeys = ['D#USER#usr_1', `F#${mine}#FIRM`];
  expect(allows(sessionOf('identity'), { action: 'dynamodb:PutItem', firm: mine, leadingKeys })).toBe(true);
});

test('the sweep reads the due index and its watermark, and nothing of any firm', () => {
  const due = statementsOf(app, 'tickDueSession');
  expect(allows(due, { action: 'dynamodb:Query', on: 'due', firm: 'none', leadingKeys: ['DUE#2031-01-01T00'] })).toBe(true);
  expect(allows(due, { action: 'dynamodb:Query', firm: 'none', leadingKeys: ['DUE#2031-01-01T00'] })).toBe(false);
  const watermark = sessionOf('tick');
  expect(allows(watermark, { action: 'dynamodb:PutItem', firm: 'none', leadingKeys: ['D#SWEEP'] })).toBe(true);
  expect(allows(watermark, { action: 'dynamodb:GetItem', firm: mine, leadingKeys: [`F#${mine}#FIRM`] })).toBe(false);
  expect(allows(watermark, { action: 'dynamodb:GetItem', firm: 'none', leadingKeys: ['D#USER#usr_1'] })).toBe(false);
});

test('the secret for receipts is read by those that sign them, and by nobody else', () => {
  const readers = functionNames.filter((name) => JSON.stringify(statementsOf(app, `${name}LambdaRole`)).includes('ReceiptKey'));
  expect([...readers].sort()).toEqual(['work', 'worker']);
});

describe('the role of a session', () => {
  const roles = Object.entries(app).filter(([name, { Type }]) => Type === 'AWS::IAM::Role' && /Session/.test(name));

  test('is there for each function with a table, and one more for the due index', () => {
    expect(roles).toHaveLength(withTable.length + 1);
  });
  test.each(roles)('%s is put on by one function, with the tag of one firm and no other tag', (name, { Properties }) => {
    const { Statement: statements } = Properties.AssumeRolePolicyDocument;
    expect(statements).toHaveLength(1);
    const [{ Action, Condition, Principal }] = statements;
    expect([...Action].sort()).toEqual(['sts:AssumeRole', 'sts:TagSession']);
    expect(Principal.AWS['Fn::GetAtt'][0]).toMatch(new RegExp(`^${name.replace(/(Due)?Session.*/, '')}LambdaRole`));
    expect(listOf(Condition.StringLike['aws:RequestTag/firm'])).toContain('none');
    expect(Condition['ForAllValues:StringEquals']).toEqual({ 'aws:TagKeys': ['firm'] });
  });
});

describe('no policy', () => {
  const policies = everything('prod')
    .filter(([name, { Type }]) => Type === 'AWS::IAM::Policy' && !/CDKBucketDeployment/.test(name))
    .flatMap(([name, { Properties }]) => (Properties.PolicyDocument.Statement as Statement[]).map((statement) => [name, statement] as const));

  test('allows actions by a wildcard', () => {
    expect(policies.filter(([, { Action }]) => listOf(Action).some((action) => action.includes('*')))).toEqual([]);
  });
  test('allows anything on everything but to write traces, which have no names', () => {
    const all = policies.filter(([, { Resource }]) => listOf(Resource).includes('*')).flatMap(([, { Action }]) => listOf(Action));
    expect([...new Set(all)].sort()).toEqual(['xray:PutTelemetryRecords', 'xray:PutTraceSegments']);
  });
  test('allows mail from any address but ours', () => {
    const mail = policies.filter(([, { Action }]) => listOf(Action).some((action) => action.startsWith('ses:')));
    expect(mail.map(([name]) => name.replace(/LambdaRole.*/, ''))).toEqual(['app/worker']);
    for (const [, { Condition }] of mail) expect(Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'office@diwan.example' } });
  });
});

test.each(functionNames)('the environment of %s tells names and addresses, and no secret', (name) => {
  const { Variables } = named(app, `${name}LambdaFunction`, 'AWS::Lambda::Function').Properties.Environment;
  expect(JSON.stringify(Variables)).not.toMatch(/resolve:|SecretString|secretValue/i);
  expect(Object.keys(Variables).filter((key) => /key|secret|token|password/i.test(key) && !key.endsWith('_ARN'))).toEqual([]);
});

test('every function runs on the pinned runtime and architecture, is traced, and is called by nobody but its door', () => {
  const functions = ofType(app, 'AWS::Lambda::Function');
  expect(functions).toHaveLength(functionNames.length);
  for (const { Properties } of functions)
    expect(Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
      Handler: 'index.handler',
    });
  const callers = ofType(app, 'AWS::Lambda::Permission').map(({ Properties }) => Properties.Principal);
  expect(callers).toEqual(apis.map(() => 'apigateway.amazonaws.com'));
  expect(ofType(app, 'AWS::Lambda::Url')).toEqual([]);
});
