import { describe, expect, it } from 'vitest';
import { theDesk } from '../../../src/core/card/actions.js';
import type { Card, CardState } from '../../../src/core/card/card.js';
import { decide } from '../../../src/core/card/decide.js';
import { addAct } from '../../../src/core/card/join.js';
import { wantedMessages } from '../../../src/core/card/message.js';
import { isRefusal } from '../../../src/core/card/refusal.js';
import { privateCardId, replyTarget } from '../../../src/core/card/select.js';
import { actId, postId } from '../../../src/core/ids.js';
import { privateAct, sightingInPrivate } from '../../../src/core/private/private-act.js';
import { aPatron, aPost, aPrivateMessage, minutes, tuesday } from '../../build.js';
import { aCardIn, anAction, aReply, asAna, later } from '../card/card-in.js';

const words = { stopWords: ['stop'] };
const message = aPrivateMessage();
const asked = { id: privateCardId(postId('1000_2001')), acts: [message] };
const replied = { replyTo: postId('7001'), covers: [message.id] };
const stop = aPrivateMessage({
  id: actId('7002'),
  versions: [postId('7002')],
  at: later,
  text: 'Stop!',
  topic: 'other',
  stops: true,
});
const joined = (card: Card, act = stop) => addAct(card, card.id, act, aPatron(), later).card;
const seen = (card: Card, given: Parameters<typeof aPost>[0]) => {
  const result = decide(
    card,
    { do: 'seen', post: sightingInPrivate(card, aPost({ at: later, ...given })) },
    theDesk,
    later,
  );
  if (isRefusal(result)) throw new Error(result.refused);
  return result.card;
};

describe('a private message', () => {
  it.each([
    ['Is my hold in?', 'question'],
    ['My hold.', 'question'],
    ['The lift is broken', 'question'],
    ['Thank you so much!', 'praise'],
    ['Thanks, and when?', 'question'],
  ])('"%s" waits as a %s', (text, topic) => {
    expect(privateAct(aPost({ text }), words)).toMatchObject({ kind: 'private', topic });
  });

  it('has a line that calls somebody, and a later one has one too', () => {
    expect(wantedMessages(aCardIn('open', asked))).toEqual(['card', 'line-7001']);
    const later2 = { ...message, id: actId('7003'), versions: [postId('7003')], at: later };
    expect(wantedMessages(joined(aCardIn('open', asked), later2))).toContain('line-7003');
  });
});

describe('stop and nothing else', () => {
  it.each<CardState>(['open', 'claimed', 'in-review', 'sending', 'unsure', 'sent', 'dismissed'])(
    'ends a conversation that is %s, and nothing opens it but its writer',
    (state) => {
      const card = joined(aCardIn(state, { ...asked, reply: aReply(replied) }));
      expect(card).toMatchObject({ state: 'withdrawn', closed: { reason: 'stop' } });
      expect(card).not.toHaveProperty('holder');
      for (const name of ['claim', 'approve', 'start', 'reopen', 'undo'] as const)
        expect(decide(card, anAction[name], asAna, later + minutes(1)), name).toMatchObject({
          refused: 'stopped',
        });
      expect(decide(card, anAction.begin, theDesk, later)).toMatchObject({ refused: 'stopped' });
      const again = joined(
        card,
        aPrivateMessage({ id: actId('7003'), versions: [postId('7003')], at: later + 1 }),
      );
      expect(again).toMatchObject({ state: 'open' });
      expect(again).not.toHaveProperty('closed');
    },
  );

  it('as the first word of all makes a card that nobody is called to', () => {
    const { card } = addAct(undefined, asked.id, stop, aPatron(), later);
    expect(card).toMatchObject({ state: 'withdrawn', closed: { reason: 'stop' } });
    expect(wantedMessages(card)).toEqual(['card']);
  });
});

describe('a message of ours in the conversation', () => {
  const unsure = () => aCardIn('unsure', { ...asked, reply: aReply({ ...replied, unsureSince: tuesday }) });

  it('with the approved words settles the answer of unknown outcome', () => {
    expect(seen(unsure(), { id: postId('7009'), text: aReply().text })).toMatchObject({
      state: 'sent',
      answers: [{ n: 1, postId: '7009', how: 'as-approved' }],
    });
  });

  it("with other words is a colleague's", () => {
    const card = seen(unsure(), { id: postId('7009'), text: 'Yes, it is.' });
    expect(card.answers).toMatchObject([{ postId: '7009', how: 'in-x' }]);
    expect(card.answers[0]).not.toHaveProperty('n');
  });

  it('from before the approval settles nothing', () => {
    const card = seen(unsure(), { id: postId('7000'), text: aReply().text, at: tuesday - minutes(5) });
    expect(card).toMatchObject({ state: 'unsure', answers: [] });
  });

  it('covers what was written before it, and leaves what came after', () => {
    const next = aPrivateMessage({ id: actId('7005'), versions: [postId('7005')], at: later + minutes(1) });
    const card = seen(joined(aCardIn('open', asked), next), { id: postId('7004'), text: 'Yes.' });
    expect(card.state).toBe('open');
    expect(card.acts.map(({ answered }) => answered)).toEqual([true, false]);
    expect(replyTarget(card)).toBe('7005');
  });
});
