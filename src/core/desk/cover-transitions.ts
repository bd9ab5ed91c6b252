import type { Actor } from '../card/actions.js';
import { isRefusal, type Refusal } from '../card/refusal.js';
import { notStaffRefusal } from '../card/rules.js';
import { dayMs } from '../durations.js';
import type { SlackUserId } from '../ids.js';
import type { CoverEnd, CoverRequest } from '../rota/cover.js';
import { dutiesBetween } from '../rota/duty.js';
import { localDate, localDayOf, spanOf } from '../rota/local-time.js';
import { intersect, type Span } from '../rota/spans.js';
import type { Desk } from './desk.js';
import { memberOf } from './desk-now.js';
import type { DeskSettings } from './desk-settings.js';
import { canBeAsked } from './fallback.js';

/** What a person asks for: cover of a shift or a part of it. */
export interface CoverAsk extends Span {
  /** Whose shift it is. */
  readonly whose: SlackUserId;
  /** The one colleague who is asked; undefined: everyone. */
  readonly asked?: SlackUserId;
}

/** The settings after a change and the request that it is about, or why not. */
type CoverUpdate = { readonly next: DeskSettings; readonly result: CoverRequest } | Refusal;

/** No screen shows a week that is further back. */
const keptForMs = 8 * dayMs;

/** Asks for cover. The same request again changes nothing. `now` is Unix ms, here and below. */
export function askCover(
  settings: DeskSettings,
  desk: Desk,
  actor: Actor,
  ask: CoverAsk,
  now: number,
): CoverUpdate {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  const { whose, asked, fromMs, toMs } = ask;
  if (!memberOf(desk, whose)) return { refused: 'not-colleague', by: whose };
  if (asked !== undefined && !canBeAsked(desk, asked))
    return { refused: 'not-colleague', ...(asked ? { by: asked } : {}) };
  if (asked === whose) return { refused: 'cover-own' };
  if (toMs <= now) return { refused: 'cover-over' };
  if (!isOnShift(desk, ask)) return notTheirShift(desk, ask, now);
  const earlier = settings.covers.find(
    (one) => one.whose === whose && !one.over && !one.takenBy && one.fromMs < toMs && fromMs < one.toMs,
  );
  if (earlier) {
    const isSame = earlier.fromMs === fromMs && earlier.toMs === toMs && earlier.asked === asked;
    return isSame ? { next: settings, result: earlier } : { refused: 'cover-asked' };
  }
  return withAdded(settings, {
    whose,
    fromMs,
    toMs,
    ...(asked ? { asked } : {}),
    askedBy: actor.id,
    askedAt: now,
  });
}

/** Takes a shift over. The first press wins; a second press of the same person changes nothing. */
export function takeCover(settings: DeskSettings, actor: Actor, id: string, now: number): CoverUpdate {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  const request = settings.covers.find((one) => one.id === id);
  if (!request || request.over || request.toMs <= now) return { refused: 'cover-over' };
  if (request.takenBy === actor.id) return { next: settings, result: request };
  if (request.takenBy) return { refused: 'cover-taken', by: request.takenBy };
  if (request.whose === actor.id) return { refused: 'cover-own' };
  return withChanged(settings, { ...request, takenBy: actor.id, takenAt: now });
}

/**
 * Gives a shift back that was taken. The person who took it, who asked, or whose shift it is may do that. Then everyone
 * is asked again, unless one colleague alone was asked and another person than the taker gives it back.
 */
export function undoCover(settings: DeskSettings, actor: Actor, id: string, now: number): CoverUpdate {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  const request = settings.covers.find((one) => one.id === id);
  if (!request?.takenBy || request.toMs <= now) return { refused: 'cover-over' };
  const { whose, fromMs, toMs, asked, askedBy, takenBy } = request;
  if (request.over) {
    const isRepeated = request.over.how === 'undone' && request.over.by === actor.id;
    return isRepeated ? { next: settings, result: request } : { refused: 'cover-over' };
  }
  if (![whose, askedBy, takenBy].includes(actor.id)) {
    return { refused: 'cover-not-yours', people: [...new Set([whose, askedBy, takenBy])] };
  }
  const asksAgain = actor.id === takenBy || asked === undefined;
  const undone = withChanged(settings, withEnd(request, { how: 'undone', by: actor.id, at: now }, asksAgain));
  if (!asksAgain) return undone;
  const { next } = withAdded(undone.next, { whose, fromMs, toMs, askedBy, askedAt: now });
  return { next, result: undone.result };
}

/** Withdraws a request that nobody has taken. */
export function withdrawCover(settings: DeskSettings, actor: Actor, id: string, now: number): CoverUpdate {
  return endRequest(settings, actor, id, now, 'withdrawn');
}

/** Asks everyone, in place of the one colleague who was asked. */
export function askEveryone(settings: DeskSettings, actor: Actor, id: string, now: number): CoverUpdate {
  const update = endRequest(settings, actor, id, now, 'everyone');
  if (isRefusal(update) || update.next === settings) return update;
  const { whose, fromMs, toMs, askedBy } = update.result;
  return { ...update, next: withAdded(update.next, { whose, fromMs, toMs, askedBy, askedAt: now }).next };
}

/** Ends a request that nobody has taken. The person who asked or whose shift it is may do that. */
function endRequest(
  settings: DeskSettings,
  actor: Actor,
  id: string,
  now: number,
  how: 'withdrawn' | 'everyone',
): CoverUpdate {
  if (actor.kind !== 'staff') return notStaffRefusal(actor);
  const request = settings.covers.find((one) => one.id === id);
  if (!request) return { refused: 'cover-over' };
  if (request.over?.how === how) return { next: settings, result: request };
  if (request.over || request.toMs <= now) return { refused: 'cover-over' };
  if (request.takenBy) return { refused: 'cover-taken', by: request.takenBy };
  const { whose, askedBy } = request;
  if (![whose, askedBy].includes(actor.id)) {
    return { refused: 'cover-not-yours', people: [...new Set([whose, askedBy])] };
  }
  return withChanged(settings, withEnd(request, { how, by: actor.id, at: now }));
}

/** Ends requests whose shift is over, and deletes them `keptForMs` later, once their messages show that. */
export function closePast(settings: DeskSettings, now: number): DeskSettings {
  const covers = settings.covers
    .filter(({ toMs, told, version }) => toMs > now - keptForMs || told < version)
    .map((one) =>
      one.over || one.toMs > now ? one : withNextVersion(withEnd(one, { how: 'past', at: now })),
    );
  const isSame =
    covers.length === settings.covers.length && covers.every((one, at) => one === settings.covers[at]);
  return isSame ? settings : { ...settings, covers };
}

/** The settings when the messages of a request know its `version`. */
export function coverTold(settings: DeskSettings, id: string, version: number): DeskSettings {
  const covers = settings.covers.map((one) =>
    one.id === id ? { ...one, told: Math.max(one.told, version) } : one,
  );
  return { ...settings, covers };
}

const withNextVersion = (request: CoverRequest): CoverRequest => ({
  ...request,
  version: request.version + 1,
});

const withEnd = (request: CoverRequest, over: CoverEnd, again = false): CoverRequest => ({
  ...request,
  over: { ...over, ...(again ? { again: true } : {}) },
});

/** The settings with a changed request. */
function withChanged(settings: DeskSettings, request: CoverRequest) {
  const result = withNextVersion(request);
  const covers = settings.covers.map((one) => (one.id === result.id ? result : one));
  return { next: { ...settings, covers }, result };
}

/** The settings with a new request. Its id is the time when it was asked, or the next free millisecond. */
function withAdded(settings: DeskSettings, asked: Omit<CoverRequest, 'id' | 'version' | 'told'>) {
  const isTaken = (id: string) => settings.covers.some((one) => one.id === id);
  let id = asked.askedAt;
  while (isTaken(String(id))) id += 1;
  const result: CoverRequest = { ...asked, id: String(id), version: 1, told: 0 };
  return { next: { ...settings, covers: [...settings.covers, result] }, result };
}

function isOnShift({ rota }: Desk, { whose, fromMs, toMs }: CoverAsk): boolean {
  return (
    fromMs < toMs &&
    dutiesBetween(rota, fromMs, toMs).some(
      (duty) => duty.member.slackId === whose && duty.fromMs <= fromMs && toMs <= duty.toMs,
    )
  );
}

/** The refusal for a time that is not within one shift of theirs; it names their shifts of that day. */
function notTheirShift({ rota }: Desk, { whose, fromMs, toMs }: CoverAsk, at: number): Refusal {
  const day = spanOf([localDayOf(rota.timeZone, localDate(rota, fromMs))]);
  const theirs = dutiesBetween(rota, day.fromMs, day.toMs)
    .filter(({ member }) => member.slackId === whose)
    .flatMap((duty) => (duty.toMs - duty.fromMs > dayMs ? intersect([duty], day) : [duty]))
    .map((duty) => ({ fromMs: duty.fromMs, toMs: duty.toMs }));
  return { refused: 'not-their-shift', whose, fromMs, toMs, theirs, at };
}
