import type { Actor } from '../../core/card/actions.js';
import type { Card, Mention } from '../../core/card/card.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { isFollow } from '../../core/card/select.js';
import { greetingRefusal, withGreeting } from '../../core/desk/greetings.js';
import { dayMs } from '../../core/durations.js';
import type { Post } from '../../core/post/post.js';
import { localDate } from '../../core/rota/local-time.js';
import { firstOf } from '../../core/sentences/phrases.js';
import type { Ports } from '../../ports.js';
import { knownWords } from '../watch/our-words.js';
import { withdrawPerson } from '../watch/withdraw.js';

/** How far back a new follower's posts are read. */
const lookBackMs = 7 * dayMs;

/**
 * What a new follower posted in the last seven days, newest first, with our words where they quote them: read from X to be
 * shown, and not kept. Posts that name us are left out, because each has a card of its own. Refused with `removed` where X
 * shows us nothing of them any more; `reader` learns it by that.
 */
export async function readFollower(
  ports: Pick<Ports, 'cards' | 'clock' | 'network' | 'ourPosts' | 'panels'>,
  card: Card,
  reader: Actor,
): Promise<readonly (Post & Pick<Mention, 'ours'>)[] | Refusal> {
  const { clock, network } = ports;
  const { patron } = card;
  const us = await network.me();
  const posts = await network.recentPosts(patron.id, clock.now() - lookBackMs);
  if (!posts && !patron.protected) {
    await withdrawPerson(ports, patron.id, reader);
    return { refused: 'removed', first: firstOf(patron) };
  }
  if (!posts) return [];
  const theirs = posts.filter(({ names }) => !names.some(({ account }) => account === us.id));
  const known = await knownWords(ports, theirs, us.id);
  return theirs.map((post) => {
    const ours = known.get(post.id);
    return ours ? { ...post, ours } : post;
  });
}

type Greeting = Pick<Ports, 'clock' | 'desk' | 'settings'>;

/** Why a new follower can't be greeted today, asked before X is read for a greeting; undefined when they can. */
export async function refusalForGreeting(
  { clock, desk, settings }: Greeting,
  card: Card,
): Promise<Refusal | undefined> {
  if (!isFollow(card)) return undefined;
  const day = localDate(desk.rota, clock.now());
  return greetingRefusal(await settings.get(), day, card.id, desk.greetings);
}

/** Counts a new follower once among those greeted today; refuses when the day's greetings are used up. Atomic. */
export async function countGreeting(
  { clock, desk, settings }: Greeting,
  card: Card,
): Promise<Refusal | undefined> {
  if (!isFollow(card)) return undefined;
  const day = localDate(desk.rota, clock.now());
  return settings.change((now) => {
    const next = withGreeting(now, day, card.id, desk.greetings);
    return isRefusal(next) ? next : { next, result: undefined };
  });
}
