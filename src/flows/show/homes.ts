import { type HomeContent, mostWaitingAtHome } from '../../core/board/home.js';
import { notStaffRefusal } from '../../core/card/rules.js';
import { actorFor, memberOf } from '../../core/desk/desk-now.js';
import { mutedPeopleAt } from '../../core/desk/desk-settings.js';
import { toCheckFor } from '../../core/due/order.js';
import { homeChangesAt } from '../../core/due/text-changes.js';
import { waitingFor } from '../../core/due/waiting.js';
import { dayMs, minuteMs } from '../../core/durations.js';
import type { SlackUserId } from '../../core/ids.js';
import { isAskedToLook } from '../../core/private/encrypted.js';
import { askedAlone } from '../../core/rota/cover.js';
import { Busy, KeysRefused, Rejected, undefinedIf } from '../../errors.js';
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
  const { cards, clock, desk, homes, settings } = ports;
  const { people, mark, heldUntil } = await homes.visitors();
  if (clock.now() < heldUntil) return homes.done(mark, heldUntil);
  const all = await desks.all();
  const ends = mutedPeopleAt(await settings.get(), clock.now()).map(({ until }) => until);
  const held = (await cards.onHold()).flatMap(({ hold }) => (hold ? [hold.until] : []));
  const later = [...ends, ...held].filter((at) => at > clock.now());
  const deadline = people.length > 0 ? await cards.nextDueAfter(clock.now()) : undefined;
  let nextAt = Math.min(homeChangesAt(desk, deadline, clock.now()), ...later);
  for (const person of people) {
    const first = firstOf(all, person.user);
    const isFirst = !first || first.desk.id === desk.id;
    if (person.openedAt < clock.now() - latelyMs) {
      await leave(ports, person.user, isFirst);
    } else if (isFirst) {
      nextAt = Math.min(nextAt, (await showHome(ports, all, person)) ?? nextAt);
    } else if (memberOf(desk, person.user)) {
      // The first desk of somebody's makes their one Home, so that no two make it at once. It shows this desk as well.
      await first.homes.changed();
    }
  }
  await homes.done(mark, nextAt);
}

/** A Home that nobody opened lately says nothing of patrons any more, and is not kept up to date. */
async function leave({ board, desk, homes }: Ports, user: SlackUserId, isTheirs: boolean): Promise<void> {
  if (isTheirs) await board.home({ desk, resting: true }).publish(user).catch(undefinedIf(isPersonsRefusal));
  await homes.forget(user);
}

/** Whether Slack does not let us show this person a Home, as one who is gone. */
const isPersonsRefusal = (fault: unknown): boolean =>
  fault instanceof Rejected && !(fault instanceof KeysRefused);

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
    if (!isPersonsRefusal(fault)) throw fault;
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
  const actor = actorFor(desk, user);
  const [{ first, count }, toLookAt, flagged, onHold, drafts, set, lastLookAt] = await Promise.all([
    cards.waiting(mostWaitingAtHome, waitingFor(actor)),
    cards.toLookAt(),
    cards.flagged(),
    cards.onHold(),
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
    waiting: first,
    waitingCount: count,
    toCheck: toCheckFor(actor, toLookAt, desk, now),
    flagged,
    drafts,
    asked,
    ...(memberOf(desk, user)?.lead ? { holds: onHold.filter(({ hold }) => hold && hold.until > now) } : {}),
    muted: mutedPeopleAt(set, now),
    now,
    ...(isAskedToLook(desk, set, user, now) && { lookInX: true as const }),
    ...(pause ? { pause } : {}),
    ...(lastLookAt === undefined ? {} : { lastLookAt }),
  };
}
