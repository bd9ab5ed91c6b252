import type { Card } from '../card/card.js';
import { isCheckKey, isLineDone, type MessageKey, passKey, wantedMessages } from '../card/message.js';
import { lastAnswer, writerOf } from '../card/select.js';
import { type SlackUserId, slackUserId } from '../ids.js';
import { onShift } from '../rota/duty.js';
import { type CheckerChoice, checkerOf } from './checker.js';
import type { Desk } from './desk.js';
import { canBeAsked } from './fallback.js';

type NamingDesk = Pick<Desk, 'fallback' | 'rota'>;

/** The one person for whom a pass is meant; undefined for other lines, and when they are gone. */
export function meantFor(desk: NamingDesk, { passes }: Card, key: MessageKey): SlackUserId | undefined {
  const to = passes.find((_, index) => passKey(index) === key)?.to;
  return to && canBeAsked(desk, to) ? to : undefined;
}

/**
 * Whom a line in a card's thread names at `now`, and from when on it may (both Unix ms): the person it is meant for; who
 * checks; whoever has the card, unless they are gone; who is on shift and answered this patron here last; else the first on shift. Undefined when
 * there is nobody.
 */
export function personNamed(
  desk: NamingDesk,
  card: Card,
  key: MessageKey,
  now: number,
): CheckerChoice | undefined {
  if (isCheckKey(key)) return checkerOf(desk, card.holder?.id, now);
  const present = peopleOnShift(desk, now);
  const answer = lastAnswer(card);
  const last = answer && writerOf(answer);
  const holder = card.holder && canBeAsked(desk, card.holder.id) ? card.holder.id : undefined;
  const person = meantFor(desk, card, key) ?? holder ?? present.find((one) => one === last) ?? present[0];
  return person && { person, from: now };
}

/**
 * The lines in a card's thread that still call somebody who is not there any more, with who is there instead at `now` (Unix
 * ms). A pass stays with the person it is meant for; and where nobody is there, a line stays as it is.
 */
export function linesToRename(
  desk: NamingDesk,
  card: Card,
  now: number,
): readonly { readonly key: MessageKey; readonly to: SlackUserId }[] {
  const present = peopleOnShift(desk, now);
  return wantedMessages(card).flatMap((key) => {
    const { quiet, to, ts } = card.messages[key] ?? {};
    if (isLineDone(card, key) || quiet || !to || ts === undefined) return [];
    if (present.includes(to) || to === card.holder?.id) return [];
    const next = personNamed(desk, card, key, now);
    return next && next.from <= now && next.person !== to ? [{ key, to: next.person }] : [];
  });
}

const peopleOnShift = ({ rota }: NamingDesk, now: number): readonly SlackUserId[] =>
  onShift(rota, now).map(({ member }) => slackUserId(member.slackId));
