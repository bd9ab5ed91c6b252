import { type HomeContent, homeChangesAt } from '../../core/board/home.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import { actorFor, memberOf } from '../../core/desk/desk-now.js';
import { mutedPeopleAt } from '../../core/desk/desk-settings.js';
import { nextFor } from '../../core/due/order.js';
import { dayMs, minuteMs } from '../../core/durations.js';
import type { SlackUserId } from '../../core/ids.js';
import { askedAlone } from '../../core/rota/cover.js';
import { Busy, KeysRefused, Rejected } from '../../errors.js';
import type { HomeVisitor } from '../../ports/board.js';
import type { Desks, Ports } from '../../ports.js';
import { staleLook } from '../watch/looks.js';

/** A Home that was opened longer ago than this is left as it is until it is opened again (ms). */
const latelyMs = 3 * dayMs;
/**
 * Slack takes about a hundred of these calls a minute, and a Home changes with each draft that its person types. So one
 * Home is updated at most `mostOfOne` times in `mostOfOneInMs`, and all Homes of a desk `mostInAMinute` times a minute.
 */
const mostOfOne = 10;
const mostOfOneInMs = 30_000;
const mostInAMinute = 90;

/** Brings the Homes of those who opened them lately up to date; says in the due list when they change by themselves. */
export async function showHomes(ports: Ports, desks: Desks): Promise<void> {
  const { clock, desk, homes, settings } = ports;
  const { people, mark, heldUntil } = await homes.recentVisitors(clock.now() - latelyMs);
  if (clock.now() < heldUntil) return homes.done(mark, heldUntil);
  const all = await desks.all();
  const ends = mutedPeopleAt(await settings.get(), clock.now()).map(({ until }) => until);
  let nextAt = Math.min(homeChangesAt(desk.rota, clock.now()), ...ends);
  for (const person of people) {
    const first = firstOf(all, person.user);
    if (!first || first.desk.id === desk.id) {
      nextAt = Math.min(nextAt, (await showHome(ports, all, person)) ?? nextAt);
    } else if (memberOf(desk, person.user)) {
      // The first desk of somebody's makes their one Home, so that no two make it at once. It shows this desk as well.
      await first.homes.changed();
    }
  }
  await homes.done(mark, nextAt);
}

/** Updates one Home. Gives when it may be updated again (Unix ms), if it was updated often enough for now. */
async function showHome(
  { board, clock, due, homes }: Ports,
  all: readonly Ports[],
  { user, shown, recent }: HomeVisitor,
): Promise<number | undefined> {
  const now = clock.now();
  const [oldest = 0] = recent.slice(-mostOfOne);
  if (recent.length >= mostOfOne && now - oldest < mostOfOneInMs) return oldest + mostOfOneInMs;
  const content = await homeOf(all, user);
  if (!content) return undefined;
  const home = board.home(content);
  if (home.shows === shown) return undefined;
  const minute = Math.floor(now / minuteMs);
  if ((await due.count(`homes-${minute}`, minuteMs)) > mostInAMinute) return (minute + 1) * minuteMs;
  try {
    await home.publish(user);
    await homes.published(user, home.shows, [...recent.slice(1 - mostOfOne), now]);
  } catch (fault) {
    // Changes before that time don't ask Slack again.
    if (fault instanceof Busy) await homes.waitUntil(fault.retryAt);
    if (!(fault instanceof Rejected) || fault instanceof KeysRefused) throw fault;
    // Somebody who has no Home any more.
    await homes.forget(user);
  }
  return undefined;
}

/** The desk that makes somebody's Home: the first that they answer for, else the first of all. */
const firstOf = (all: readonly Ports[], user: SlackUserId): Ports | undefined =>
  all.find(({ desk }) => memberOf(desk, user)) ?? all[0];

async function homeOf(all: readonly Ports[], user: SlackUserId): Promise<HomeContent | undefined> {
  const theirs = all.filter(({ desk }) => memberOf(desk, user));
  if (theirs.length > 0) return { desks: await Promise.all(theirs.map((ports) => atHome(ports, user))) };
  const [first] = all;
  const actor = first && actorFor(first.desk, user);
  return actor && actor.kind !== 'staff' ? { desk: first.desk, refusal: notStaffRefusal(actor) } : undefined;
}

async function atHome(ports: Ports, user: SlackUserId) {
  const { cards, clock, desk, settings } = ports;
  const [waiting, flagged, drafts, set, lastLookAt] = await Promise.all([
    cards.waiting(),
    cards.flagged(),
    cards.heldBy(user),
    settings.get(),
    staleLook(ports),
  ]);
  const { covers, pause } = set;
  const now = clock.now();
  const asked = askedAlone(covers, user, now);
  return {
    desk,
    user,
    waiting: nextFor(actorFor(desk, user), waiting, desk),
    flagged,
    drafts,
    asked,
    muted: mutedPeopleAt(set, now),
    now,
    ...(pause ? { pause } : {}),
    ...(lastLookAt === undefined ? {} : { lastLookAt }),
  };
}
