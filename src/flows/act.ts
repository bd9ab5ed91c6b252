import type { Action, Who } from '../core/actions.js';
import { type Decision, decide } from '../core/decide.js';
import type { Boot, CardId } from '../core/ids.js';
import type { Refusal } from '../core/refusal.js';
import type { Ports } from '../ports.js';

/** Does one action on a stored card, or says why it may not be. The action may depend on the boot that it is written under. */
export function act(
  { cards, clock }: Pick<Ports, 'cards' | 'clock'>,
  id: CardId,
  action: Action | ((boot: Boot) => Action),
  who: Who,
): Promise<Decision | Refusal> {
  return cards.change(id, (card, boot) => {
    if (!card) return { refused: 'gone' };
    const result = decide(card, typeof action === 'function' ? action(boot) : action, who, clock.now());
    return 'refused' in result ? result : { card: result.card, give: result };
  });
}
