import { type Actor, theDesk } from '../../core/card/actions.js';
import type { Mention } from '../../core/card/card.js';
import { mentionAct } from '../../core/card/join.js';
import type { CardId, PostId } from '../../core/ids.js';
import { isAboutUs } from '../../core/post/post.js';
import type { AuthoredPost } from '../../ports/network.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';

/**
 * Brings a stored mention to what X has of it now: its newest version, what it lacked, or nothing at all. Says when it changed (Unix
 * ms); undefined when it did not. Whoever has the card is told, unless it is `asks`: they are told by the answer to what
 * they pressed.
 */
export async function bringUpToDate(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk' | 'network'>,
  id: CardId,
  mention: Mention,
  onX: { readonly found: readonly AuthoredPost[]; readonly gone: readonly PostId[] },
  asks?: Actor,
): Promise<number | undefined> {
  const knows = asks?.kind === 'staff' ? { knows: asks.id } : {};
  if (mention.versions.some((version) => onX.gone.includes(version))) {
    await act(ports, id, { do: 'withdraw', act: mention.id, ...knows }, theDesk);
    return ports.clock.now();
  }
  const { author, post } = onX.found.find((one) => one.post.versions[0] === mention.versions[0]) ?? {};
  if (!post || (post.versions.length <= mention.versions.length && !mention.partial)) return undefined;
  const us = await ports.network.me();
  const named = mentionAct(post, ports.desk);
  const newest = isAboutUs(post, us.id) ? named : { ...named, unnamed: true as const };
  const edited = { do: 'edited', act: mention.id, mention: newest } as const;
  await act(ports, id, { ...edited, ...(author && { patron: author }), ...knows }, theDesk);
  return mention.partial ? ports.clock.now() : post.at;
}
