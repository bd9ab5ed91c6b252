import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { isDone } from '../../../src/core/card/message.js';
import { deskWords } from '../../../src/core/words/dictionary.js';
import { cardMessage } from '../../../src/slack/messages/card-message.js';
import { columnsOf } from '../../../src/slack/messages/finished-card.js';
import { aCard, aDesk, aMention, aPatron, minutes, tuesday } from '../../build.js';
import { aHello, anAnswer, closed, everyCard, inState, twoNames } from '../cards.js';
import { expectTaken, screen } from '../seen.js';

const desk = aDesk();
const now = tuesday + minutes(8);
const shown = (card: Card, at = now) => cardMessage(card, desk, at).blocks;
/** The two lines of a finished card, as Slack draws them. */
const linesOf = (card: Card, at = now): readonly string[] =>
  shown(card, at).map((block) => screen(block.type === 'section' ? block.text : block));

const finished = [
  ...everyCard,
  ...Object.values(closed),
  { ...aHello, ...inState.sent, acts: aHello.acts },
].filter(isDone);
const open = everyCard.filter((card) => !isDone(card));
const markIn = (said: string) => /^\P{L}+? /u.exec(said)?.[0];

describe('a finished card', () => {
  it('is a line with its menu beside, and a line below', () => {
    expect(finished.length).toBeGreaterThan(5);
    for (const card of finished) {
      const blocks = shown(card);
      expect(blocks.map(({ type }) => type)).toEqual(['section', 'rich_text']);
      expect(blocks[0]).toMatchObject({ accessory: { type: 'overflow', action_id: 'more' } });
      expect(linesOf(card).every((line) => line !== '')).toBe(true);
    }
  });

  it('says what became of it, what was asked and what we said', () => {
    expect(linesOf(inState.sent)).toEqual([
      '✅ Maya Ortiz · Ana answered at 10:44 · View reply on X',
      '“Do you have large-print cr…” → “Hi Maya, yes: 40 at Central…”',
    ]);
    expect(linesOf(inState.dismissed)).toEqual([
      '▫️ Maya Ortiz · Ana closed this: no reply needed · 10:50',
      "“Do you have large-print crime novels? My mum can't get out.”",
    ]);
    expect(linesOf(inState.withdrawn)).toEqual([
      '▫️ Maya Ortiz · Removed on X · 10:49',
      '@maya_reads · 10:42',
    ]);
    expect(linesOf(inState.expired)).toEqual(['▫️ Sam Okafor · followed us', '@samokafor · 10:42']);
  });

  it('moves to its second line what the first has no room for', () => {
    expect(linesOf(twoNames.sent)).toEqual([
      '✅ Maya Ortiz · Ben answered at 10:44 · checked by Carla',
      'View reply on X · “Do you have large…” → “Hi Maya, yes: 40 a…”',
    ]);
    const [first] = linesOf({
      ...inState.sent,
      patron: aPatron({ name: 'Wolfeschlegelsteinhausen Bergerdorff' }),
    });
    expect(first).toBe('✅ Wolfeschlegelsteinhause… · Ana answered at 10:44');
  });

  it.each([
    ['long', 'Do you have '.repeat(80)],
    ['in wide letters', '図書館に大活字本はありますか。'.repeat(9)],
    ['of one word', 'a'.repeat(400)],
    ['of emoji', '👩‍👩‍👧‍👦'.repeat(50)],
  ])('stays in two lines with a name and words that are %s', (_, words) => {
    const card: Card = {
      ...inState.sent,
      patron: aPatron({ name: words.slice(0, 50) }),
      acts: [aMention({ text: words, answered: true })],
      answers: [anAnswer({ text: words })],
    };
    for (const line of linesOf(card)) expect(columnsOf(line)).toBeLessThanOrEqual(62);
    for (const line of linesOf({ ...inState.dismissed, acts: card.acts })) {
      expect(columnsOf(line)).toBeLessThanOrEqual(62);
    }
    expectTaken(cardMessage(card, desk, now));
  });

  it('begins with no mark of a card on which somebody still works', () => {
    const marks = new Set(finished.map((card) => markIn(linesOf(card)[0] ?? '')));
    expect([...marks]).toEqual(['✅ ', '▫️ ']);
    for (const card of open) {
      const said = screen(cardMessage(card, desk, now).blocks);
      for (const mark of marks) expect(said).not.toContain(mark);
    }
  });

  it('is drawn as it was written where its words would format, link or ping', () => {
    const name = '*Maya* _O_ `r` ~t~ :tada: <!here>';
    const card = { ...inState.dismissed, patron: aPatron({ name }) };
    expectTaken(cardMessage(card, desk, now));
    expect(linesOf(card)[0]).toBe('▫️ ∗Maya∗ ˍOˍ ˋrˋ… · Ana closed this: no reply needed · 10:50');
    expect(cardMessage(card, desk, now).text).toContain('▫️ *Maya* _O_ `r`… · Ana closed this');
  });

  it('shows nothing of what was removed on X', () => {
    const gone = aMention({ gone: true, text: '', answered: true });
    expect(linesOf({ ...inState.sent, acts: [gone] })[1]).toBe('→ “Hi Maya, yes: 40 at Central. ^AK”');
  });

  it('says in its text what stands in both lines', () => {
    expect(cardMessage(inState.sent, desk, now).text).toBe(linesOf(inState.sent).join(' '));
  });
});

it('each mark in a text stands before words', () => {
  for (const [key, said] of Object.entries(deskWords)) {
    if (/[\p{Extended_Pictographic}▫]/u.test(said)) expect(said, key).toMatch(/^\S+ .*(?:\p{L}|\{\w+\})/u);
  }
});

it('each state of an open card has its own mark, but for those who wait for one step', () => {
  const marked = (card: Card) => markIn(cardMessage(card, desk, now).text.replace(/^.*?'.*' /u, ''));
  expect(aCard().state).toBe('open');
  expect(
    ['claimed', 'in-review', 'sending', 'unsure', 'handed-off'].map((state) =>
      marked(inState[state as Card['state']]),
    ),
  ).toEqual(['💬 ', '✏️ ', '📤 ', '🔎 ', '↗️ ']);
});
