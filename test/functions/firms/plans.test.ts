import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Json, type Office, office } from '../identity/office.ts';

let o: Office;
beforeAll(async () => {
  o = await office();
});
afterAll(() => o.stop());

test('the plans are there for everybody, in both languages, with a price in every currency of ours', async () => {
  const { status, json, headers } = await o.ask('GET', '/plans');
  expect(status).toBe(200);
  expect(headers['cache-control']).toBe('public, max-age=300');
  expect(json.data.map((plan: Json) => plan.id)).toEqual(['trial', 'starter', 'standard', 'provider']);
  for (const plan of json.data) {
    expect(plan.name.ar).toMatch(/[\u0600-\u06ff]/);
    expect(plan.pricePerMonth).toHaveProperty('SAR');
  }
});
