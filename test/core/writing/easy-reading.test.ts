import { expect, it } from 'vitest';
import { longSentence, manyEmoji, tagWithoutCapitals } from '../../../src/core/writing/check-words.js';

it('a sentence of more than 25 words is long, however many short ones there are', () => {
  expect(longSentence(`A ${'word '.repeat(24)}. A ${'word '.repeat(24)}.`)).toBeUndefined();
  expect(longSentence(`Short. A ${'word '.repeat(25)}.`)).toBe(26);
});

it('a long tag wants capitals', () => {
  expect(tagWithoutCapitals('See #LibraryLovers, #reading and #librarylovers')).toBe('librarylovers');
  expect(tagWithoutCapitals('See #LibraryLovers and #読書が好きな人たちの集まり')).toBeUndefined();
});

it('more than three emoji are many; a family is one', () => {
  expect(manyEmoji('👨‍👩‍👧‍👦 📚 🇬🇧')).toBeUndefined();
  expect(manyEmoji('📚📚📚📚')).toBe(4);
});
