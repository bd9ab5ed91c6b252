import type { Card } from '../../core/card/card.js';
import { acquaintanceOf, addAct, type PrivateMessage } from '../../core/card/join.js';
import { privateCardId } from '../../core/card/select.js';
import { mutingOf } from '../../core/desk/desk-settings.js';
import { hourMs } from '../../core/durations.js';
import { privateAct } from '../../core/private/private-act.js';
import { monthStartMs } from '../../core/rota/local-time.js';
import type { AuthoredPost } from '../../ports/network.js';
import type { Ports } from '../../ports.js';
import { purgeOverdue } from '../keep/purge.js';
import { seeInPrivate } from '../send/look-in-private.js';
import { withoutForgotten } from './forgotten-people.js';
import { readAgainFrom } from './read-again-from.js';

/**
 * Reads private messages: each conversation is one card, and our own messages there are *seen*.
 */
export async function watchPrivateMessages(ports: Ports): Promise<void> {
  const { clock, network, watermarks } = ports;
  const { since, boot } = await readAgainFrom(ports, 'private-messages');
  const us = await network.me();
  const { found, odd } = await network.privateMessages(since);
  const { wanted, forgotten } = await withoutForgotten(ports, found);
  const erasing: number[] = [];
  // In the order in which they were written: an answer of ours covers what came before it.
  for (const one of found) {
    if (one.author.id === us.id) await seeInPrivate(ports, one.post);
    else if (wanted.includes(one) && !(await join(ports, one, forgotten.has(one.author.id))))
      erasing.push(one.post.at - 1);
  }
  const now = clock.now();
  // The mark stays before what came incomplete, as long as it may come whole.
  const held = odd.filter(({ at }) => at > now - hourMs).map(({ at }) => at - 1);
  const upTo = Math.min(found.at(-1)?.post.at ?? 0, now, ...held, ...erasing);
  // Only after the cards are stored, and while they are.
  await watermarks.advance('private-messages', upTo, boot, now);
}

/** False for a message that has to wait, because its card is just being erased. */
async function join(ports: Ports, { author, post }: AuthoredPost, isForgotten: boolean): Promise<boolean> {
  const { cards, clock, desk, settings } = ports;
  const id = privateCardId(post.conversationId);
  if ((await cards.ofPost(post.id)) === id) return true;
  const now = clock.now();
  const muted = mutingOf(await settings.get(), { author: author.id }, now);
  const { stopWords = [] } = desk.inPrivate ?? {};
  const message = privateAct(post, { ...desk, stopWords });
  await purgeOverdue(ports, await cards.get(id));
  const joined = await cards.change(id, (card) => {
    if (card?.erased) return { next: card, result: false };
    const act = isForgotten ? message : acquainted(desk.rota, message, card);
    const next = addAct(card, id, act, author, now, muted).card;
    return {
      next: isForgotten && !next.forgotten ? { ...next, forgotten: true as const } : next,
      result: true,
    };
  });
  return joined !== false;
}

/** The act with how well we know its writer: what else they wrote to us stands on the same card. */
const acquainted = (
  rota: Ports['desk']['rota'],
  act: PrivateMessage,
  card: Card | undefined,
): PrivateMessage => ({
  ...act,
  ...acquaintanceOf(act, card ? [card] : [], monthStartMs(rota, act.at)),
});
