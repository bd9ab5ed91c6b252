import { expect, it } from 'vitest';
import { wellFormed } from '../../src/core/one-line.js';

it.each([
  ['\ud83d', '\ufffd'],
  ['a\ude00b', 'a\ufffdb'],
  ['\ude00\ud83d', '\ufffd\ufffd'],
  ['👍🏽 whole', '👍🏽 whole'],
  ['', ''],
])('of %j it makes %j', (said, made) => {
  expect(wellFormed(said)).toBe(made);
});

it('looks into lists and objects, also into their keys, and leaves the rest as it is', () => {
  const given = { 'k\ud83d': [{ said: '\ude00' }, 1, true, null], at: undefined };
  expect(wellFormed(given)).toEqual({ 'k\ufffd': [{ said: '\ufffd' }, 1, true, null], at: undefined });
});

it('what nests without end is cut off, and all beside it stays', () => {
  const nested = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
  expect(wellFormed({ nested, said: 'Hi' })).toMatchObject({ said: 'Hi' });
});
