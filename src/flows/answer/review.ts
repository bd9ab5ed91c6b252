import type { Who } from '../../core/card/actions.js';
import type { Decision } from '../../core/card/decide.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import type { CardId } from '../../core/ids.js';
import type { Finding } from '../../core/writing/finding.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { check } from './check.js';

/** A trainee's words go to a colleague, who checks and sends them; or the first reason why they can't go out. */
export async function askForCheck(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk' | 'ourPosts'>,
  id: CardId,
  who: Who,
  text: string,
): Promise<Decision | Refusal | Finding> {
  const card = await ports.cards.get(id);
  if (!card) return { refused: 'gone' };
  const { stop } = await check(ports, card, who, text);
  if (stop) return stop;
  const saved = await act(ports, id, { do: 'save-draft', text }, who);
  return isRefusal(saved) ? saved : act(ports, id, { do: 'ask-review' }, who);
}
