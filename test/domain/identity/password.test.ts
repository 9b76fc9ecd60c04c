import { expect, test } from 'vitest';
import { checkPassword } from '../../../domain/identity/password.ts';

const weak = (password: string, email = 'huda.saleh@nakheel.test'): boolean => checkPassword(password, email, '/password') !== undefined;

test.each([
  ['nine characters', 'ninechars'],
  ['one character over and over', 'aaaaaaaaaaaaaaaa'],
  ['three characters', 'abcabcabcabcabc'],
  ['a walk on the keyboard', 'qwertyuiop'],
  ['a walk in capitals', 'QWERTYUIOP'],
  ['a word with the usual tail', 'Welcome@2026'],
  ['a common sentence', 'بسم الله الرحمن الرحيم'],
  ['the address', 'huda.saleh@nakheel.test'],
  ['the address and a few signs', 'huda.saleh@nakheel.test!1'],
  ['the name before the @ and a few signs', 'Huda.Saleh123'],
  ['wide letters of a common password', 'ｐａｓｓｗｏｒｄ１２３'],
])('%s is weak', (_, password) => {
  expect(weak(password)).toBe(true);
});

test.each([
  ['ten characters of its own', 'tin-roof 7'],
  ['a passphrase', 'a walled garden in Taif'],
  ['an Arabic passphrase', 'نخلة وبئر وسور عال'],
  ['the name in a longer phrase', 'huda.saleh walks by the sea'],
  ['emoji count as one each', '🌴🌵🌾🌿☘️🍀🍁🍂🍃🪴🌱'],
])('%s is good', (_, password) => {
  expect(weak(password)).toBe(false);
});

test('a short name before the @ is part of too many words to count', () => {
  expect(weak('a banana tree', 'a@nakheel.test')).toBe(false);
});
