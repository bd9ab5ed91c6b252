import { expect, it } from 'vitest';
import { withoutNames } from '../../../src/core/writing/blank-names.js';

const maya = { name: 'Maya Ortiz 📚', handle: 'maya_reads' };

it.each([
  ['@maya_reads Hi Maya, yes until eight. ^AK', '@… Hi …, yes until eight. ^AK'],
  ['Dear Ms Ortiz, MAYA_READS asked @council.', 'Dear Ms …, … asked @….'],
  ['Mayall and maya blue', 'Mayall and maya blue'],
])('"%s" is kept as "%s"', (said, kept) => {
  expect(withoutNames(said, maya)).toBe(kept);
});

it('a name that is a word as well is blanked only where it stands as a name', () => {
  expect(withoutNames('Hi Will, we will look.', { name: 'Will', handle: 'w' })).toBe('Hi …, we will look.');
});

it('names with signs of patterns in them are names', () => {
  expect(withoutNames('Hi a.b, yes.', { name: '(*', handle: 'a.b' })).toBe('Hi …, yes.');
});
