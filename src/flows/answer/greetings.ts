import { type Card, isFollow } from '../../core/card/card.js';
import { isRefusal, type Refusal } from '../../core/card/refusal.js';
import { enoughGreetings, withGreeting } from '../../core/desk/greetings.js';
import { localDate } from '../../core/rota/local-time.js';
import type { Ports } from '../../ports.js';

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
