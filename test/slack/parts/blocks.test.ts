import { expect, it } from 'vitest';
import { cut } from '../../../src/slack/parts/blocks.js';

it('a letter with more marks than fit is cut among its marks, so that it is not lost', () => {
  expect(cut(`a${'\u0301'.repeat(100)}`, 50)).toBe(`a${'\u0301'.repeat(48)}…`);
  expect(cut(`Maya${'\u0301'.repeat(100)}`, 50)).toBe(`Maya${'\u0301'.repeat(45)}…`);
});

it('an emoji that does not fit is left out', () => {
  expect(cut('😀😀😀', 4)).toBe('😀…');
  expect(cut('ab👩‍👩‍👧‍👦', 5)).toBe('ab…');
});
