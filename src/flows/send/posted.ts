import type { Card, Reply } from '../../core/card/card.js';
import { isPrivate } from '../../core/card/select.js';
import { postPrice } from '../../core/money/bill.js';
import { blankNames, type RememberedPost } from '../../core/writing/near-copy.js';
import type { Published } from '../../ports/network.js';
import type { Ports } from '../../ports.js';

/** Remembers posts of ours, by which the checks find near copies. May be done again. */
export async function remember(
  { clock, ourPosts }: Pick<Ports, 'clock' | 'ourPosts'>,
  posts: readonly (Published & { readonly text: string })[],
): Promise<void> {
  const said = posts.map(({ id, at, text }): RememberedPost => ({ id, at, text: blankNames(text) }));
  if (said.length > 0) await ourPosts.keep(said, clock.now());
}

/**
 * Charges an answer that X took from us, whether X said so or our timeline shows it. Idempotent: the post's own id and
 * time name the charge.
 */
export async function chargeAnswer(
  { desk, ledger }: Pick<Ports, 'desk' | 'ledger'>,
  card: Card,
  { id, at }: Pick<Published, 'id' | 'at'>,
): Promise<void> {
  const { reply } = card;
  if (!reply) return;
  const { prices } = desk.network;
  const how = isPrivate(card)
    ? {
        call: 'POST /2/dm_conversations/with/:participant_id/messages',
        priceMicroUsd: prices?.createPrivate ?? 0,
      }
    : { call: 'POST /2/tweets', priceMicroUsd: postPrice(prices, reply.text, isSummoned(card, reply)) };
  await ledger.charge({
    ...how,
    resources: [`created:${id}`],
    count: 1,
    at,
  });
}

/** Whether the post that is answered named us; a new follower's did not. */
const isSummoned = ({ acts }: Card, { replyTo }: Reply): boolean =>
  acts.some((act) => act.kind === 'mention' && replyTo !== undefined && act.versions.includes(replyTo));

/** Whether the desk called X for the answer and X did not refuse: then the post is not one that a person wrote in X. */
export const wasCalled = ({ state, reply }: Card): boolean =>
  state === 'posting' || state === 'unsure' || (state !== 'handed-off' && reply?.token !== undefined);
