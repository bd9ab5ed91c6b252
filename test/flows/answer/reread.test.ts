import { expect, it } from 'vitest';
import type { Actor } from '../../../src/core/card/actions.js';
import type { Card } from '../../../src/core/card/card.js';
import { followAct, mentionAct } from '../../../src/core/card/join.js';
import type { Refusal } from '../../../src/core/card/refusal.js';
import { followCardId } from '../../../src/core/card/select.js';
import { type CardId, cardId, postId } from '../../../src/core/ids.js';
import type { Post } from '../../../src/core/post/post.js';
import { Rejected, Unreachable } from '../../../src/errors.js';
import { claim } from '../../../src/flows/answer/claim.js';
import { reread } from '../../../src/flows/answer/reread.js';
import { recheck } from '../../../src/flows/watch/recheck.js';
import { watch } from '../../../src/flows/watch/watch.js';
import { aCard, aFollower, ana, aPatron, ben, minutes, tuesday } from '../../build.js';
import { us } from '../../fakes/network.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { doWhatFollows } from '../due-work.js';
import { aStoredCard, cardOf, idAt, mayasPostAt } from '../on-x.js';

const maya = aPatron();
const staff = (id: typeof ana): Actor => ({ kind: 'staff', id, lead: false, trainee: false, xSignIn: true });
/** Made a minute after the desk began. */
const question = mayasPostAt(tuesday + minutes(1));
const thanks = mayasPostAt(tuesday + minutes(1) + 5, {
  conversationId: question.id,
  text: '@centrallibrary Oh, and on Sundays?',
});

interface Asked extends FakePorts {
  readonly told: [string, string][];
}

/** Maya's question is on Ana's desk. */
async function asked(...posts: readonly Post[]): Promise<Asked> {
  const ports = fakePorts();
  const told: [string, string][] = [];
  ports.board.whisper = async (to, text) => void told.push([to, text]);
  await watch(ports, 'mentions');
  ports.clock.pass(minutes(2));
  for (const post of posts.length > 0 ? posts : [question]) ports.network.arrives(post, maya);
  await watch(ports, 'mentions');
  await claim(ports, cardOf(question), staff(ana));
  return { ...ports, told };
}

function edits(ports: FakePorts, post: Post): Post {
  const id = idAt(ports.clock.now(), 7);
  const edited = {
    ...post,
    id,
    versions: [...post.versions, id],
    text: '@centrallibrary Large print?',
    at: ports.clock.now(),
  };
  ports.network.arrives(edited, maya);
  return edited;
}

/** What stops somebody who answers Maya's card, when her posts are read again. */
async function readAgain(ports: FakePorts, reader: Actor): Promise<Refusal | undefined> {
  const card = await ports.cards.get(cardOf(question));
  return card && (await reread(ports, card, reader))?.refusal;
}

it('a post that is as it was stops nobody', async () => {
  const ports = await asked();
  expect(await readAgain(ports, staff(ana))).toBeUndefined();
});

it('a post that was changed is to be read again first, and the answer goes to its newest version', async () => {
  const ports = await asked();
  const edited = edits(ports, question);
  expect(await readAgain(ports, staff(ana))).toEqual({
    refused: 'changed',
    first: 'Maya',
    at: edited.at,
  });
  expect(await ports.cards.get(cardOf(question))).toMatchObject({
    state: 'claimed',
    acts: [{ id: question.id, versions: [question.id, edited.id], text: edited.text }],
  });
  await doWhatFollows(ports);
  expect(ports.told).toEqual([]);
  expect(await readAgain(ports, staff(ana))).toBeUndefined();
});

it('a colleague who has the card is told when somebody else reads it again', async () => {
  const ports = await asked();
  edits(ports, question);
  await readAgain(ports, staff(ben));
  await doWhatFollows(ports);
  expect(ports.told).toEqual([
    [ana, expect.stringContaining('Somebody changed the post you are answering, at 10:44.')],
  ]);
});

it('where the post was removed there is nothing to answer', async () => {
  const ports = await asked();
  ports.network.disappears(question.id);
  expect(await readAgain(ports, staff(ana))).toEqual({ refused: 'removed', first: 'Maya' });
  expect(await ports.cards.get(cardOf(question))).toMatchObject({ state: 'withdrawn', acts: [{ text: '' }] });
});

it('where one of two posts was removed, the other is still to be answered', async () => {
  const ports = await asked(question, thanks);
  ports.network.disappears(question.id);
  expect(await readAgain(ports, staff(ana))).toMatchObject({ refused: 'changed' });
  expect(await ports.cards.get(cardOf(question))).toMatchObject({
    state: 'claimed',
    acts: [{ gone: true, text: '' }, { id: thanks.id }],
  });
  expect(await readAgain(ports, staff(ana))).toBeUndefined();
});

it('when X cannot be read the person goes on', async () => {
  const ports = await asked();
  ports.network.disappears(question.id);
  ports.network.beforeRead = () => {
    throw new Unreachable('X', 'down');
  };
  expect(await readAgain(ports, staff(ana))).toBeUndefined();
});

it('a mistake of ours is not taken for an X that cannot be read', async () => {
  const ports = await asked();
  ports.network.beforeRead = () => {
    throw new TypeError('no such field');
  };
  await expect(readAgain(ports, staff(ana))).rejects.toThrow('no such field');
});

it('whoever cannot be told stops nothing, but a mistake of ours in telling them shows', async () => {
  const ports = await asked();
  ports.board.whisper = () => Promise.reject(new Rejected('other', 'user_not_in_channel'));
  edits(ports, question);
  expect(await readAgain(ports, staff(ben))).toMatchObject({ refused: 'changed' });
  await doWhatFollows(ports);
  ports.board.whisper = () => Promise.reject(new TypeError('no such field'));
  ports.network.disappears(question.id);
  await readAgain(ports, staff(ben));
  await expect(doWhatFollows(ports)).rejects.toThrow('no such field');
});

it('what is gone from X is taken from the cards by itself, and whoever has the card is told', async () => {
  const ports = await asked();
  ports.clock.pass(minutes(360));
  ports.network.disappears(question.id);
  await recheck(ports);
  expect(await ports.cards.get(cardOf(question))).toMatchObject({ state: 'withdrawn', acts: [{ text: '' }] });
  await doWhatFollows(ports);
  expect(ports.told).toEqual([[ana, expect.stringContaining('Somebody removed a post you are answering')]]);
  await recheck(ports);
  await doWhatFollows(ports);
  expect(ports.told).toHaveLength(1);
});

it('what is still there stays, also when it does not name us any more', async () => {
  const ports = await asked();
  edits(ports, { ...question, names: [] });
  await recheck(ports);
  expect(await ports.cards.get(cardOf(question))).toMatchObject({
    state: 'claimed',
    acts: [{ text: '@centrallibrary Large print?', unnamed: true }],
  });
  await doWhatFollows(ports);
  expect(ports.told).toEqual([[ana, expect.stringContaining('Somebody changed the post you are answering')]]);
});

it('a later version that names us again, or answers us, is named again', async () => {
  const ports = await asked();
  const unnamed = edits(ports, { ...question, names: [] });
  await recheck(ports);
  ports.clock.pass(minutes(1));
  edits(ports, { ...unnamed, repliedToAccount: us.id });
  await recheck(ports);
  const [act] = (await ports.cards.get(cardOf(question)))?.acts ?? [];
  expect(act).not.toHaveProperty('unnamed');
});

it('what is open is looked for however old it is, and what is closed for three days', async () => {
  const ports = await asked();
  const closed = mayasPostAt(tuesday + 5, { id: postId('8001') });
  await aStoredCard(ports, 'dismissed', {
    id: cardOf(closed),
    acts: [mentionAct(closed)],
    changedAt: ports.clock.now(),
  });
  ports.clock.pass(31 * 24 * minutes(60));
  ports.network.disappears(question.id);
  await recheck(ports);
  expect(await ports.cards.get(cardOf(question))).toMatchObject({ state: 'withdrawn' });
  expect(await ports.cards.get(cardOf(closed))).toMatchObject({
    state: 'dismissed',
    acts: [{ text: closed.text }],
  });
});

it('what was closed within three days is looked for', async () => {
  const ports = await asked();
  const closed = mayasPostAt(tuesday + 5, { id: postId('8001') });
  const stored = { id: cardOf(closed), acts: [mentionAct(closed)], changedAt: ports.clock.now() };
  await aStoredCard(ports, 'dismissed', stored);
  ports.clock.pass(2 * 24 * minutes(60));
  await recheck(ports);
  expect(await ports.cards.get(cardOf(closed))).toMatchObject({ state: 'withdrawn', acts: [{ text: '' }] });
});

it('a new follower whose account is gone has no card any more', async () => {
  const ports = await asked();
  const patron = aFollower();
  const follow = aCard({ id: followCardId(patron.id), patron, acts: [followAct(patron, tuesday)] });
  await ports.cards.change(follow.id, () => ({ next: follow, result: undefined }));
  ports.network.followedBy.push(follow.patron);
  await recheck(ports);
  expect(await ports.cards.get(follow.id)).toMatchObject({ state: 'open' });
  ports.network.followedBy.length = 0;
  await recheck(ports);
  expect(await ports.cards.get(follow.id)).toMatchObject({ state: 'withdrawn' });
});

/** All of Maya's, each on a card of its own: an answered post, a private message, that she follows us. */
async function cardsOfMaya(ports: FakePorts): Promise<readonly CardId[]> {
  const patron = maya;
  const sent = mayasPostAt(tuesday + 5, { id: postId('8001') });
  const cards = [
    { id: cardOf(sent), state: 'sent', acts: [{ ...mentionAct(sent), answered: true }] },
    { id: cardId('private-1-2'), state: 'open', acts: [{ ...mentionAct(sent), kind: 'private' }] },
    { id: followCardId(maya.id), state: 'open', acts: [followAct(maya, tuesday)] },
  ] as const;
  for (const one of cards) {
    const card = aCard({ ...one, patron, changedAt: ports.clock.now() } as Partial<Card>);
    await ports.cards.change(card.id, () => ({ next: card, result: undefined }));
  }
  return cards.map(({ id }) => id);
}

it.each([
  ['protects their posts or blocks us', 'hidingAccounts'],
  ['is gone', 'goneAccounts'],
] as const)('of somebody who %s nothing is left on any card after one look', async (_, accounts) => {
  const ports = await asked();
  const ids = await cardsOfMaya(ports);
  ports.network[accounts].add(maya.id);
  await recheck(ports);
  for (const id of [cardOf(question), ...ids]) {
    const { acts = [], state } = (await ports.cards.get(id)) ?? {};
    expect(['withdrawn', 'sent'], id).toContain(state);
    for (const act of acts) expect(act, id).toMatchObject({ gone: true });
  }
});

it('a press that finds something gone has all that is kept looked at now', async () => {
  const ports = await asked();
  ports.network.disappears(question.id);
  await readAgain(ports, staff(ana));
  expect(ports.due.all()).toContainEqual({ job: 'poll', id: 'recheck', at: ports.clock.now() });
});
