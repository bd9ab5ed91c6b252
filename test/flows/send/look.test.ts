import { describe, expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { accountId, actId, cardId, panelId, postId } from '../../../src/core/ids.js';
import type { Post } from '../../../src/core/post/post.js';
import { act } from '../../../src/flows/act.js';
import { lookAtOurTimeline } from '../../../src/flows/send/look.js';
import type { Ports } from '../../../src/ports.js';
import { ana, aPatron, minutes, tuesday } from '../../build.js';
import {
  aCardIn,
  aReply,
  asAna,
  asCarla,
  mayasPost,
  saidNotThere,
  theToken,
} from '../../core/card/card-in.js';
import { fakePorts } from '../../fakes/ports.js';
import { aStoredCard } from '../on-x.js';

const { text } = aReply();

/** A card, our post on X under Maya's, and a look at our timeline. */
async function seen(card: Card, words = text, looks = 1) {
  const ports = fakePorts();
  await ports.cards.change(card.id, () => ({ next: card, result: undefined }));
  ports.clock.pass(1_000);
  ports.network.weAnswer({ text: words, repliedTo: mayasPost });
  for (let look = 0; look < looks; look++) await lookAtOurTimeline(ports, tuesday - 1_000);
  return { card: await ports.cards.get(card.id), written: await written(ports) };
}

const written = async ({ ledger }: Ports) => (await ledger.month(tuesday)).byCall['POST /2/tweets'];

it('an answer of which X said nothing is charged once our timeline shows it, and only once', async () => {
  const { card, written } = await seen(aCardIn('unsure'), text, 2);
  expect(card).toMatchObject({ state: 'sent' });
  expect(written).toEqual({ charged: 1, microUsd: 10_000 });
});

it('so is one of which a person said that it is not there', async () => {
  const { written } = await seen(aCardIn('claimed', saidNotThere()));
  expect(written).toEqual({ charged: 1, microUsd: 10_000 });
});

it.each([
  ['what a colleague answers in the X app', aCardIn('open'), 'Hi Maya, we do.'],
  ['other words that a colleague posts while our call is unclear', aCardIn('unsure'), 'Hi Maya, we do.'],
  ['an answer that is finished in X', aCardIn('handed-off', { reply: aReply() }), text],
])('%s costs nothing', async (_, card, words) => {
  const after = await seen(card, words);
  expect(after.card).toMatchObject({ state: 'sent' });
  expect(after.written).toBeUndefined();
});

it('what was handed off while our timeline was read is known by the words of the hand-off', async () => {
  const ports = fakePorts();
  const { id } = await aStoredCard(ports, 'claimed');
  const change: Ports['cards']['change'] = async (one, step) => {
    await act(ports, one, { do: 'hand-off', replyTo: mayasPost, text }, asAna);
    return ports.cards.change(one, step);
  };
  ports.clock.pass(1_000);
  ports.network.weAnswer({ text, repliedTo: mayasPost });
  await lookAtOurTimeline({ ...ports, cards: { ...ports.cards, change } }, tuesday - 1_000);
  expect((await ports.cards.get(id))?.answers).toMatchObject([{ how: 'as-approved' }]);
});

it('a hello of which X said nothing is known by its words, and charged as a post that nobody summoned', async () => {
  const ports = fakePorts();
  const id = cardId('hello-digest-1');
  const hello = 'New here? Tell us the last book you could not put down.';
  const { replyTo: _nobody, ...reply } = aReply({ text: hello, covers: [actId(id)], token: theToken });
  const act = {
    kind: 'hello',
    id: actId(id),
    at: tuesday,
    answered: false,
    digest: panelId('digest-1'),
    greets: 0,
  } as const;
  const card = aCardIn('unsure', { id, acts: [act], reply: { ...reply, unsureSince: tuesday } });
  await ports.cards.change(id, () => ({ next: card, result: undefined }));
  ports.clock.pass(minutes(1));
  ports.network.weAnswer({ text: 'We close at four today.' });
  ports.network.weAnswer({ text: hello });
  await lookAtOurTimeline(ports, tuesday - 1_000);
  expect(await ports.cards.get(id)).toMatchObject({ state: 'sent', answers: [{ text: hello, by: ana }] });
  expect(await written(ports)).toEqual({ charged: 1, microUsd: 15_000 });
});

it('an answer that was deleted, and that X still shows for a moment, answers nothing again', async () => {
  const ports = fakePorts();
  const { id } = await aStoredCard(ports, 'open');
  ports.clock.pass(1_000);
  const post = ports.network.weAnswer({ text, repliedTo: mayasPost });
  await lookAtOurTimeline(ports, tuesday - 1_000);
  await act(ports, id, { do: 'delete-from-x', postId: post.id }, asCarla);
  await lookAtOurTimeline(ports, tuesday - 1_000);
  expect(await ports.cards.get(id)).toMatchObject({ state: 'claimed', answers: [] });
});

it('what we only repeat is not remembered as our words', async () => {
  const ports = fakePorts();
  ports.clock.pass(1_000);
  ports.network.weAnswer({ text: 'RT @maya_reads: What a lovely reading room!', repost: true });
  ports.network.weAnswer({ text: 'We close at four today.' });
  await lookAtOurTimeline(ports, tuesday - 1_000);
  expect(await ports.ourPosts.recent(ports.clock.now())).toMatchObject([{ text: 'We close at four today.' }]);
});

describe('a reply of which X does not say what it answers', () => {
  const elsewhere = { id: cardId('mention-5009-2009'), patron: aPatron({ id: accountId('2009') }) };
  const unsure = (given: Partial<Card> = {}) =>
    aCardIn('unsure', { reply: aReply({ unsureSince: tuesday }), ...given });
  const reply = { repliedToAccount: aPatron().id };

  /** Cards, our post on X, and a look at our timeline; the states of the cards after it. */
  async function looked(cards: readonly Card[], post: Partial<Post> = reply) {
    const ports = fakePorts();
    for (const card of cards) await ports.cards.change(card.id, () => ({ next: card, result: undefined }));
    ports.clock.pass(1_000);
    ports.network.weAnswer({ text, ...post });
    await lookAtOurTimeline(ports, tuesday - 1_000);
    const now = await Promise.all(cards.map(({ id }) => ports.cards.get(id)));
    return { states: now.map((card) => card?.state), answers: now.map((card) => card?.answers) };
  }

  it('is the answer of the one approval of unknown outcome that has its words', async () => {
    const other = unsure({ ...elsewhere, reply: aReply({ text: 'Hi Kofi, no. ^AK', unsureSince: tuesday }) });
    const { states, answers } = await looked([unsure(), other]);
    expect(states).toEqual(['sent', 'unsure']);
    expect(answers[0]).toMatchObject([{ text, by: ana, n: 1, how: 'as-approved' }]);
  });

  it('is known by its conversation where X does not even say whom it answers', async () => {
    expect((await looked([unsure()], { conversationId: postId('5001') })).states).toEqual(['sent']);
    expect((await looked([unsure()], { conversationId: postId('5002') })).states).toEqual(['unsure']);
  });

  it('settles nothing where two approvals of unknown outcome have its words', async () => {
    expect((await looked([unsure(), unsure(elsewhere)])).states).toEqual(['unsure', 'unsure']);
  });

  it('settles nothing with other words, to somebody else, from before the approval, or when it is no reply', async () => {
    expect((await looked([unsure()], { ...reply, text: 'Hi Maya, no. ^AK' })).states).toEqual(['unsure']);
    expect((await looked([unsure()], { repliedToAccount: accountId('2009') })).states).toEqual(['unsure']);
    const own = postId('7001');
    const original = { id: own, versions: [own], conversationId: own };
    expect((await looked([unsure()], original)).states).toEqual(['unsure']);
    const later = aReply({ approvedAt: tuesday + minutes(5), unsureSince: tuesday + minutes(6) });
    expect((await looked([unsure({ reply: later })])).states).toEqual(['unsure']);
  });

  it('settles nothing that was not begun', async () => {
    const waits = aCardIn('sending', { reply: aReply({ dueAt: tuesday + minutes(5) }) });
    expect((await looked([waits])).states).toEqual(['sending']);
  });

  it('ends a hand-off by the words of the hand-off, and no hand-off of other words', async () => {
    const handOff = { by: ana, openedAt: tuesday, replyTo: mayasPost, text };
    const { states, answers } = await looked([aCardIn('handed-off', { handOff })]);
    expect(states).toEqual(['sent']);
    expect(answers[0]).toMatchObject([{ text, by: ana, how: 'as-approved' }]);
    const others = aCardIn('handed-off', { handOff: { ...handOff, text: 'Hi Maya, no.' } });
    expect((await looked([others])).states).toEqual(['handed-off']);
  });
});
