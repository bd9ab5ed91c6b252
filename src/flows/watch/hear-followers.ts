import type { Patron } from '../../core/post/post.js';
import type { Mentions } from '../../ports/network.js';
import type { Ports } from '../../ports.js';
import { sampleFollows } from '../outcomes/sample.js';
import { areKnownFollowers } from './forgotten-people.js';
import { joinFollower, noteKnown } from './watch-followers.js';

/**
 * Makes a card for each new follower of whom a read of mentions tells. `before` is the newest of the last read, `lookedAt` when that
 * was (Unix ms). Where the read may have left a gap, the list of followers is read instead: it knows who is the newest of many.
 */
export async function hearFollowers(
  ports: Ports,
  { follows }: Pick<Mentions, 'follows'>,
  { before = 0, lookedAt = 0 }: { readonly before?: number | undefined; readonly lookedAt?: number },
): Promise<void> {
  const { clock, timings, watermarks } = ports;
  if (!follows) return;
  const now = clock.now();
  const { at: readAt, boot } = await watermarks.followersRead();
  // All followers of the first time that the list is read are old acquaintances.
  if (readAt === undefined) return;
  const oldest = follows.found.at(-1);
  const hasGap = follows.cutOff && (oldest === undefined || oldest.at > before);
  const stoodStill = oldest !== undefined && now - lookedAt > timings.followPauseMs;
  if (hasGap || stoodStill) return readListSoon(ports);
  const people = follows.found.map(({ patron }) => patron);
  const isKnown = await areKnownFollowers(ports, idsOf(people));
  const fresh = people.filter((_, index) => !isKnown[index]);
  await noteKnown(
    ports,
    people.filter((_, index) => isKnown[index]),
  );
  if (fresh.length === 0) return;
  for (const patron of fresh.toReversed()) await joinFollower(ports, patron);
  await sampleFollows(ports, fresh, [], now);
  // Only after their cards are stored, and while they are: a crash or a restored copy before this hears of them again.
  await watermarks.remember(idsOf(fresh), now, boot);
}

/** Makes a read of the list of followers due within a minute, because what was told meanwhile may be incomplete. */
export const readListSoon = ({
  clock,
  due,
  timings,
}: Pick<Ports, 'clock' | 'due' | 'timings'>): Promise<void> =>
  // No sooner: while that fails too, it is tried again after its lease.
  due.ensure(
    { job: 'poll', id: 'followers', at: clock.now() + timings.dueLeaseMs },
    clock.now() + timings.dueLeaseMs,
  );

const idsOf = (people: readonly Patron[]) => people.map(({ id }) => id);
