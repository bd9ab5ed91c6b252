import { expect, it } from 'vitest';
import type { Card } from '../../../src/core/card/card.js';
import { privateCardId } from '../../../src/core/card/select.js';
import { type CardId, compareIds, postId } from '../../../src/core/ids.js';
import { purgeAt } from '../../../src/core/keeping/keeping-times.js';
import { isPurged } from '../../../src/core/keeping/purged-card.js';
import { watch } from '../../../src/flows/watch/watch.js';
import { watchPrivateMessages } from '../../../src/flows/watch/watch-private.js';
import { ana, aPatron, aPost, aPrivateSide, minutes } from '../../build.js';
import { us } from '../../fakes/network.js';
import { type FakePorts, fakePorts } from '../../fakes/ports.js';
import { cardOf, idAt, mayasPostAt } from '../on-x.js';

const maya = aPatron();

/** Somebody closes the card, and the desk stands still until a moment after its time is over. */
async function closedLongAgo(ports: FakePorts, id: CardId): Promise<void> {
  const at = ports.clock.now();
  const dismissed = { state: 'dismissed', closed: { by: ana, at, reason: 'no-reply' } } as const;
  await ports.cards.change(id, (card) => ({ next: card && { ...card, ...dismissed }, result: undefined }));
  const card = await ports.cards.get(id);
  ports.clock.pass(((card && purgeAt(ports.desk, card)) ?? 0) - at + 1);
}

/** What the acts of a card say. */
const said = (card: Card | undefined) => card?.acts.map((act) => ('text' in act ? act.text : ''));

it('a patron who writes again before their overdue card was purged brings none of the old words back', async () => {
  const ports = fakePorts();
  await watch(ports, 'mentions');
  ports.clock.pass(minutes(1));
  const first = mayasPostAt(ports.clock.now(), { text: '@centrallibrary my old address is 3 Elm Road' });
  ports.network.arrives(first, maya);
  await watch(ports, 'mentions');
  const id = cardOf(first);
  await closedLongAgo(ports, id);
  const later = mayasPostAt(ports.clock.now(), { conversationId: first.id, text: '@centrallibrary hello?' });
  ports.network.arrives(later, maya);
  await watch(ports, 'mentions');
  const card = await ports.cards.get(id);
  expect([card?.state, said(card)]).toEqual(['open', ['', later.text]]);
  expect(card && isPurged(card)).toBe(false);
});

it('nor does a private message', async () => {
  const ports = fakePorts({ desk: aPrivateSide() });
  const conversationId = postId([us.id, maya.id].sort(compareIds).join('_'));
  const id = privateCardId(conversationId);
  const says = (text: string) => {
    const at = ports.clock.now();
    const post = { id: idAt(at), versions: [idAt(at)], authorId: maya.id, conversationId, at, text };
    ports.network.arrivesInPrivate(aPost(post), maya);
  };
  await watchPrivateMessages(ports);
  ports.clock.pass(minutes(2));
  says('My card number is 4711');
  await watchPrivateMessages(ports);
  await closedLongAgo(ports, id);
  says('Is my hold in?');
  await watchPrivateMessages(ports);
  const card = await ports.cards.get(id);
  expect([card?.state, said(card)]).toEqual(['open', ['', 'Is my hold in?']]);
});
