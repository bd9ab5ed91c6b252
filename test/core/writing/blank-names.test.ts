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

it.each([
  ['Hi Siân, yes.', 'Siân'.normalize('NFD'), 'Hi …, yes.'],
  ['Hi Ines, yes.', 'Inês Duarte', 'Hi …, yes.'],
  ['Hi Maya, yes.', '𝓜𝓪𝔂𝓪', 'Hi …, yes.'],
  ['Hi Jean, yes, Mr Luc-Picard.', 'Jean-Luc Picard', 'Hi …, yes, Mr …-….'],
  ["Dear Mrs O'Neill, yes.", 'Ann O’Neill', "Dear Mrs O'…, yes."],
  ['hi maya, yes.', 'Maya Ortiz', 'hi …, yes.'],
  ['Hi Bob, yes.', 'Robert Hale', 'Hi …, yes.'],
])('"%s" to %s has their name blanked, however either is spelt', (said, name, kept) => {
  expect(withoutNames(said, { name, handle: 'h' })).toBe(kept);
});

it('names with signs of patterns in them are names', () => {
  expect(withoutNames('Hi a.b, yes.', { name: '(*', handle: 'a.b' })).toBe('Hi …, yes.');
});
