import { describe, expect, it } from 'vitest';
import { theDesk } from '../../../src/core/card/actions.js';
import { decide } from '../../../src/core/card/decide.js';
import { isRefusal } from '../../../src/core/card/refusal.js';
import { reachOf, takesNoReply } from '../../../src/core/card/select.js';
import { actId, postId } from '../../../src/core/ids.js';
import { networks, type Plan } from '../../../src/core/network/networks.js';
import { aCard, aDesk, aFollow, aMention, aPatron, tuesday } from '../../build.js';
import { aCardIn, theToken } from './card-in.js';

const on = (plan: Plan) => aDesk({ account: { ...aDesk().account, plan } });

const closed = aMention({ closed: true });
const later = aMention({ id: actId('5002'), at: tuesday + 1 });

describe('the way out', () => {
  it.each([
    ['an answer to a post that names us', aCard(), 'self-serve', 'api'],
    ['an answer to a post that names us', aCard(), 'enterprise', 'api'],
    ['a greeting', aCard({ acts: [aFollow()] }), 'self-serve', 'hand-off'],
    ['a greeting', aCard({ acts: [aFollow()] }), 'enterprise', 'api'],
    ['an answer to a post that takes none', aCard({ acts: [closed] }), 'enterprise', 'hand-off'],
    ['an answer to a newer post that takes one', aCard({ acts: [closed, later] }), 'enterprise', 'api'],
    ['an answer that X refused as not summoned', aCard({ onlyByHand: true }), 'enterprise', 'hand-off'],
  ] as const)('of %s (%s, %s) is %s', (_what, card, plan, reach) => {
    expect(reachOf(card, on(plan))).toBe(reach);
  });
});

it.each([
  ['an answer', aCard()],
  ['a greeting', aCard({ acts: [aFollow()] })],
  ['an answer to a post that takes none', aCard({ acts: [closed] })],
  ['an answer that was refused', aCard({ onlyByHand: true })],
])('nothing is handed off where the network has no composer: %s', (_what, card) => {
  expect(reachOf(card, aDesk({ network: networks.bluesky }))).toBe('api');
});

it('a post takes no reply only where its newest act is closed, and nobody could try it by hand', () => {
  const bluesky = aDesk({ network: networks.bluesky });
  expect(takesNoReply(aCard({ acts: [closed] }), bluesky)).toBe(true);
  expect(takesNoReply(aCard({ acts: [closed, later] }), bluesky)).toBe(false);
  expect(takesNoReply(aCard({ acts: [closed] }), aDesk())).toBe(false);
});

describe('X that said no because we were not summoned', () => {
  const rejected = (reason: 'not-summoned' | 'duplicate') => {
    const result = decide(
      aCardIn('posting'),
      { do: 'reject', token: theToken, reason, detail: '' },
      theDesk,
      tuesday,
    );
    if (isRefusal(result)) throw new Error(result.refused);
    return result.card;
  };

  it('is not asked again for that card', () => {
    expect(reachOf(rejected('not-summoned'), on('self-serve'))).toBe('hand-off');
    expect(reachOf(rejected('duplicate'), on('self-serve'))).toBe('api');
  });

  it('until the patron writes again', () => {
    const act = aMention({ id: actId('5002'), versions: [postId('5002')], at: tuesday + 1 });
    const again = { do: 'another-act', act, patron: aPatron() } as const;
    const result = decide(rejected('not-summoned'), again, theDesk, tuesday + 1);
    expect(isRefusal(result) ? undefined : reachOf(result.card, on('self-serve'))).toBe('api');
  });
});
