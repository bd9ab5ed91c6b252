import { describe, expect, it } from 'vitest';
import type { Card, Pause } from '../../../src/core/card/card.js';
import type { ViewKind } from '../../../src/core/card/open-views.js';
import type { SlackUserId } from '../../../src/core/ids.js';
import { outcomeView } from '../../../src/slack/editor/outcome-view.js';
import { digestOf, openViewOf } from '../../../src/slack/screens/open-view.js';
import { aDesk, ana, ben, carla, minutes, tuesday } from '../../build.js';
import {
  again,
  aHello,
  aNewFollower,
  anAnswer,
  aReply,
  checked,
  everyCard,
  inState,
  noted,
  notSeen,
  twoNames,
} from '../cards.js';
import { buttonsIn, expectOpens, linksIn, screen } from '../seen.js';

const now = tuesday + minutes(8);
const pause: Pause = { by: carla, at: tuesday - minutes(97), reason: 'statement coming' };
const paused = "Carla paused sending at 09:05: 'statement coming'. Your draft is kept.";

const outcome = (card: Card, user: SlackUserId = ana, desk = aDesk()) =>
  outcomeView({ card, desk, user, waiting: 0, now });
const told = (card: Card, user?: SlackUserId) => {
  const { title, blocks } = outcome(card, user);
  return [title.text, screen(blocks)];
};
const words = 'Hi Maya, yes: 40 at Central.';
const undone = (by: SlackUserId): Card => ({
  ...inState.claimed,
  draft: { text: words, by: ana, at: now },
  history: [{ at: now, action: 'undo', by }],
});

it('opens for every card and everybody, also while sending is paused', () => {
  for (const desk of [aDesk(), aDesk({ pause })])
    for (const card of everyCard)
      for (const user of [ana, ben, carla]) expectOpens(outcome(card, user, desk));
});

describe('what became of an answer', () => {
  it('is said in the words of whoever sent it, state by state', () => {
    expect(told(inState.posting)).toEqual(['On its way', `Going out now. ${words} ^AK`]);
    const sent = { ...inState.sent, answers: [anAnswer({ n: 1 })] };
    expect(told(sent)).toEqual(['Sent', `✅ Sent at 10:44:00 · View reply on X ${words} ^AK`]);
    expect(told(inState.unsure)).toEqual([
      'Looking on X',
      `🔎 We don't know yet whether X took this. Looking until 10:50. Please don't send it again. ${words} ^AK`,
    ]);
    expect(told(undone(ana))).toEqual([
      'Not sent',
      `Undone. Nothing was sent; your words are a draft. ${words} Open`,
    ]);
    expect(told(undone(ben))[1]).toMatch(
      /^Ben undid this at 10:42:00\. Nothing was sent; your words are a draft\./,
    );
    expect(linksIn(outcome(sent).blocks)).toHaveLength(1);
  });

  it('stays said when the patron writes again, until somebody begins another answer', () => {
    const sent: Card = {
      ...again,
      answers: [anAnswer({ at: now, n: 1 })],
      history: ['claim', 'publish', 'another-act'].map((action) => ({ at: tuesday, action })),
    };
    expect(told(sent)).toEqual(['Sent', `✅ Sent at 10:50:00 · View reply on X ${words} ^AK`]);
    const begun = { at: tuesday, action: 'claim', by: ben };
    expect(told({ ...sent, history: [...sent.history, begun] })[1]).toBe('Nobody is answering this now.');
  });

  it('is that X shows it where X, and not the desk, posted it', () => {
    const seen = { ...inState.sent, answers: [anAnswer({ how: 'in-x' })] };
    expect(told(seen)[1]).toMatch(/^✅ Seen on X at 10:44:00/);
  });

  it('is the reason of X, with a way back to the words', () => {
    const notice = { kind: 'rejected', reason: 'duplicate', detail: '' } as const;
    const card = { ...undone(ana), history: [], notice };
    expect(told(card)[0]).toBe('Not sent');
    expect(told(card)[1]).toMatch(/^X won't take the same words twice\..* Open$/);
  });

  it('asks whoever sent it to look, and nobody else', () => {
    expect(buttonsIn(outcome(notSeen).blocks)).toEqual(["It's there", 'Not there']);
    expect(buttonsIn(outcome(notSeen, ben).blocks)).toEqual([]);
  });

  it('is read by the writer and by whoever checked the words', () => {
    for (const user of [ben, carla]) expect(told(twoNames.sent, user)[0]).toBe('Sent');
    expect(told(twoNames.sent, ana)[1]).toMatch(/^Ben answered at 10:44/);
  });
});

describe('somebody who has the card no more', () => {
  it('reads who has it, and where their words are', () => {
    const bens = { holder: { id: ben, since: now }, lostBy: { from: ana, to: ben, at: now } };
    expect(told({ ...inState.claimed, ...bens })[1]).toBe(
      'Ben took this over at 10:50. Nothing was sent; your words are in the draft that Ben sees. Open',
    );
    expect(told({ ...undone(carla), holder: { id: ben, since: now } }, carla)[1]).toMatch(
      /^Undone\. Nothing was sent; Ben has the words as a draft\./,
    );
  });

  it('reads that it is closed, removed or folded away', () => {
    expect(told(inState.dismissed)[1]).toBe('Ana closed this: no reply needed · 10:50');
    expect(told(inState.withdrawn)[1]).toBe('Removed on X · 10:49');
    expect(told(inState.expired)[1]).toBe('This was folded away. Press Reopen first.');
    expect(told(checked, ana)[1]).toBe("✏️ Carla is checking Ben's answer. Open");
  });
});

it('a pause stands above what may still be sent, and not above what is done', () => {
  const desk = aDesk({ pause });
  for (const card of [inState.sending, inState.claimed, inState.open, noted, aHello])
    expect(screen(outcome(card, ana, desk).blocks)).toMatch(new RegExp(`^${paused}`));
  for (const card of [inState.sent, inState.dismissed])
    expect(screen(outcome(card, ana, desk).blocks)).not.toContain('paused');
});

it('an answer whose sending is paused does not claim to go out', () => {
  const view = outcome(inState.sending, ana, aDesk({ pause }));
  expect(view.title.text).toBe('Not sent');
  expect(screen(view.blocks)).toBe(`${paused} ${words} ^AK Undo`);
});

describe('an open modal whose card changed', () => {
  const shown = (kind: ViewKind, card: Card, user: SlackUserId = ana, desk = aDesk()) =>
    openViewOf({ card, view: { at: now, kind, user }, waiting: 0 }, desk, now);

  it('is left alone where it is right: a picker, and words that may be sent anyway', () => {
    expect(shown('greet', aNewFollower)).toBeUndefined();
    expect(shown('warning', inState.claimed)).toBeUndefined();
    expect(shown('warning', { ...inState.claimed, holder: { id: ben, since: now } })?.callback_id).toBe(
      'going',
    );
    expect(shown('greet', inState.expired)?.callback_id).toBe('going');
  });

  it.each<[ViewKind, Card, Card]>([
    ['delete', inState.sent, inState.claimed],
    ['snooze', inState.open, inState.sending],
    ['look', { ...notSeen, holder: { id: ben, since: now } }, inState.sent],
  ])('as %s leads on while it may, and then says why not', (kind, before, after) => {
    expect(shown(kind, before)?.callback_id).toBe(kind);
    expect(shown(kind, after)?.callback_id).toBe('going');
  });

  it('as a look at a person says what was said since, and leads on only while it may', () => {
    expect(buttonsIn(shown('person', inState.dismissed)?.blocks)).toEqual(['Write', 'History']);
    const view = shown('person', inState.claimed, ben);
    expect(view?.callback_id).toBe('person');
    expect(screen(view?.blocks)).toMatch(/Ana took this at .* History$/u);
    expect(screen(shown('person', inState.sent)?.blocks)).toContain('Ana answered: Hi Maya');
  });

  it('keeps its words to copy while they are finished in X', () => {
    const handOff = {
      by: ana,
      openedAt: now,
      replyTo: aReply().replyTo ?? ('1' as never),
      text: `${words} ^AK`,
    };
    const view = shown('finish', { ...inState['handed-off'], handOff });
    expect(screen(view?.blocks)).toContain(`${words} ^AK`);
    expect(buttonsIn(view?.blocks)).toEqual(["It's there", 'Not there', 'Open in X']);
    expect(shown('finish', inState.claimed)?.callback_id).toBe('going');
  });
});

it('two showings of the same have the same digest, whatever their ids', () => {
  const view = outcome(inState.sent);
  expect(digestOf({ ...view, external_id: '1' })).toBe(digestOf({ ...view, external_id: '2' }));
  expect(digestOf(view)).not.toBe(digestOf(outcome(inState.posting)));
});
