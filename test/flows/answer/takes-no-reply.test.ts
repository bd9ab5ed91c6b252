import { beforeEach, describe, expect, it } from 'vitest';
import { theDesk } from '../../../src/core/card/actions.js';
import type { Card } from '../../../src/core/card/card.js';
import { networks } from '../../../src/core/network/networks.js';
import type { Post } from '../../../src/core/post/post.js';
import { Unreachable } from '../../../src/errors.js';
import { act } from '../../../src/flows/act.js';
import { claimNext } from '../../../src/flows/answer/claim.js';
import { handOff, prepareHandOff } from '../../../src/flows/answer/hand-off.js';
import { submit } from '../../../src/flows/answer/submit.js';
import { recheck } from '../../../src/flows/watch/recheck.js';
import { aDesk, aMention, ana, aPatron, aPost, ben, tuesday } from '../../build.js';
import { asAna, asBen, mayasPost, theToken } from '../../core/card/card-in.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { aStoredCard } from '../on-x.js';

const closed = aMention({ closed: true });
const refused = { refused: 'takes-no-reply', first: 'Maya' };
let ports: FakePorts;
let card: Card;

beforeEach(() => {
  ports = fakePorts({ desk: aDesk({ network: networks.bluesky }) });
});

/** Maya's post, as the network has it now. */
const shows = (given: Partial<Post> = {}) =>
  ports.network.arrives(aPost({ id: mayasPost, versions: [mayasPost], ...given }), aPatron());
const now = async () => (await ports.cards.get(card.id)) ?? card;
async function send(actor = asAna) {
  const submitted = await submit(ports, card.id, actor, { text: 'Hi Maya, yes: 40 at Central.' });
  return 'refusal' in submitted ? submitted.refusal : submitted.outcome;
}
const isClosed = async () => (await now()).acts.some((one) => one.kind === 'mention' && one.closed === true);

describe('a post that takes no reply of ours, where nothing is handed off', () => {
  it('is not answered, and the words are kept', async () => {
    shows({ closed: true });
    card = await aStoredCard(ports, 'claimed', { acts: [closed] });
    expect(await send()).toEqual(refused);
    expect(await now()).toMatchObject({ state: 'claimed', draft: { text: 'Hi Maya, yes: 40 at Central.' } });
  });

  it('is not answered either where only the network knows it by now', async () => {
    shows({ closed: true });
    card = await aStoredCard(ports, 'claimed');
    expect(await send()).toEqual(refused);
    expect(await isClosed()).toBe(true);
  });

  it('is answered once its writer lets us', async () => {
    shows();
    card = await aStoredCard(ports, 'claimed', { acts: [closed] });
    expect(await send()).toBe('approved');
    expect(await isClosed()).toBe(false);
  });

  it('is not answered while nobody can be asked', async () => {
    card = await aStoredCard(ports, 'claimed', { acts: [closed] });
    ports.network.beforeRead = () => {
      throw new Unreachable('Bluesky', undefined);
    };
    expect(await send()).toEqual(refused);
  });

  it('is no work for a colleague who would check the words', async () => {
    shows({ closed: true });
    card = await aStoredCard(ports, 'claimed', { acts: [closed], holder: { id: ben, since: tuesday } });
    expect(await send(asBen)).toEqual(refused);
    expect((await now()).state).toBe('claimed');
  });

  it('is not what Answer next opens', async () => {
    card = await aStoredCard(ports, 'open', { acts: [closed] });
    expect(await claimNext([ports], ana)).toBeUndefined();
  });

  it('is known by the next look, without a press', async () => {
    shows({ closed: true });
    card = await aStoredCard(ports, 'open');
    await recheck(ports);
    expect(await isClosed()).toBe(true);
    expect((await now()).version).toBe(card.version + 1);
    await recheck(ports);
    expect((await now()).version).toBe(card.version + 1);
  });

  it('is known from a refusal: the next person reads it before they write', async () => {
    card = await aStoredCard(ports, 'posting');
    const reject = { do: 'reject', token: theToken, reason: 'closed', detail: '' } as const;
    await act(ports, card.id, reject, theDesk);
    expect(await now()).toMatchObject({ state: 'claimed', notice: { reason: 'closed' } });
    expect(await isClosed()).toBe(true);
  });
});

describe('where nothing is handed off', () => {
  it('an old button and a forged press are refused with what to do instead', async () => {
    card = await aStoredCard(ports, 'claimed', { onlyByHand: true });
    const shown = { post: mayasPost, shown: [] };
    expect(await prepareHandOff(ports, card, asAna, 'Hi Maya, yes.')).toEqual({ refused: 'no-hand-off' });
    expect(await handOff(ports, card.id, asAna, shown)).toEqual({ refused: 'no-hand-off' });
    expect(await now()).toEqual(card);
  });

  it('Send sends, whatever the card says of how', async () => {
    shows();
    card = await aStoredCard(ports, 'claimed', { onlyByHand: true });
    expect(await send()).toBe('approved');
  });
});
