import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foreignSignature, withSignature } from '../../../src/core/writing/post-text.js';

it.each([
  ['Hi Maya, yes.', '^AK', 'Hi Maya, yes. ^AK'],
  ['Hi Maya, yes. ', '^AK', 'Hi Maya, yes. ^AK'],
  ['Hi Maya, yes. ^AK', '^AK', 'Hi Maya, yes. ^AK'],
  ['Hi Maya, yes. ^ak ', '^AK', 'Hi Maya, yes. ^AK'],
  ['Hi Maya, yes.\n^AK', '^AK', 'Hi Maya, yes. ^AK'],
  ['x^AK', '^AK', 'x^AK ^AK'],
  ['Hi Maya, yes.', '', 'Hi Maya, yes.'],
])('"%s" signed %s goes out as "%s"', (text, signature, expected) => {
  expect(withSignature(text, signature)).toBe(expected);
});

it('is added once, however often it is asked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('^AK', 'Ana', ''), (text, signature) => {
      const once = withSignature(text, signature);
      expect(withSignature(once, signature)).toBe(once);
    }),
  );
});

it.each([
  ['Hi Maya, yes. ^CM', '^BO', '^CM'],
  ['Hi Maya, yes. ^CM ^BO', '^BO', '^CM'],
  ['Hi Maya, yes. ^BO', '^BO', undefined],
  ['Hi Maya, 2^8 is 256', '^BO', undefined],
  ['Hi Maya, yes. ^CM', '', '^CM'],
])('in "%s", written by %s, the signature of somebody else is %s', (text, own, found) => {
  expect(foreignSignature(text, own)).toBe(found);
});
