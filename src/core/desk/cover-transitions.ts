import type { Actor } from '../card/actions.js';
import { notStaff } from '../card/authorize.js';
import { isRefusal, type Refusal } from '../card/refusal.js';
import type { SlackUserId } from '../ids.js';
import type { CoverOver, CoverRequest } from '../rota/cover.js';
import { dutiesBetween } from '../rota/duty.js';
import { localDayOf, spanOf } from '../rota/local-days.js';
import { localDate } from '../rota/local-time.js';
import { type Span, within } from '../rota/spans.js';
import type { Desk } from './desk.js';
import type { DeskSettings } from './desk-settings.js';
import { memberOf } from './staff.js';

export interface Asked extends Span {
  readonly whose: SlackUserId;
  /** One colleague; undefined: everyone. */
  readonly asked?: SlackUserId;
}

type CoverUpdate = { readonly next: DeskSettings; readonly result: CoverRequest } | Refusal;

/** Covers of so long ago stand in no week that anybody looks at (ms). */
const keptForMs = 8 * 24 * 60 * 60_000;

/** Asks for cover. Asking the same twice is asking once. */
export function askCover(
  settings: DeskSettings,
  desk: Desk,
  actor: Actor,
  ask: Asked,
  now: number,
): CoverUpdate {
  if (actor.kind !== 'staff') return notStaff(actor);
  const { whose, asked, fromMs, toMs } = ask;
  if (!memberOf(desk, whose) || (asked && !memberOf(desk, asked))) return { refused: 'gone' };
  if (asked === whose) return { refused: 'cover-own' };
  if (toMs <= now) return { refused: 'cover-over' };
  if (!isOnShift(desk, ask)) return notTheirShift(desk, ask, now);
  const standing = settings.covers.find(
    (one) => one.whose === whose && !one.over && !one.takenBy && one.fromMs < toMs && fromMs < one.toMs,
  );
  if (standing) {
    const isSame = standing.fromMs === fromMs && standing.toMs === toMs && standing.asked === asked;
    return isSame ? { next: settings, result: standing } : { refused: 'cover-asked' };
  }
  return added(settings, {
    whose,
    fromMs,
    toMs,
    ...(asked ? { asked } : {}),
    askedBy: actor.id,
    askedAt: now,
  });
}

/** The first press wins; a doubled one is no mistake. */
export function takeCover(settings: DeskSettings, actor: Actor, id: string, now: number): CoverUpdate {
  if (actor.kind !== 'staff') return notStaff(actor);
  const request = settings.covers.find((one) => one.id === id);
  if (!request || request.over || request.toMs <= now) return { refused: 'cover-over' };
  if (request.takenBy === actor.id) return { next: settings, result: request };
  if (request.takenBy) return { refused: 'cover-taken', by: request.takenBy };
  if (request.whose === actor.id) return { refused: 'cover-own' };
  return changed(settings, { ...request, takenBy: actor.id, takenAt: now });
}

/** By whoever took it, asked, or has the shift. Then everyone is asked anew, unless it was a private matter. */
export function undoCover(settings: DeskSettings, actor: Actor, id: string, now: number): CoverUpdate {
  if (actor.kind !== 'staff') return notStaff(actor);
  const request = settings.covers.find((one) => one.id === id);
  if (!request?.takenBy || request.toMs <= now) return { refused: 'cover-over' };
  const { whose, fromMs, toMs, asked, askedBy, takenBy } = request;
  if (request.over) {
    const isDoubled = request.over.how === 'undone' && request.over.by === actor.id;
    return isDoubled ? { next: settings, result: request } : { refused: 'cover-over' };
  }
  if (![whose, askedBy, takenBy].includes(actor.id)) {
    return { refused: 'cover-not-yours', people: [...new Set([whose, askedBy, takenBy])] };
  }
  const again = actor.id === takenBy || asked === undefined;
  const undone = changed(settings, ended(request, { how: 'undone', by: actor.id, at: now }, again));
  if (!again) return undone;
  const { next } = added(undone.next, { whose, fromMs, toMs, askedBy, askedAt: now });
  return { next, result: undone.result };
}

/** It is not asked any more. */
export function withdrawCover(settings: DeskSettings, actor: Actor, id: string, now: number): CoverUpdate {
  return givenUp(settings, actor, id, now, 'withdrawn');
}

/** In place of the one colleague who was asked. */
export function askEveryone(settings: DeskSettings, actor: Actor, id: string, now: number): CoverUpdate {
  const update = givenUp(settings, actor, id, now, 'everyone');
  if (isRefusal(update) || update.next === settings) return update;
  const { whose, fromMs, toMs, askedBy } = update.result;
  return { ...update, next: added(update.next, { whose, fromMs, toMs, askedBy, askedAt: now }).next };
}

/** By whoever asked, or has the shift, while nobody has taken it. */
function givenUp(
  settings: DeskSettings,
  actor: Actor,
  id: string,
  now: number,
  how: 'withdrawn' | 'everyone',
): CoverUpdate {
  if (actor.kind !== 'staff') return notStaff(actor);
  const request = settings.covers.find((one) => one.id === id);
  if (!request) return { refused: 'cover-over' };
  if (request.over?.how === how) return { next: settings, result: request };
  if (request.over || request.toMs <= now) return { refused: 'cover-over' };
  if (request.takenBy) return { refused: 'cover-taken', by: request.takenBy };
  const { whose, askedBy } = request;
  if (![whose, askedBy].includes(actor.id)) {
    return { refused: 'cover-not-yours', people: [...new Set([whose, askedBy])] };
  }
  return changed(settings, ended(request, { how, by: actor.id, at: now }));
}

/** What is past closes itself, and is forgotten after a week. */
export function closePast(settings: DeskSettings, now: number): DeskSettings {
  const covers = settings.covers
    .filter(({ toMs, told, version }) => toMs > now - keptForMs || told < version)
    .map((one) => (one.over || one.toMs > now ? one : risen(ended(one, { how: 'past', at: now }))));
  const isSame =
    covers.length === settings.covers.length && covers.every((one, at) => one === settings.covers[at]);
  return isSame ? settings : { ...settings, covers };
}

/** Its messages know of this version. */
export function coverTold(settings: DeskSettings, id: string, version: number): DeskSettings {
  const covers = settings.covers.map((one) =>
    one.id === id ? { ...one, told: Math.max(one.told, version) } : one,
  );
  return { ...settings, covers };
}

const risen = (request: CoverRequest): CoverRequest => ({ ...request, version: request.version + 1 });

const ended = (request: CoverRequest, over: CoverOver, again = false): CoverRequest => ({
  ...request,
  over: { ...over, ...(again ? { again: true } : {}) },
});

function changed(settings: DeskSettings, request: CoverRequest) {
  const result = risen(request);
  const covers = settings.covers.map((one) => (one.id === result.id ? result : one));
  return { next: { ...settings, covers }, result };
}

function added(settings: DeskSettings, asked: Omit<CoverRequest, 'id' | 'version' | 'told'>) {
  const isTaken = (id: string) => settings.covers.some((one) => one.id === id);
  let stamp = asked.askedAt;
  while (isTaken(String(stamp))) stamp += 1;
  const result: CoverRequest = { ...asked, id: String(stamp), version: 1, told: 0 };
  return { next: { ...settings, covers: [...settings.covers, result] }, result };
}

function isOnShift({ rota }: Desk, { whose, fromMs, toMs }: Asked): boolean {
  return (
    fromMs < toMs &&
    dutiesBetween(rota, fromMs, toMs).some(
      (duty) => duty.member.slackId === whose && duty.fromMs <= fromMs && toMs <= duty.toMs,
    )
  );
}

const dayMs = 24 * 60 * 60_000;

function notTheirShift({ rota }: Desk, { whose, fromMs, toMs }: Asked, at: number): Refusal {
  const day = spanOf([localDayOf(rota.timeZone, localDate(rota, fromMs))]);
  const theirs = dutiesBetween(rota, day.fromMs, day.toMs)
    .filter(({ member }) => member.slackId === whose)
    .flatMap((duty) => (duty.toMs - duty.fromMs > dayMs ? within([duty], day) : [duty]))
    .map((duty) => ({ fromMs: duty.fromMs, toMs: duty.toMs }));
  return { refused: 'not-their-shift', whose, fromMs, toMs, theirs, at };
}
