import type { Action, Actor } from '../core/card/actions.js';
import type { Card } from '../core/card/card.js';
import { type Decision, decide } from '../core/card/decide.js';
import type { Refusal } from '../core/card/refusal.js';
import type { CardId } from '../core/ids.js';
import type { WriteContext } from '../ports/documents.js';
import type { Ports } from '../ports.js';

/**
 * Does one action on a stored card, or says why it may not be. The action may depend on the world that it is written in,
 * and on the card that it finds.
 */
export function act(
  { cards, clock }: Pick<Ports, 'cards' | 'clock'>,
  id: CardId,
  action: Action | ((world: WriteContext, card: Card) => Action),
  actor: Actor,
): Promise<Decision | Refusal> {
  return cards.change(id, (card, world) => {
    if (!card) return { refused: 'gone' };
    const asked = typeof action === 'function' ? action(world, card) : action;
    const result = decide(card, asked, actor, clock.now());
    return 'refused' in result ? result : { next: result.card, result };
  });
}
