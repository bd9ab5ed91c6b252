import type { Actor } from '../../core/card/actions.js';
import type { Decision } from '../../core/card/decide.js';
import type { Refusal } from '../../core/card/refusal.js';
import { refusalFor } from '../../core/card/rules.js';
import { lastAnswer } from '../../core/card/select.js';
import type { CardId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { dropReply } from '../keep/keep-replies.js';

/**
 * Deletes the last answer from X, then opens the card again with its words as a draft. Deleting twice does no harm: a person
 * who finds the post gone and the card still answered presses again.
 */
export async function deleteFromX(
  ports: Pick<Ports, 'cards' | 'clock' | 'keptReplies' | 'network' | 'ourPosts'>,
  id: CardId,
  actor: Actor,
): Promise<Decision | Refusal> {
  const card = await ports.cards.get(id);
  const post = card && lastAnswer(card)?.postId;
  if (!card || !post) return { refused: 'gone' };
  const refusal = refusalFor(card, { do: 'delete-from-x' }, actor, ports.clock.now());
  if (refusal) return refusal;
  await ports.network.remove(post);
  await ports.ourPosts.drop(post);
  await dropReply(ports, post);
  return act(ports, id, { do: 'delete-from-x', postId: post }, actor);
}
