import { describe, expect, it } from 'vitest';
import type { Card, Mention } from '../../../src/core/card/card.js';
import { waitingSince } from '../../../src/core/card/select.js';
import { isLate } from '../../../src/core/due/deadlines.js';
import { inOrder, inOrderOver } from '../../../src/core/due/order.js';
import { actId, cardId } from '../../../src/core/ids.js';
import { aCard, aDesk, aFollow, aMention, minutes, tuesday } from '../../build.js';

const hour = minutes(60);
const desk = aDesk({ responseTargets: { question: 4 * hour, complaint: hour, other: { openDays: 1 } } });
const at = (topic: Mention['topic'], ms: number, id = '5001') =>
  aMention({ topic, at: tuesday + ms, id: actId(id) });
let made = 0;
const card = (...acts: Card['acts']) => {
  made += 1;
  return aCard({ id: cardId(`mention-${made}-1`), acts });
};

const question = card(at('question', minutes(5)));
const complaint = card(at('complaint', hour));
const post = card(at('other', -hour));
const thanks = card(at('praise', -4 * hour));
const follower = card(aFollow({ at: tuesday - 8 * hour }));

describe('what is next', () => {
  it('goes by deadline, whatever came first; thanks and then new followers come last', () => {
    const all = [follower, thanks, post, question, complaint];
    expect(inOrder(all, desk)).toEqual([complaint, question, post, thanks, follower]);
  });

  it('begins with what is late longest', () => {
    const longer = card(at('question', -24 * hour));
    const shorter = card(at('complaint', -minutes(70)));
    expect([longer, shorter].every((one) => isLate(desk, one, tuesday + minutes(1)))).toBe(true);
    expect(inOrder([complaint, shorter, longer], desk)).toEqual([longer, shorter, complaint]);
  });

  it('has posts without a deadline after those with one, and before thanks', () => {
    const none = aDesk({ responseTargets: { question: 4 * hour } });
    expect(inOrder([thanks, post, follower, question], none)).toEqual([question, post, thanks, follower]);
  });

  it('takes thanks after an unanswered post for more than thanks', () => {
    const both = card(at('other', hour, '1'), at('praise', 2 * hour, '2'));
    expect(inOrder([thanks, both], aDesk())).toEqual([both, thanks]);
  });

  it('goes over several desks by the deadlines of each', () => {
    const slow = aDesk({ responseTargets: { question: 4 * hour } });
    const quick = aDesk({ responseTargets: { question: hour } });
    const earlier = { card: card(at('question', 0)), desk: slow };
    const later = { card: card(at('question', minutes(5))), desk: quick };
    const urgent = { card: card({ ...at('question', hour), urgent: 'fire' }), desk: slow };
    const none = { card: card(at('other', -hour)), desk: quick };
    const all = [none, earlier, later, urgent];
    expect(inOrderOver(all)).toEqual([urgent, later, earlier, none]);
    expect(inOrderOver(all.toReversed())).toEqual([urgent, later, earlier, none]);
  });

  it('begins with the longest wait where deadlines say nothing', () => {
    const older = card(at('praise', -5 * hour));
    expect(inOrder([thanks, older], desk)).toEqual([older, thanks]);
  });
});

it('a wait is counted from the first post without an answer', () => {
  const again = aCard({
    acts: [
      aMention({ answered: true }),
      aMention({ id: actId('2'), at: tuesday + 1 }),
      aMention({ id: actId('3'), at: tuesday + 2 }),
    ],
  });
  expect(waitingSince(again)).toBe(tuesday + 1);
});
