import { describe, expect, it } from 'vitest';
import type { Card, Mention } from '../../../src/core/card/card.js';
import { addAct, asShownNow, followAct, mentionAct } from '../../../src/core/card/join.js';
import { currentVersionOf, lineKey } from '../../../src/core/card/message.js';
import { mentionCardId } from '../../../src/core/card/select.js';
import { postId } from '../../../src/core/ids.js';
import { aCard, aFollow, aFollower, ana, aPatron, aPost, minutes, tuesday } from '../../build.js';

const id = mentionCardId(postId('5001'), '2001');
const post = aPost({ text: '@centrallibrary Do you have large-print crime novels?' });
const edited = aPost({
  ...post,
  id: postId('5009'),
  versions: [post.id, postId('5009')],
  text: 'Large print?',
});

describe('joining', () => {
  it('the first act makes an open card', () => {
    const card = addAct(undefined, id, mentionAct(post), aPatron(), tuesday).card;
    expect(card).toMatchObject({ id, version: 1, state: 'open', acts: [{ id: '5001', topic: 'question' }] });
  });

  it('an act of the same conversation joins, and the card has what X says of the patron now', () => {
    const first = addAct(undefined, id, mentionAct(post), aPatron(), tuesday).card;
    const thanks = mentionAct(aPost({ id: postId('5002'), text: 'thank you!!', at: tuesday + 1_000 }));
    const card = addAct(first, id, thanks, aPatron({ name: 'Maya O.' }), tuesday).card;
    expect(card.acts.map((act) => act.id)).toEqual(['5001', '5002']);
    expect(card).toMatchObject({ version: 2, patron: { name: 'Maya O.' } });
  });

  it('the same act twice changes nothing', () => {
    const once = addAct(undefined, id, mentionAct(post), aPatron(), tuesday).card;
    expect(addAct(once, id, mentionAct(post), aPatron(), tuesday).card).toBe(once);
    const follow = followAct(aFollower(), tuesday);
    const card = addAct(undefined, id, follow, aFollower(), tuesday).card;
    expect(addAct(card, id, followAct(aFollower(), tuesday + minutes(9)), aFollower(), tuesday).card).toBe(
      card,
    );
  });

  it('an edited post tells whoever has the card', () => {
    const first = addAct(undefined, id, mentionAct(post), aPatron(), tuesday).card;
    const claimed = { ...first, state: 'claimed' as const, holder: { id: ana, since: tuesday } };
    expect(addAct(claimed, id, mentionAct(edited), aPatron(), tuesday).events).toEqual([
      { event: 'changed', to: ana, at: tuesday },
    ]);
  });

  it('in a muted conversation nothing waits', () => {
    const first = addAct(undefined, id, mentionAct(post), aPatron(), tuesday, 'muted').card;
    expect(first).toMatchObject({ state: 'dismissed', closed: { reason: 'muted' } });
    const more = mentionAct(aPost({ id: postId('5002'), at: tuesday + 1_000 }));
    expect(addAct(first, id, more, aPatron(), tuesday, 'muted').card).toMatchObject({ state: 'dismissed' });
    expect(addAct(first, id, more, aPatron(), tuesday).card).toMatchObject({ state: 'open' });
  });

  it('an edited post is the act of its first version, and stays answered', () => {
    const first = addAct(undefined, id, mentionAct(post), aPatron(), tuesday).card;
    const sent = {
      ...first,
      state: 'sent' as const,
      acts: first.acts.map((act) => ({ ...act, answered: true })),
    };
    const card = addAct(sent, id, mentionAct(edited), aPatron(), tuesday).card;
    expect(card.acts).toMatchObject([
      { id: '5001', versions: ['5001', '5009'], text: 'Large print?', answered: true },
    ]);
    expect(card.state).toBe('sent');
  });

  it('an edited post is new where the network lists only its first version and the present one, and no version is forgotten', () => {
    const present = (version: string, text: string) =>
      mentionAct(aPost({ ...post, id: postId(version), versions: [post.id, postId(version)], text }));
    const [written, changed] = [present('v1', 'Large print?'), present('v2', 'Braille?')];
    const first = addAct(undefined, id, written, aPatron(), tuesday).card;
    const card = addAct(first, id, changed, aPatron(), tuesday).card;
    expect(card.acts).toMatchObject([{ id: '5001', versions: ['5001', 'v1', 'v2'], text: 'Braille?' }]);
    expect(addAct(card, id, changed, aPatron(), tuesday).card).toBe(card);
  });

  describe('an edited post of which the network lists only the first version and the present one', () => {
    const present = (version: string, text: string, minute: number) =>
      mentionAct(
        aPost({
          ...post,
          id: postId(version),
          versions: [post.id, postId(version)],
          text,
          readAt: tuesday + minutes(minute),
        }),
      );
    const [written, changed] = [present('v1', 'Large print?', 0), present('v2', 'Braille?', 5)];
    const join = (...acts: readonly Mention[]) =>
      acts.reduce<Card | undefined>((card, act) => addAct(card, id, act, aPatron(), tuesday).card, undefined);

    it('stays as it is when a reading from before the edit arrives after it', () => {
      expect(join(changed, written)?.acts).toEqual([changed]);
      expect(join(written, changed, written)?.acts).toMatchObject([{ text: 'Braille?', at: tuesday }]);
    });

    it('is shown as it was at first when its writer takes the edit back', () => {
      const back = present('v1', 'Large print?', 9);
      const card = join(written, changed, back);
      expect(card?.acts).toMatchObject([{ text: 'Large print?', at: tuesday }]);
      const [line] = card?.acts.map(lineKey) ?? [];
      expect(card && line && currentVersionOf(card, line)).not.toBe(
        currentVersionOf(join(written, changed) as Card, lineKey(written)),
      );
      expect(join(written, changed, back, changed)).toEqual(card);
      expect(join(written, changed, back, present('v3', 'Films?', 12))?.acts).toMatchObject([
        { text: 'Films?', at: tuesday },
      ]);
    });
  });
});

describe('a new follower who waits', () => {
  const card = aCard({ acts: [aFollow()], patron: aFollower({ bio: 'Allotments.', followsUs: true }) });

  it('has the name, picture, bio and place of now, and keeps what X did not say of them now', () => {
    const now = asShownNow(card, aFollower({ name: 'Sam O.', place: 'Hull' }));
    expect(now).toMatchObject({ version: 2, patron: { name: 'Sam O.', place: 'Hull', followsUs: true } });
    expect(now.patron).not.toHaveProperty('bio');
    expect(asShownNow(card, aFollower({ bio: 'Allotments.' }))).toBe(card);
  });

  it('is left alone when nobody waits any more, and so is who wrote to us', () => {
    const closed = { ...card, state: 'dismissed' } as const;
    expect(asShownNow(closed, aFollower({ name: 'Sam O.' }))).toBe(closed);
    const asks = aCard();
    expect(asShownNow(asks, aPatron({ name: 'Maya O.' }))).toBe(asks);
  });
});
