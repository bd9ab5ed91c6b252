import { describe, expect, it } from 'vitest';
import { networks } from '../../../src/core/network/networks.js';
import { findingSentence, lookedOver } from '../../../src/core/sentences/finding-sentences.js';
import type { Checked } from '../../../src/core/writing/check-words.js';
import type { Finding } from '../../../src/core/writing/finding.js';
import { aCard, aDesk, aFollow } from '../../build.js';

const desk = aDesk();

const said: readonly (readonly [Finding, string])[] = [
  [{ check: 'empty' }, 'Write something first.'],
  [{ check: 'nothingAdded', opening: 'Hi Maya,' }, "Add your own words after 'Hi Maya,'."],
  [{ check: 'length', over: 12 }, '12 characters too long.'],
  [{ check: 'length', over: 1 }, '1 character too long.'],
  [
    { check: 'personal', what: 'phone', found: '07700 900123' },
    "07700 900123 isn't one of our numbers. Take it out or answer privately.",
  ],
  [
    { check: 'personal', what: 'number', found: '29012345678901' },
    "29012345678901 looks like a reader's number. Take it out or answer privately.",
  ],
  [
    { check: 'personal', what: 'email', found: 'maya@gmail.com' },
    "maya@gmail.com isn't one of our addresses. Take it out or answer privately.",
  ],
  [
    { check: 'personal', what: 'about', found: 'your hold on' },
    "'your hold on' tells others what somebody borrows or owes. Take it out or answer privately.",
  ],
  [{ check: 'blocked', found: 'rude' }, "'rude' is on the library's list. Choose another word."],
  [
    { check: 'accidentalLinks', found: 'today.It', priceMicroUsd: 200_000 },
    "'today.It' becomes a web link and costs $0.20. Add a space after the full stop.",
  ],
  [
    { check: 'accidentalLinks', found: 'today.It' },
    "'today.It' becomes a web link. Add a space after the full stop.",
  ],
  [
    { check: 'links', found: 'library.org', priceMicroUsd: 200_000 },
    "'library.org' is a web link: with it this costs $0.20.",
  ],
  [{ check: 'nearCopy', at: Date.UTC(2026, 2, 3, 12) }, 'We said this to someone on 3 March.'],
  [
    { check: 'thanksForFollowing' },
    '"Thanks for following" reads like a machine. Say something about what Sam posts instead.',
  ],
  [{ check: 'others', found: 'leo_x' }, '@leo_x is notified of this, too. X may refuse it.'],
  [
    { check: 'signature', found: '^CM', own: '^AK' },
    "^CM isn't the signature of whoever wrote this. ^AK is added by itself.",
  ],
  [
    { check: 'signature', missing: true },
    'Several people write from here: end with your own signature, such as ^AK, so that we know who it was.',
  ],
  [{ check: 'signature', found: '^CM', own: '' }, '^CM looks like a signature. This goes out without one.'],
  [{ check: 'readingLevel', words: 31 }, 'One sentence has 31 words. Two short ones are easier to read.'],
  [
    { check: 'hashtags', found: 'librarylovers' },
    'Begin each word in #librarylovers with a capital, so that screen readers can tell them apart.',
  ],
  [{ check: 'emoji', count: 4 }, '4 emoji: screen readers read out each of them.'],
];

it.each(said)('%j', (finding, sentence) => {
  expect(findingSentence(desk, finding, aCard({ acts: [aFollow()] }))).toBe(sentence);
});

it('a day is one of the calendar on the wall', () => {
  const late = { check: 'nearCopy', at: Date.UTC(2026, 6, 2, 23, 30) } as const;
  expect(findingSentence(desk, late, aCard())).toBe('We said this to someone on 3 July.');
});

describe('words that were looked over', () => {
  const checked: Checked = { text: '', left: 12, warnings: [], found: [] };
  const told = (more: Partial<Checked>) => lookedOver(desk, { ...checked, ...more }, aCard());
  const others = { check: 'others', found: 'leo_x' } as const;
  const link = { check: 'links', found: 'library.org', priceMicroUsd: 200_000 } as const;

  it('have all that was found said at once: what stops them, what does not, the price of a link, the room left', () => {
    expect(told({ found: [{ check: 'blocked', found: 'foo' }, others], priceMicroUsd: 200_000 })).toEqual([
      "'foo' is on the library's list. Choose another word.",
      '@leo_x is notified of this, too. X may refuse it.',
      'A web link makes this cost $0.20.',
      '280 characters in all: 12 left.',
    ]);
  });

  it('have the price of a link said once, and how much too long they are once', () => {
    expect(told({ found: [link], priceMicroUsd: 200_000 })).toEqual([
      "'library.org' is a web link: with it this costs $0.20.",
      '280 characters in all: 12 left.',
    ]);
    expect(told({ found: [{ check: 'length', over: 7 }], left: -7 })).toEqual(['7 characters too long.']);
  });

  it('say bytes where the network counts them and they are what is left', () => {
    const onBluesky = aDesk({ network: networks.bluesky, words: { 'network.name': 'Bluesky' } });
    const room = (given: Partial<Checked>) =>
      lookedOver(onBluesky, { text: '', warnings: [], found: [], left: 12, ...given }, aCard()).at(-1);
    expect(room({ left: 12, bytesLeft: 700 })).toBe('300 characters in all: 12 left.');
    expect(room({ left: 120, bytesLeft: 8 })).toBe('3000 bytes in all: 8 left. An emoji has many.');
    const found = [{ check: 'length', over: 15, in: 'bytes' } as const];
    const tooLong = '15 bytes too long: Bluesky takes 3000, and an emoji has many.';
    expect(room({ left: 120, bytesLeft: -15, found })).toBe(tooLong);
    expect(findingSentence(onBluesky, found[0] ?? { check: 'empty' }, aCard())).toBe(tooLong);
  });

  it('say that others are notified, and that the network may refuse that only where it may', () => {
    const others = { check: 'others', found: 'leo' } as const;
    const onBluesky = aDesk({ network: networks.bluesky, words: { 'network.name': 'Bluesky' } });
    expect(findingSentence(desk, others, aCard())).toBe('@leo is notified of this, too. X may refuse it.');
    expect(findingSentence(onBluesky, others, aCard())).toBe('@leo is notified of this, too.');
  });

  it('say so when there is nothing to change', () => {
    expect(told({})).toEqual(['Nothing to change was found.', '280 characters in all: 12 left.']);
  });
});
