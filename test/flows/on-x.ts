import type { Card, CardState } from '../../src/core/card/card.js';
import { mentionCardId } from '../../src/core/card/select.js';
import { type PostId, postId } from '../../src/core/ids.js';
import type { Post } from '../../src/core/post/post.js';
import type { Ports } from '../../src/ports.js';
import { firstPostIdAt } from '../../src/x/snowflake.js';
import { aPatron, aPost } from '../build.js';
import { aCardIn } from '../core/card/card-in.js';
import { us } from '../fakes/network.js';

const question = '@centrallibrary Do you have large-print crime novels?';

/** The id of a post made then, the n-th in its millisecond. */
export const idAt = (ms: number, n = 1): PostId => postId(String(BigInt(firstPostIdAt(ms)) + BigInt(n)));

/** Maya's post of a moment, which names us unless told otherwise. */
export function mayasPostAt(ms: number, given: Partial<Post> = {}): Post {
  const id = given.id ?? idAt(ms);
  return aPost({
    id,
    versions: [id],
    conversationId: id,
    authorId: aPatron().id,
    at: ms,
    text: question,
    names: [{ account: us.id, start: 0, end: 15 }],
    ...given,
  });
}

export const cardOf = ({ id, authorId }: Post) => mentionCardId(id, authorId);

/** Stores Maya's card in a state, as the desk would have it of her post at 10:42. */
export async function aStoredCard(
  { cards }: Pick<Ports, 'cards'>,
  state: CardState,
  given: Partial<Card> = {},
): Promise<Card> {
  const card = aCardIn(state, given);
  await cards.change(card.id, () => ({ next: card, result: undefined }));
  return card;
}
