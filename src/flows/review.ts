import type { Who } from '../core/actions.js';
import type { Finding } from '../core/checks/finding.js';
import type { Decision } from '../core/decide.js';
import type { CardId } from '../core/ids.js';
import { firstOf, nameOf } from '../core/phrases.js';
import { isRefusal, type Refusal } from '../core/refusal.js';
import { say } from '../core/words.js';
import type { Ports } from '../ports.js';
import { act } from './act.js';
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

/** The words go back to their writer, who is told. */
export async function sendBack(
  ports: Pick<Ports, 'board' | 'cards' | 'clock' | 'desk'>,
  id: CardId,
  who: Who,
  note: string,
): Promise<Decision | Refusal> {
  const { board, desk } = ports;
  const result = await act(ports, id, { do: 'send-back', note }, who);
  if (isRefusal(result)) return result;
  for (const one of result.events) {
    if (one.event !== 'sent-back') continue;
    const fill = { name: nameOf(desk, one.by), first: firstOf(result.card.patron), note };
    // The card says it too, so a whisper that Slack does not take is no loss.
    await board
      .whisper(one.to, say(desk.words, note ? 'told.sent-back' : 'told.sent-back-bare', fill))
      .catch(() => {});
  }
  return result;
}
