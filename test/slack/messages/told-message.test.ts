import { describe, expect, it } from 'vitest';
import type { Panel } from '../../../src/core/board/panel.js';
import type { Card } from '../../../src/core/card/card.js';
import { needs } from '../../../src/core/card/telling.js';
import { actId, cardId, type SlackUserId } from '../../../src/core/ids.js';
import { panelMessage } from '../../../src/slack/messages/panel-message.js';
import { aCard, aDesk, aFollow, aMention, ana, ben, carla, tuesday } from '../../build.js';
import { aHello, anAnswer, aReply, checked, inState, noticed, notSeen, sentBack, toldOf } from '../cards.js';
import { buttonsIn, expectTaken, linksIn, screen } from '../seen.js';

const desk = aDesk();
const nasty = '<!channel> *bold* <@U0ANA0001> https://evil.example `x`';

type Lists = NonNullable<Panel['lists']>;
const needed = (card: Card, to: SlackUserId): Lists =>
  (toldOf(card).lists ?? []).filter(({ telling }) => telling && needs(card, telling, to));

/** What a message tells one person of a card: all that holds, unless told. */
function tells(card: Card, to = ana, lists = needed(card, to)) {
  const panel = { ...toldOf(card, to), lists };
  const message = panelMessage({ panel, inPanel: { all: [], open: [] }, cards: [card] }, desk, tuesday);
  expectTaken(message);
  return message;
}

const [lapsed = aCard(), , , paused = aCard(), refused = aCard()] = noticed;

describe('what needs somebody says whom it is about, why, and what now', () => {
  it.each<[string, Card, typeof ana, string, readonly string[]]>([
    [
      'an answer that lapsed',
      lapsed,
      ana,
      "Not sent: your answer to Maya. X couldn't take this by 10:59. Still true? Press Send again.",
      ['Open'],
    ],
    [
      'an answer that X refused',
      refused,
      ana,
      "Not sent: your answer to Maya. X won't take this from us, because Maya didn't mention us. Press Open to finish it in X; the words are ready.",
      ['Open'],
    ],
    [
      'an answer that a pause held up',
      paused,
      ana,
      "Not sent: your answer to Maya. Carla paused sending at 09:05: 'statement coming'. The words are kept.",
      ['Open'],
    ],
    [
      "a colleague's answer, to whoever checked it",
      { ...checked, notice: { kind: 'lapsed', goodUntil: tuesday }, reply: aReply() },
      carla,
      "Not sent: Ben's answer to Maya. X couldn't take this by 10:42. Still true? Press Send again.",
      ['Open'],
    ],
    [
      'an answer to look for',
      { ...notSeen, holder: { id: ana, since: tuesday } },
      ana,
      "Not on our timeline: your answer to Maya. Look there once. Please don't send it again.",
      ['Open', "It's there", 'Not there'],
    ],
    ['a check', inState['in-review'], ana, "Ben's answer to Maya is ready for a check.", ['Check']],
    [
      'a check, to somebody who is not on shift',
      inState['in-review'],
      carla,
      "Nobody on shift can check Ben's answer to Maya.",
      ['Check'],
    ],
    [
      'a flag',
      { ...inState.claimed, flag: { by: ben, at: 5 } },
      carla,
      'Ben asks you to look at Maya. Nobody answers until you press Lift.',
      ['Open'],
    ],
    [
      'a flag with a note',
      { ...inState.claimed, flag: { by: ben, at: 5, note: nasty } },
      carla,
      `Ben asks you to look at Maya: '&lt;!channel&gt; *bold* &lt;@U0ANA0001&gt; https://evil.example \`x\`' Nobody answers until you press Lift.`,
      ['Open'],
    ],
    [
      'words that were sent back',
      sentBack[0] ?? aCard(),
      ben,
      "Ana sent your answer to Maya back: 'Shorter, please.'",
      ['Open'],
    ],
    [
      'a hello that was sent back',
      { ...aHello, note: { by: carla, at: 5, text: '', back: true } },
      ana,
      'Carla sent your hello to everybody new back.',
      ['Open'],
    ],
  ])('%s', (_, card, to, text, buttons) => {
    const message = tells(card, to);
    expect(message.text).toBe(text);
    expect(buttonsIn(message.blocks)).toEqual(buttons);
  });

  it('a pass, with the note of that pass alone', () => {
    const at = tuesday;
    const held = { ...inState.claimed, holder: { id: ben, since: at }, passes: [{ from: ana, to: ben, at }] };
    const quote = "Maya, 'Do you have large-print crime novels? My mum can't get out.'";
    expect(tells({ ...held, note: { by: ana, at, text: 'You know it.' } }, ben).text).toBe(
      `Ana passed this on to you: 'You know it.' · ${quote}`,
    );
    expect(tells({ ...held, note: { by: ana, at: at - 1, text: 'Old.' } }, ben).text).toBe(
      `Ana passed this on to you: ${quote}`,
    );
  });

  it('links to our timeline where somebody has to look there', () => {
    const message = tells({ ...notSeen, holder: { id: ana, since: tuesday } });
    expect(linksIn(message.blocks)).toEqual(['https://x.com/centrallibrary/with_replies']);
  });
});

describe('once it is settled', () => {
  const lists = toldOf(lapsed).lists?.slice(0, 1);

  it('says how, with no button', () => {
    const sent = { ...inState.sent, answers: [anAnswer()] };
    const message = tells(sent, ana, lists);
    expect(message.text).toBe(
      "Maya, 'Do you have large-print crime novels? My mum can't get out.' · Done: Ana answered at 10:44, after 2 minutes",
    );
    expect(buttonsIn(message.blocks)).toEqual([]);
  });

  it('says who has it now', () => {
    const taken = { ...lapsed, holder: { id: carla, since: tuesday } };
    expect(screen(tells(taken, ana, lists).blocks)).toContain('Carla is answering · since 10:42');
  });
});

it('several things to one person stand in one message, each with its button', () => {
  const other = { ...lapsed, id: cardId('mention-7-1') };
  const [first] = toldOf(lapsed).lists ?? [];
  const panel = { ...toldOf(lapsed), lists: first ? [first, { ...first, card: other.id }] : [] };
  const message = panelMessage(
    { panel, inPanel: { all: [], open: [] }, cards: [lapsed, other] },
    desk,
    tuesday,
  );
  expectTaken(message);
  expect(buttonsIn(message.blocks)).toEqual(['Open', 'Open']);
  expect(message.text.match(/Not sent: your answer to Maya/gu)).toHaveLength(2);
});

describe('the rest of an hour', () => {
  const asks = (n: number, topic: 'question' | 'other' | 'praise' = 'question', given: Partial<Card> = {}) =>
    aCard({ id: cardId(`mention-${n}-1`), acts: [aMention({ id: actId(String(n)), topic })], ...given });
  const says = (cards: readonly Card[]) => {
    const panel = { ...toldOf(lapsed), kind: 'rest' as const };
    const message = panelMessage({ panel, inPanel: { all: [], open: [] }, cards }, desk, tuesday);
    expectTaken(message);
    return [message.text, ...buttonsIn(message.blocks)];
  };

  it('counts what waits, and nothing that somebody has, put off or said thanks with', () => {
    const taken = asks(3, 'question', { state: 'claimed', holder: { id: ana, since: tuesday } });
    const later = asks(4, 'question', { snoozedUntil: tuesday });
    expect(says([asks(1), asks(2), taken, later, asks(5, 'praise')])).toEqual([
      '2 more questions wait.',
      'Answer next',
    ]);
    expect(says([asks(1), aCard({ acts: [aFollow()] })])).toEqual(['1 more question waits.', 'Answer next']);
    expect(says([asks(1), asks(2, 'other')])).toEqual(['2 more posts wait.', 'Answer next']);
  });

  it('says so when none waits any more', () => {
    expect(says([aCard({ ...inState.sent })])).toEqual(['Nobody of these waits any more.']);
  });
});
