import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, quote } from '../../../src/core/post/plain.js';

describe('plain text', () => {
  it.each([
    ['Tea &amp; books', 'Tea & books'],
    ['1 &lt; 2 &gt; 0', '1 < 2 > 0'],
    ['she typed &amp;lt;', 'she typed &lt;'],
    ['&quot;&#39;&nbsp;', '&quot;&#39;&nbsp;'],
  ])('"%s" was written as "%s"', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });
});

describe('a quote', () => {
  it.each([
    ['short enough', 20, 'short enough'],
    ['exactly ten', 11, 'exactly ten'],
    ['two\nlines  and\tgaps ', 40, 'two lines and gaps'],
    ['Do you have large-print crime novels?', 26, 'Do you have large-print…'],
    ['Do you have large-print crime novels?', 31, 'Do you have large-print crime…'],
    ['Yes, we do', 6, 'Yes…'],
    ['Llanfairpwllgwyngyll', 8, 'Llanfai…'],
    ['!!!!!!!!!!', 4, '!!!…'],
    ['我们明天开门吗请告诉我', 6, '我们明天…'],
    ['family 👨‍👩‍👧‍👦 day', 10, 'family…'],
    ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 8, '👨‍👩‍👧‍👦…'],
    ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 3, '…'],
    ['📚📚📚📚', 3, '📚📚…'],
    ['', 5, ''],
  ])('"%s" within %d is "%s"', (text, max, expected) => {
    expect(quote(text, max)).toBe(expected);
  });

  it('fits, is one line, and ends between two characters of the text', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, max) => {
        const shown = quote(text, max);
        expect([...shown].length).toBeLessThanOrEqual(max);
        expect(shown).not.toMatch(/\n/);
        const line = text.replace(/\s+/gu, ' ').trim();
        if (shown === line) return;
        const kept = shown.slice(0, -1);
        expect(line.startsWith(kept)).toBe(true);
        const ends = [...graphemes.segment(line)].map(({ index }) => index);
        expect(ends).toContain(kept.length);
      }),
    );
  });
});
