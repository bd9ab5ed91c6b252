import type { Card, Reply } from '../../core/card/card.js';
import { type PostId, postedAt } from '../../core/ids.js';
import { postPrice } from '../../core/money/bill.js';
import { blankNames, type RememberedPost } from '../../core/writing/near-copy.js';
import type { Ports } from '../../ports.js';

/** Remembers posts of ours, by which the checks find near copies. May be done again. */
export async function remember(
  { clock, ourPosts }: Pick<Ports, 'clock' | 'ourPosts'>,
  posts: readonly { readonly id: PostId; readonly text: string }[],
): Promise<void> {
  const said = posts.map(
    ({ id, text }): RememberedPost => ({ id, at: postedAt(id), text: blankNames(text) }),
  );
  if (said.length > 0) await ourPosts.keep(said, clock.now());
}

/**
 * Charges an answer that X took from us, whether X said so or our timeline shows it. Idempotent: the post's own id and
 * time name the charge.
 */
export async function chargeAnswer(
  { desk, ledger }: Pick<Ports, 'desk' | 'ledger'>,
  card: Card,
  postId: PostId,
): Promise<void> {
  const { reply } = card;
  if (!reply) return;
  await ledger.charge({
    call: 'POST /2/tweets',
    priceMicroUsd: postPrice(desk.network.prices, reply.text, isSummoned(card, reply)),
    resources: [`created:${postId}`],
    count: 1,
    at: postedAt(postId),
  });
}

/** Whether the post that is answered named us; a new follower's did not. */
const isSummoned = ({ acts }: Card, { replyTo }: Reply): boolean =>
  acts.some((act) => act.kind === 'mention' && replyTo !== undefined && act.versions.includes(replyTo));
