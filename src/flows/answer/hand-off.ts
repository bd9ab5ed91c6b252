import type { Actor } from '../../core/card/actions.js';
import { refusalFor } from '../../core/card/authorize.js';
import type { Card } from '../../core/card/card.js';
import type { Decision } from '../../core/card/decide.js';
import type { Refusal } from '../../core/card/refusal.js';
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
  const refusal = refusalFor(card, { do: 'hand-off' }, actor, ports.clock.now());
  if (refusal) return refusal;
  const { pause } = await ports.settings.get();
  if (pause) return { refused: 'paused', ...pause };
  return check(ports, card, actor, words, 'hand-off');
}

/**
 * A person opened X by a link and finishes the answer there, with the approved words where there are some. A greeting
 * counts among those of the day.
 */
export async function handOff(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk' | 'settings'>,
  id: CardId,
  actor: Actor,
  replyTo: PostId,
  text?: string,
): Promise<Decision | Refusal> {
  const card = await ports.cards.get(id);
  const refusal = card && refusalFor(card, { do: 'hand-off' }, actor, ports.clock.now());
  const enough = card && !refusal ? await countGreeting(ports, card) : undefined;
  return (
    enough ?? act(ports, id, { do: 'hand-off', replyTo, ...(text === undefined ? {} : { text }) }, actor)
  );
}
