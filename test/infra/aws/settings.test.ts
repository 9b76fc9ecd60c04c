import { expect, test } from 'vitest';
import { settingsOf } from '../../../infra/aws/settings.ts';

const places = { bundles: 'dist/lambda' };
const prod = { stage: 'prod', mailFrom: 'office@diwan.example', alarmEmail: 'ops@diwan.example' };

test('nothing said is a dev stage that can be taken down', () => {
  expect(settingsOf({}, places).stage).toMatchObject({ name: 'dev', retained: false });
});
test('prod is retained', () => expect(settingsOf(prod, places).stage).toMatchObject({ name: 'prod', retained: true }));

test.each([
  ['a stage that there is not', { stage: 'test' }, 'stage'],
  ['prod that tells nobody', { stage: 'prod', mailFrom: 'office@diwan.example' }, 'alarmEmail'],
  ['prod without a sender', { stage: 'prod', alarmEmail: 'ops@diwan.example' }, 'mailFrom'],
  ['a name without its certificate', { ...prod, domain: 'diwan.example' }, 'certificateArn'],
  [
    'a certificate that CloudFront cannot use',
    { ...prod, domain: 'diwan.example', certificateArn: 'arn:aws:acm:eu-central-1:1:certificate/1' },
    'certificateArn',
  ],
  ['a restored table without its stream', { ...prod, restoredTable: 'arn:aws:dynamodb:eu-central-1:1:table/x' }, 'restoredStream'],
  ['closed said otherwise', { ...prod, closed: 'true' }, 'closed'],
])('%s is not deployed', (_, said, about) => {
  expect(() => settingsOf(said, places)).toThrow(about);
});
