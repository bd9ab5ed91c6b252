import type { SlackUserId } from '../ids.js';
import type { Who } from './actions.js';

/** The person who acts. The rules let the desk itself only where nobody becomes a holder. */
export function personOf(who: Who): SlackUserId {
  if (who.kind === 'desk') throw new TypeError('The desk itself holds no card.');
  return who.id;
}

export const held = (id: SlackUserId, now: number) => ({ holder: { id, since: now } });
