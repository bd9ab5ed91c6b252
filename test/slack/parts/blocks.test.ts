import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bold,
  cut,
  escapeText,
  fallbackText,
  link,
  plain,
  text,
  user,
} from '../../../src/slack/parts/blocks.js';
import { hostile } from '../../fuzz/strings.js';

it('a letter with more marks than fit is cut among its marks, so that it is not lost', () => {
  expect(cut(`a${'\u0301'.repeat(100)}`, 50)).toBe(`a${'\u0301'.repeat(48)}…`);
  expect(cut(`Maya${'\u0301'.repeat(100)}`, 50)).toBe(`Maya${'\u0301'.repeat(45)}…`);
});

it('an emoji that does not fit is left out', () => {
  expect(cut('😀😀😀', 4)).toBe('😀…');
  expect(cut('ab👩‍👩‍👧‍👦', 5)).toBe('ab…');
});

describe('whatever somebody wrote', () => {
  const everyTextOf = (said: string): readonly string[] => [
    cut(said, 60),
    text(said).text,
    bold(said).text,
    plain(said, 75).text,
    link('https://x.com', said).text ?? '',
    escapeText(said),
    fallbackText([user('U0ANA0001'), text(said)]),
  ];

  it('leaves with no half character', () => {
    fc.assert(
      fc.property(hostile(300), (said) => {
        for (const shown of everyTextOf(said)) expect(shown.isWellFormed(), JSON.stringify(shown)).toBe(true);
      }),
    );
    for (const shown of everyTextOf('a\ud83d')) expect(shown).toContain('a\ufffd');
  });

  it("keeps Slack's limit for a message's text when it is escaped, and no entity is cut", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), (before) => {
        const said = 'x'.repeat(before) + '&<>'.repeat(1_000);
        for (const shown of [escapeText(said), fallbackText([text(said), text(said)])]) {
          expect(shown.length).toBeLessThanOrEqual(4_000);
          expect(shown).toMatch(/^x*(?:&amp;|&lt;|&gt;)*…$/u);
        }
      }),
    );
    expect(escapeText('R&D')).toBe('R&amp;D');
  });
});
