import type { Actor } from '../../core/card/actions.js';
import type { Decision } from '../../core/card/decide.js';
import type { Refusal } from '../../core/card/refusal.js';
import { leadToAsk } from '../../core/desk/lead.js';
import type { CardId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';

/** Flags a card "don't answer yet" and asks a lead to look, with a note that may be "". */
export function flag(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk'>,
  id: CardId,
  note: string,
  actor: Actor,
): Promise<Decision | Refusal> {
  const to = leadToAsk(ports.desk, ports.clock.now(), actor.kind === 'staff' ? actor.id : undefined);
  return act(ports, id, { do: 'flag', ...(to ? { to } : {}), ...(note ? { note } : {}) }, actor);
}
