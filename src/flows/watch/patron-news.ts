import { type Actor, theDesk } from '../../core/card/actions.js';
import type { Card, Mention } from '../../core/card/card.js';
import { mentionAct } from '../../core/card/join.js';
import { saysTheSame, withSaidOfPost } from '../../core/card/select.js';
import type { CardId } from '../../core/ids.js';
import { isAboutUs, isEdited } from '../../core/post/post.js';
import type { FoundPosts } from '../../ports/network.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { withdraw, withdrawPerson } from './withdraw.js';

/**
 * Brings a stored mention to what X has of it now: its newest version, what it lacked, or nothing at all. Says when it changed (Unix
 * ms); undefined when it did not. Whoever has the card is told, unless it is `asks`: they are told by the answer to what
 * they pressed.
 */
export async function bringUpToDate(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk' | 'network' | 'panels'>,
  id: CardId,
  mention: Mention,
  onX: Pick<FoundPosts, 'found' | 'gone' | 'hidden'>,
  asks?: Actor,
): Promise<number | undefined> {
  const knows = asks?.kind === 'staff' ? { knows: asks.id } : {};
  if (mention.versions.some((version) => onX.gone.includes(version))) {
    await withdraw(ports, id, mention.id, asks);
    const isHidden = mention.versions.some((version) => onX.hidden?.includes(version));
    const writer = isHidden ? (await ports.cards.get(id))?.patron.id : undefined;
    if (writer) await withdrawPerson(ports, writer, asks);
    return ports.clock.now();
  }
  const { author, post } = onX.found.find((one) => one.post.versions[0] === mention.versions[0]) ?? {};
  if (!post) return undefined;
  const { isVersioned } = ports.desk.network;
  if (!isEdited(post, mention) && !mention.partial) {
    // Who may reply changes without a new version, and decides whether anything can be sent; so does what moderators say.
    const step = (card: Card) => withSaidOfPost(card, mention.id, post);
    if (!isVersioned && !saysTheSame(mention, post))
      await ports.cards.change(id, (card) => ({ next: card && step(card), result: undefined }));
    return undefined;
  }
  const us = await ports.network.me();
  const named = mentionAct(post, ports.desk);
  const newest = isAboutUs(post, us.id) ? named : { ...named, unnamed: true as const };
  const edited = { do: 'edited', act: mention.id, mention: newest } as const;
  await act(ports, id, { ...edited, ...(author && { patron: author }), ...knows }, theDesk);
  // Not every network says when a post was edited.
  return mention.partial || post.at <= mention.at ? ports.clock.now() : post.at;
}
