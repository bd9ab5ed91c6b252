import type { Actor } from '../../core/card/actions.js';
import type { Card } from '../../core/card/card.js';
import type { Reach } from '../../core/card/select.js';
import { memberOf } from '../../core/desk/desk-now.js';
import { givenName } from '../../core/post/given-name.js';
import { policyLineOf } from '../../core/sentences/phrases.js';
import { type Checked, checkWords } from '../../core/writing/check-words.js';
import { openingsFor } from '../../core/writing/starters.js';
import type { Ports } from '../../ports.js';

/**
 * Checks somebody's words for a card, and writes nothing. `reach` says who would post them: the desk by API unless told,
 * or a person in X.
 */
export async function check(
  { clock, desk, ourPosts }: Pick<Ports, 'clock' | 'desk' | 'ourPosts'>,
  card: Card,
  actor: Actor,
  words: string,
  reach: Reach = 'api',
): Promise<Checked> {
  const writer = memberOf(desk, card.holder?.id ?? (actor.kind === 'staff' ? actor.id : ''));
  const first = givenName(card.patron.name, card.patron.handle);
  return checkWords({
    card,
    text: words,
    // An answer is signed by its writer, also when a colleague checks it.
    signature: writer?.signature ? `^${writer.signature}` : '',
    shared: writer?.shared === true,
    openings: openingsFor(first, desk),
    checks: desk.checks,
    helpDesk: desk.voice.helpDesk,
    said: desk.inPrivate || desk.checks.settings.nearCopy === 'off' ? [] : await ourPosts.recent(clock.now()),
    us: desk.account.handle,
    longPosts: desk.account.longPosts,
    network: desk.network,
    reach,
    ...(desk.inPrivate && { inPrivate: { policyLine: policyLineOf(desk) } }),
  });
}
