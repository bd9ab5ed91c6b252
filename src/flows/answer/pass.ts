import type { Actor } from '../../core/card/actions.js';
import type { Decision } from '../../core/card/decide.js';
import type { Refusal } from '../../core/card/refusal.js';
import { refusalFor } from '../../core/card/rules.js';
import { canBeAsked } from '../../core/desk/fallback.js';
import type { CardId, SlackUserId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';

/**
 * Passes a card to a colleague, with a note that may be "". Only somebody who is on the desk's staff now gets it: anybody
 * else, and undefined, is refused with `not-colleague`. Why the actor may not pass the card on is said before that.
 */
export async function passTo(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk'>,
  id: CardId,
  to: SlackUserId | undefined,
  note: string,
  actor: Actor,
): Promise<Decision | Refusal> {
  if (to && canBeAsked(ports.desk, to)) return act(ports, id, { do: 'pass', to, note }, actor);
  const card = await ports.cards.get(id);
  if (!card) return { refused: 'gone' };
  const refusal = refusalFor(card, { do: 'pass' }, actor, ports.clock.now());
  return refusal ?? { refused: 'not-colleague', ...(to ? { by: to } : {}) };
}
