import type { Actor } from '../../core/card/actions.js';
import { refusalFor } from '../../core/card/authorize.js';
import type { Card } from '../../core/card/card.js';
import type { Decision } from '../../core/card/decide.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { isFollow } from '../../core/card/select.js';
import { enoughGreetings, withGreeting } from '../../core/desk/greetings.js';
import type { CardId, PostId } from '../../core/ids.js';
import type { Post } from '../../core/post/post.js';
import { localDate } from '../../core/rota/local-time.js';
import type { Ports } from '../../ports.js';
import { act } from '../act.js';

/** How far back a new follower's posts are read (ms). */
const lookBackMs = 7 * 24 * 60 * 60_000;

/**
 * What a new follower posted in the last seven days, read now, to be shown and not kept. What names us has a card of its
 * own.
 */
export async function readFollower(
  { cards, clock, network }: Pick<Ports, 'cards' | 'clock' | 'network'>,
  id: CardId,
): Promise<readonly Post[]> {
  const card = await cards.get(id);
  if (!card) return [];
  const us = await network.me();
  const posts = await network.recentPosts(card.patron.id, clock.now() - lookBackMs);
  return posts.filter(({ mentions }) => !mentions.some(({ userId }) => userId === us.id));
}

/**
 * The person went to X by a link: they finish the answer there, with the approved words where there are some. A greeting
 * counts among those of the day.
 */
export async function handOff(
  ports: Pick<Ports, 'cards' | 'clock' | 'desk' | 'settings'>,
  id: CardId,
  actor: Actor,
  replyTo: PostId,
  text?: string,
): Promise<Decision | Refusal> {
  const card = await ports.cards.get(id);
  const refusal = card && refusalFor(card, { do: 'hand-off' }, actor, ports.clock.now());
  const enough = card && !refusal ? await countGreeting(ports, card) : undefined;
  return (
    enough ?? act(ports, id, { do: 'hand-off', replyTo, ...(text === undefined ? {} : { text }) }, actor)
  );
}

type Greeting = Pick<Ports, 'clock' | 'desk' | 'settings'>;

/** Whether a new follower may still be greeted today: asked before X is read for it. */
export async function mayGreet(
  { clock, desk, settings }: Greeting,
  card: Card,
): Promise<Refusal | undefined> {
  if (!isFollow(card)) return undefined;
  const day = localDate(desk.rota, clock.now());
  return enoughGreetings(await settings.get(), day, card.id, desk.greetings);
}

/** Counts a new follower among those greeted today, once, or says that these are enough. Atomic. */
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
