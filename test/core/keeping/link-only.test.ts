import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { asShownNow, followedBack } from '../../../src/core/card/join.js';
import { refusalFor, rules } from '../../../src/core/card/rules.js';
import { answersUs, isUrgent } from '../../../src/core/card/select.js';
import { asLinked } from '../../../src/core/keeping/link-only.js';
import { aCard, aFollow, aMention, aPatron, ben, tuesday } from '../../build.js';
import { aCardIn, asAna, asCarla } from '../card/card-in.js';

const secret = 'xylograph';
const linking = { account: { linkOnly: true } } as const;

/** A card with the secret wherever a patron's words or names can stand. */
function telling(): Card {
  const words = { text: secret, by: ben, at: tuesday };
  const mention = aMention({
    text: `Any ${secret} novels?`,
    links: [{ start: 0, end: 3, url: `https://t.co/${secret}` }],
    media: [{ kind: 'photo', alt: secret }],
    ours: { answered: `@${secret} What do you read?`, quoted: secret, asked: true },
    urgent: secret,
  });
  return {
    ...aCardIn('sent'),
    patron: { ...aPatron({ name: secret, handle: secret, bio: secret, place: secret }), weFollow: true },
    acts: [{ ...mention, first: true }],
    draft: words,
    keptWords: [words],
    answers: aCardIn('sent').answers.map((answer) => ({ ...answer, text: secret })),
  };
}

describe('the card of a desk that only links', () => {
  const linked = asLinked(telling(), linking);

  it('has no word of what was said, and no name', () => {
    expect(JSON.stringify(telling()).split(secret)).toHaveLength(14);
    expect(JSON.stringify(linked)).not.toContain(secret);
    expect(linked.patron).toEqual({ id: telling().patron.id, handle: '', name: '' });
  });

  it('keeps what standards and links need: ids, times, the topic, that it is urgent and that it answers us', () => {
    const [act] = telling().acts;
    expect(linked.acts).toMatchObject([{ id: act?.id, at: act?.at, topic: 'question', versions: ['5001'] }]);
    expect(linked.acts.filter(isUrgent)).toHaveLength(1);
    expect(answersUs(linked)).toBe(true);
  });

  it('is the same when it is made once more', () => {
    expect(asLinked(linked, linking)).toEqual(linked);
  });

  it('of another desk is untouched', () => {
    const card = telling();
    expect(asLinked(card, { account: {} })).toBe(card);
  });

  it('is not written again for a name that it does not have', () => {
    const follow = asLinked(aCard({ acts: [aFollow()] }), linking);
    expect(asShownNow(follow, aPatron({ name: secret }))).toBe(follow);
    expect(followedBack(follow)).toBe(follow);
  });
});

it('people close, flag and put off what a desk only links to, and do nothing else with it', () => {
  const open = asLinked(aCard(), linking);
  const legal = Object.keys(rules).filter((name) => {
    const refusal = refusalFor(open, { do: name as keyof typeof rules }, asCarla, tuesday);
    return refusal === undefined;
  });
  expect(legal).toEqual(['flag', 'unflag', 'dismiss', 'snooze', 'wake', 'mute']);
  expect(refusalFor(open, { do: 'claim' }, asAna, tuesday)).toEqual({ refused: 'link-only' });
});
