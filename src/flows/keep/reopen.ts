import type { Actor } from '../../core/card/actions.js';
import type { Decision } from '../../core/card/decide.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { refusalFor } from '../../core/card/rules.js';
import type { CardId } from '../../core/ids.js';
import { isPurged } from '../../core/keeping/purged-card.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { readAgain } from './read-again.js';

/** Opens a closed card again. What was purged is read again first, for its price. */
export async function reopen(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk' | 'network' | 'timings'>,
  id: CardId,
  actor: Actor,
): Promise<Decision | Refusal> {
  const card = await ports.cards.get(id);
  if (!card || !isPurged(card)) return act(ports, id, { do: 'reopen' }, actor);
  const refusal = refusalFor(card, { do: 'reopen' }, actor, ports.clock.now());
  if (refusal) return refusal;
  const again = await readAgain(ports, card);
  return isRefusal(again) ? again : act(ports, id, { do: 'reopen', again }, actor);
}
