import { theDesk } from '../../core/card/actions.js';
import { isRefusal } from '../../core/card/refusal.js';
import { privateCardId } from '../../core/card/select.js';
import { secondMs } from '../../core/durations.js';
import type { Post } from '../../core/post/post.js';
import { sightingInPrivate } from '../../core/private/private-act.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';
import { chargeAnswer, wasCalled } from './posted.js';

type Looking = Pick<Ports, 'cards' | 'clock' | 'desk' | 'ledger' | 'network'>;

/**
 * Reads our private messages since a time (Unix ms), and tells each card of the one that answers it. Gives the time of the
 * newest of all that were read (Unix ms).
 */
export async function lookInPrivate(ports: Looking, sinceMs: number): Promise<number | undefined> {
  const us = await ports.network.me();
  const { found } = await ports.network.privateMessages(sinceMs - secondMs);
  for (const { author, post } of found) if (author.id === us.id) await seeInPrivate(ports, post);
  return found.at(-1)?.post.at;
}

/** Tells the card of a conversation of a message of ours there; one that it has already changes nothing. */
export async function seeInPrivate(ports: Looking, message: Post): Promise<void> {
  const id = privateCardId(message.conversationId);
  let isCharged = false;
  const seen = await act(
    ports,
    id,
    (_world, card) => {
      const post = sightingInPrivate(card, message);
      isCharged = post.asApproved && wasCalled(card);
      return { do: 'seen', post };
    },
    theDesk,
  );
  if (!isRefusal(seen) && seen.changed && isCharged) await chargeAnswer(ports, seen.card, message);
}
