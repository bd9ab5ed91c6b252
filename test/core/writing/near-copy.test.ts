import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankNames, findNearCopy } from '../../../src/core/writing/near-copy.js';
import { tuesday } from '../../build.js';

const said = (text: string, at = tuesday, id = String(at)) => ({ id, at, text });
const before = said('@… Hi Leo, yes: we have 40 large-print crime novels at Central, and we post them. ^CM');

describe('nearly the same words', () => {
  it.each([
    'Hi Maya, yes: we have 40 large-print crime novels at Central, and we post them.',
    'hi maya yes we have 40 LARGE PRINT crime novels at Central and we post them ^AK',
    'Hi Maya, yes: we have 41 large-print crime novels at Central & we post them! https://t.co/abc',
  ])('%s', (text) => {
    expect(findNearCopy(text, [before])).toEqual(before);
  });

  it('are found in scripts without spaces', () => {
    const japanese = 'はい、中央図書館には大活字本が四十冊あります。郵送もできますので、お電話ください。';
    expect(findNearCopy(`${japanese}😊`, [said(japanese)])).toBeDefined();
  });

  it('are those said last', () => {
    const later = { ...before, id: '2', at: tuesday + 1 };
    expect(findNearCopy(before.text, [before, later])).toEqual(later);
  });
});

describe('words of their own', () => {
  it.each([
    'Hi Maya, we do: forty of them, at Central. Shall I send the form for home delivery?',
    'Hi Maya, the reading room is open until eight on Thursdays, and it is warm.',
    'Hi Maya, yes.',
  ])('%s', (text) => {
    expect(findNearCopy(text, [before])).toBeUndefined();
  });

  it('short ones are alike because the facts are', () => {
    expect(findNearCopy('Hi Maya, yes, until eight.', [said('Hi Maya, yes, until eight.')])).toBeUndefined();
  });
});

it('nobody that we named is remembered', () => {
  expect(blankNames('@maya_reads Hi Maya, ask ＠leo or @x')).toBe('@… Hi Maya, ask @… or @…');
});

it('a text is its own copy, or too short to tell, and no text fails', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ unit: 'binary' }), (a, b) => {
      findNearCopy(a, [said(b)]);
      const copy = findNearCopy(a, [said(a)]);
      const letters = a.replace(/[^\p{L}]/gu, '');
      if (copy === undefined) expect(letters.length).toBeLessThan(120);
    }),
    { numRuns: 50 },
  );
});
