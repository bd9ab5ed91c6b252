import type { Card } from '../../core/card/card.js';
import type { AccountId, PostId } from '../../core/ids.js';
import { idBeforePosted, type KeptReply, repliesOf, withoutPerson } from '../../core/keeping/kept-reply.js';
import { plainText } from '../../core/post/plain.js';
import { rememberPostsForMs } from '../../core/writing/near-copy.js';
import type { Ports } from '../../ports.js';

type Keeping = Pick<Ports, 'desk' | 'keptReplies' | 'ourPosts'>;

/**
 * Keeps the library's replies of a card with who approved them, where desk.yaml says so (`keep.hold`). Idempotent: what was
 * kept first stays.
 */
export async function keepReplies(ports: Keeping, card: Card): Promise<void> {
  if (!ports.desk.keep.hold) return;
  for (const one of repliesOf(card)) {
    const reply = await withWords(ports, one);
    await ports.keptReplies.change(reply.id, (known) => ({ next: known ?? reply, result: undefined }));
    if (reply.postId) await dropReply(ports, idBeforePosted(reply));
  }
}

/** A reply with the words that are remembered of its post, where its card has none any more. */
export async function withWords({ ourPosts }: Pick<Ports, 'ourPosts'>, reply: KeptReply): Promise<KeptReply> {
  if (reply.text !== '' || !reply.postId) return reply;
  return { ...reply, text: plainText((await ourPosts.get(reply.postId)) ?? '') };
}

/** Idempotent: ends what is kept of a reply of ours, because it was removed. */
export async function dropReply(
  { keptReplies }: Pick<Ports, 'keptReplies'>,
  id: PostId | string,
): Promise<void> {
  await keptReplies.change(id, () => ({ next: undefined, result: undefined }));
}

/**
 * Takes a person who is forgotten out of the library's replies to them that are kept: our words stay, without names, and nobody
 * can tell any more whom they answered. It comes before their cards go, of which it keeps the replies too. Idempotent.
 */
export async function unlinkReplies(ports: Keeping & Pick<Ports, 'cards'>, person: AccountId): Promise<void> {
  const { cards, keptReplies } = ports;
  for (const id of await cards.ofPatron(person)) {
    const card = await cards.get(id);
    if (card) await keepReplies(ports, card);
  }
  for (const id of await keptReplies.toPatron(person)) {
    await keptReplies.change(id, (reply) => ({ next: reply && withoutPerson(reply), result: undefined }));
  }
}

/** Where desk.yaml does not say any more that replies are kept: ends each 90 days after it was sent (`now` is Unix ms). */
export async function endReplies(
  { desk, journal, keptReplies }: Pick<Ports, 'desk' | 'journal' | 'keptReplies'>,
  now: number,
): Promise<void> {
  if (desk.keep.hold) return;
  const over = await keptReplies.between(0, now - rememberPostsForMs);
  for (const { id } of over) await dropReply({ keptReplies }, id);
  if (over.length > 0) await journal.purged(now);
}
