import type { Actor } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import type { Decision } from '../../core/card/decide.js';
import type { Refusal } from '../../core/card/refusal.js';
import { refusalFor } from '../../core/card/rules.js';
import { hasHandOff, mayAnswer } from '../../core/card/select.js';
import type { CardId, PostId } from '../../core/ids.js';
import type { Checked } from '../../core/writing/check-words.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { check } from './check.js';
import { countGreeting } from './greet.js';

/** Checks words that a person wants to post in X; refused when they may not, or while sending is paused. Writes nothing. */
export async function prepareHandOff(
  ports: Pick<Ports, 'clock' | 'desk' | 'ourPosts' | 'settings'>,
  card: Card,
  actor: Actor,
  words: string,
): Promise<Checked | Refusal> {
  if (!hasHandOff(ports.desk)) return { refused: 'no-hand-off' };
  const refusal = refusalFor(card, { do: 'hand-off' }, actor, ports.clock.now());
  if (refusal) return refusal;
  const { pause } = await ports.settings.get();
  if (pause) return { refused: 'paused', ...pause };
  return check(ports, card, actor, words, 'hand-off');
}

/** The post under which somebody answers in X; undefined where a press named none. */
interface OpenedInX {
  readonly post?: PostId;
  /** The approved words, where there are some. */
  readonly text?: string;
  /** The posts that the person could pick from. */
  readonly shown: readonly PostId[];
}

/**
 * A person opened X by a link and finishes the answer there. A greeting counts among those of the day. Refused with
 * `no-post` for a post that is neither the card's nor one of those shown.
 */
export async function handOff(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk' | 'settings'>,
  id: CardId,
  actor: Actor,
  { post, text, shown }: OpenedInX,
): Promise<Decision | Refusal> {
  const card = await ports.cards.get(id);
  if (!card) return { refused: 'gone' };
  if (!hasHandOff(ports.desk)) return { refused: 'no-hand-off' };
  const refusal = refusalFor(card, { do: 'hand-off' }, actor, ports.clock.now());
  if (refusal) return refusal;
  if (!post || !mayAnswer(card, post, shown)) return { refused: 'no-post' };
  const enough = await countGreeting(ports, card);
  const words = text === undefined ? {} : { text };
  return enough ?? act(ports, id, { do: 'hand-off', replyTo: post, ...words }, actor);
}
