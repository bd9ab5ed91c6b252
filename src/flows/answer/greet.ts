import type { Card } from '../../core/card/card.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { isFollow } from '../../core/card/select.js';
import { greetingRefusal, withGreeting } from '../../core/desk/greetings.js';
import { dayMs } from '../../core/durations.js';
import type { Post } from '../../core/post/post.js';
import { localDate } from '../../core/rota/local-time.js';
import type { Ports } from '../../ports.js';

/** How far back a new follower's posts are read. */
const lookBackMs = 7 * dayMs;

/**
 * What a new follower posted in the last seven days, newest first: read from X to be shown, and not kept. Posts that name
 * us are left out, because each has a card of its own.
 */
export async function readFollower(
  { clock, network }: Pick<Ports, 'clock' | 'network'>,
  card: Card,
): Promise<readonly Post[]> {
  const us = await network.me();
  const posts = await network.recentPosts(card.patron.id, clock.now() - lookBackMs);
  return posts.filter(({ names }) => !names.some(({ account }) => account === us.id));
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
