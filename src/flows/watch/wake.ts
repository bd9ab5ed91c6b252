import { theDesk } from '../../core/card/actions.js';
import type { CardId } from '../../core/ids.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';

/** A snooze is over. */
export async function wake(ports: Pick<Ports, 'cards' | 'clock'>, id: CardId): Promise<void> {
  const card = await ports.cards.get(id);
  if (card && (card.snoozedUntil ?? 0) <= ports.clock.now()) await act(ports, id, { do: 'wake' }, theDesk);
}

/** A new follower's card that nobody answered folds away. */
export async function expire(ports: Pick<Ports, 'cards' | 'clock'>, id: CardId): Promise<void> {
  await act(ports, id, { do: 'expire' }, theDesk);
}
