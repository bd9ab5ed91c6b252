import { describe, expect, it } from 'vitest';
import { needsOwnMessage } from '../../../src/core/board/placement.js';
import { addAct, mentionAct } from '../../../src/core/card/join.js';
import { wantedMessages } from '../../../src/core/card/message.js';
import { mentionCardId, urgentWordOf } from '../../../src/core/card/select.js';
import { inOrder } from '../../../src/core/due/order.js';
import { type PostId, postId } from '../../../src/core/ids.js';
import { urgentWordIn } from '../../../src/core/post/topic.js';
import { aCard, aDesk, aMention, aPatron, aPost, minutes, tuesday } from '../../build.js';

const words = { urgentWords: ['collapsed', 'fire', 'flood*', "can't breathe", '911', '火事', '🔥', 'آتش'] };
const id = mentionCardId(postId('5001'), '2001');
const saying = (text: string, post: PostId = postId('5001'), at = tuesday) =>
  mentionAct(aPost({ id: post, versions: [post], text, at }), words);
const added = (text: string, muted?: 'muted' | 'muted-person') =>
  addAct(undefined, id, saying(text), aPatron(), tuesday, muted);

describe('an urgent word', () => {
  it.each([
    ['@centrallibrary Somebody COLLAPSED here', 'COLLAPSED'],
    ['I can’t breathe in here', "can't breathe"],
    ['the cellar is flooding', 'flooding'],
    ['図書館で火事です', '火事'],
    ['smoke!🔥', '🔥'],
    ['آتش گرفته', 'آتش'],
    ['call 911 now', '911'],
  ])('is found in %j', (text, found) => {
    expect(urgentWordIn(text, words.urgentWords)).toBe(found);
  });

  it.each([
    'the fireplace in the reading room',
    'printed in 1911',
    'thanks @fire for the tip',
    'see https://fire.example/fire',
  ])('is not in %j', (text) => {
    expect(urgentWordIn(text, words.urgentWords)).toBeUndefined();
  });
});

describe('a post with an urgent word', () => {
  it('is an event of its card, the first as well as a later one', () => {
    const first = added('fire in the hall');
    expect(first.card).toMatchObject({ state: 'open', pending: first.events });
    expect(first.events).toEqual([{ event: 'urgent', act: '5001', at: tuesday }]);
    const calm = added('a book').card;
    const more = saying('somebody collapsed', postId('5002'), tuesday + 1);
    expect(addAct(calm, id, more, aPatron(), tuesday + 1).events).toEqual([
      { event: 'urgent', act: '5002', at: tuesday + 1 },
    ]);
  });

  it('waits, also where its conversation or its patron is muted', () => {
    for (const muted of ['muted', 'muted-person'] as const) {
      expect(added('fire', muted).card.state).toBe('open');
      const closed = added('a book', muted).card;
      expect(closed).toMatchObject({ state: 'dismissed', closed: { reason: muted } });
      const more = saying('fire', postId('5002'), tuesday + 1);
      expect(addAct(closed, id, more, aPatron(), tuesday + 1, muted).card.state).toBe('open');
    }
  });

  it('ends "not now", and has a message and a line in the thread of its own', () => {
    const thanks = aMention({ topic: 'praise', text: 'Thanks' });
    const put = aCard({ acts: [thanks], snoozedUntil: tuesday + minutes(60) });
    expect(needsOwnMessage(put)).toBe(false);
    const { card } = addAct(
      put,
      put.id,
      saying('fire', postId('5002'), tuesday + 1),
      put.patron,
      tuesday + 1,
    );
    expect(card).not.toHaveProperty('snoozedUntil');
    expect(needsOwnMessage(card)).toBe(true);
    expect(wantedMessages(card)).toContain('line-5002');
  });

  it('comes before every other card until it is answered', () => {
    const question = aCard({ acts: [aMention({ at: tuesday - minutes(60) })] });
    const urgent = added('fire in the hall').card;
    expect(inOrder([question, urgent], aDesk())).toEqual([urgent, question]);
    const answered = { ...urgent, acts: urgent.acts.map((act) => ({ ...act, answered: true })) };
    expect(urgentWordOf(answered)).toBeUndefined();
  });

  it('that its patron edits is urgent by its newest words; what was removed quotes nothing', () => {
    const edited = (text: string) =>
      mentionAct(aPost({ id: postId('5001'), versions: [postId('5001'), postId('5009')], text }), words);
    const calm = added('a book').card;
    const now = addAct(calm, id, edited('fire'), aPatron(), tuesday);
    expect(now.events).toContainEqual({ event: 'urgent', act: '5001', at: tuesday });
    const over = addAct(added('fire').card, id, edited('a fireplace'), aPatron(), tuesday);
    expect(urgentWordOf(over.card)).toBeUndefined();
    expect(over.events).toEqual([]);
  });
});
