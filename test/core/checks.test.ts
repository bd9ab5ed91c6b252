import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswer, weighLength, withSignature } from '../../src/core/checks.js';

describe('length as X weighs it', () => {
  it.each([
    ['', 0],
    ['Hi Maya', 7],
    ['e\u0301', 1],
    ['📚', 2],
    ['👨‍👩‍👧‍👦', 2],
    ['日本', 4],
    ['see https://library.org/a/very/long/address/that/goes/on', 27],
    ['see library.org', 27],
  ])('"%s" weighs %d', (text, length) => {
    expect(weighLength(text)).toEqual({ length, left: 280 - length });
  });
});

describe('the signature', () => {
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
      fc.property(fc.string(), fc.constantFrom('^AK', 'Ana', ''), (text, signature) => {
        const once = withSignature(text, signature);
        expect(withSignature(once, signature)).toBe(once);
      }),
    );
  });
});

describe('before an answer is approved', () => {
  const check = (text: string) => checkAnswer(text, { opening: 'Hi Maya, ', signature: '^AK' });

  it.each(['', ' \n', '^AK', ' ^ak '])('"%s" says nothing', (text) => {
    expect(check(text)).toEqual({ check: 'empty' });
  });

  it.each(['Hi Maya, ', 'Hi Maya', 'hi  maya!', ' Hi Maya, ^AK', 'HI MAYA,…'])(
    '"%s" adds nothing',
    (text) => {
      expect(check(text)).toEqual({ check: 'nothing-added', opening: 'Hi Maya,' });
    },
  );

  it('a thank-you that only says the starter adds nothing', () => {
    const options = { opening: 'Thank you, Maya! ', signature: '' };
    expect(checkAnswer('Thank you, Maya!', options)).toMatchObject({ check: 'nothing-added' });
    expect(checkAnswer('Thank you, Maya! So glad it helped.', options)).toBeUndefined();
  });

  it.each(['Hi Maya, yes', 'Yes', 'Hi Maya, 👍'])('"%s" can go', (text) => {
    expect(check(text)).toBeUndefined();
  });

  it('without a starter any words can go', () => {
    expect(checkAnswer('Yes', { opening: '', signature: '' })).toBeUndefined();
  });

  it('the signature counts', () => {
    expect(check('x'.repeat(276))).toBeUndefined();
    expect(check('x'.repeat(277))).toEqual({ check: 'too-long', over: 1 });
    expect(check(`${'x'.repeat(276)} ^AK`)).toBeUndefined();
    expect(check('x'.repeat(288))).toEqual({ check: 'too-long', over: 12 });
  });
});
