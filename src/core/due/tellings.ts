import { isGathered } from '../board/gathered.js';
import type { ListedCard, Panel } from '../board/panel.js';
import type { Card } from '../card/card.js';
import { isSetAside } from '../card/card-clock.js';
import { isWritten, unanswered } from '../card/select.js';
import { ownerOf, type Telling } from '../card/telling.js';
import { checkersOf } from '../desk/checker.js';
import type { Desk } from '../desk/desk.js';
import { leadOfFlag } from '../desk/lead.js';
import { hourMs } from '../durations.js';
import { type PanelId, panelId, type SlackUserId } from '../ids.js';
import { openFrom, openUntil } from '../rota/open-hours.js';
import type { Rota } from '../rota/rota.js';
import { acceptsCards } from './reminders.js';

/**
 * Who is told something about a card at `now` (Unix ms). A check is for everybody on shift who may check, a flag for the
 * lead whom it names or else for one lead, all else for whoever has the card. While the library is closed they are those of
 * its next opening, because nobody is told before. Nobody is told what they did themselves.
 */
export function peopleToTell(desk: Desk, card: Card, { what }: Telling, now: number): readonly SlackUserId[] {
  if (what === 'check-asked') return checkersOf(desk, card.holder?.id, now);
  const person = what === 'flagged' ? flaggedTo(desk, card, now) : ownerOf(card);
  return person ? [person] : [];
}

/** The lead whom a flag asks; undefined for one who set it themself. */
function flaggedTo(desk: Desk, { flag }: Card, now: number): SlackUserId | undefined {
  const lead = flag && leadOfFlag(desk, flag, openFrom(desk.rota, now) ?? now);
  return lead === flag?.by ? undefined : lead;
}

/**
 * When a person is told (Unix ms): after `gatherMs`, in which more may come, but not after closing; at the next opening
 * while the library is closed.
 */
export function tellAt(rota: Rota, now: number, gatherMs: number): number {
  const closesAt = openUntil(rota, now);
  if (closesAt === undefined) return openFrom(rota, now) ?? now;
  return now + gatherMs < closesAt ? now + gatherMs : now;
}

/** Slack takes fifty blocks in a message, and each thing that is told takes two. */
const mostTold = 20;

/** Whether a `told` message can still take more: no worker has begun to post it. */
export const takesMore = (panel: Panel): boolean =>
  acceptsCards(panel) && (panel.lists ?? []).length < mostTold;

/** Whether two entries of `told` messages tell the same. */
export const isSameTelling = (one: ListedCard, other: ListedCard): boolean =>
  one.card === other.card &&
  one.telling?.what === other.telling?.what &&
  one.telling?.of === other.telling?.of;

/** The id of the `n`-th message (1-based) that begins with this: made of what it tells, so that it is made once. */
export function toldId(to: SlackUserId, { card, telling }: ListedCard, n: number): PanelId {
  const first = `told-${telling?.what}-${telling?.of}-${card}-${to}`;
  return panelId(n === 1 ? first : `${first}-${n}`);
}

/** The id of the message that gathers what a thread would have named a person for in the hour of `at` (Unix ms). */
export const restId = (to: SlackUserId, at: number): PanelId =>
  panelId(`rest-${to}-${Math.floor(at / hourMs)}`);

/** Whether a card waits for anybody, and for more than thanks. */
export const waitsToBeTold = (card: Card): boolean =>
  card.state === 'open' &&
  !isSetAside(card) &&
  !isGathered(card) &&
  unanswered(card).some((act) => isWritten(act) && act.topic !== 'praise');
