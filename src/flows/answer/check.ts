import type { Actor } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import type { Decision } from '../../core/card/decide.js';
import type { Reach } from '../../core/card/reach.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { memberOf } from '../../core/desk/staff.js';
import type { CardId } from '../../core/ids.js';
import { firstName } from '../../core/post/names.js';
import { type Checked, checkWords } from '../../core/writing/check-words.js';
import type { Finding } from '../../core/writing/finding.js';
import { openingsFor } from '../../core/writing/starters.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';

export type Checking = Pick<Ports, 'clock' | 'desk' | 'ourPosts'>;

/**
 * What can be said of somebody's words for a card before they are sent; nothing is written. `reach`: posted by us unless
 * told, or by a person in X.
 */
export async function check(
  { clock, desk, ourPosts }: Checking,
  card: Card,
  actor: Actor,
  words: string,
  reach: Reach = 'api',
): Promise<Checked> {
  const writer = memberOf(desk, card.holder?.id ?? (actor.kind === 'staff' ? actor.id : ''));
  const first = firstName(card.patron.name, card.patron.handle);
  return checkWords({
    card,
    text: words,
    // An answer is signed by its writer, also when a colleague checks it.
    signature: writer?.signature ? `^${writer.signature}` : '',
    shared: writer?.shared === true,
    openings: openingsFor(first, desk),
    checks: desk.checks,
    helpDesk: desk.voice.helpDesk,
    said: desk.checks.settings.nearCopy === 'off' ? [] : await ourPosts.recent(clock.now()),
    us: desk.x.handle,
    longPosts: desk.x.longPosts,
    reach,
  });
}

/** A trainee's words go to a colleague, who checks and sends them; or the first reason why they can't go out. */
export async function askForCheck(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk' | 'ourPosts'>,
  id: CardId,
  actor: Actor,
  text: string,
): Promise<Decision | Refusal | Finding> {
  const card = await ports.cards.get(id);
  if (!card) return { refused: 'gone' };
  const { stop } = await check(ports, card, actor, text);
  if (stop) return stop;
  const saved = await act(ports, id, { do: 'save-draft', text }, actor);
  return isRefusal(saved) ? saved : act(ports, id, { do: 'ask-review' }, actor);
}
