import type { Card } from '../card/card.js';
import {
  cardKey,
  isCheckKey,
  isLineDone,
  type MessageKey,
  passKey,
  wantedMessages,
} from '../card/message.js';
import { lastAnswer, writerOf } from '../card/select.js';
import { type SlackUserId, slackUserId } from '../ids.js';
import { onShift } from '../rota/duty.js';
import { openTimeBetween } from '../rota/open-hours.js';
import { checkersOf } from './checker.js';
import type { Desk } from './desk.js';
import { canBeAsked } from './fallback.js';

type NamingDesk = Pick<Desk, 'fallback' | 'rota'>;

/**
 * Whom a line in a card's thread names at `now`: the person whom a pass is meant for; who checks; whoever has the card, unless
 * they are gone; who is on shift and answered this patron here last; else the first on shift. Before a library opens at `from`,
 * only somebody who worked before it closed: whoever begins then reads all that waits in one message. Undefined when there is
 * nobody. Times are Unix ms. Only earlier versions made lines for a pass and for a check.
 */
export function personNamed(
  desk: NamingDesk,
  card: Card,
  key: MessageKey,
  now: number,
  from = now,
): SlackUserId | undefined {
  if (isCheckKey(key)) return checkersOf(desk, card.holder?.id, now)[0];
  const passedTo = card.passes.find((_, index) => passKey(index) === key)?.to;
  const answer = lastAnswer(card);
  const last = answer && writerOf(answer);
  const present = onShift(desk.rota, now)
    .filter(
      ({ fromMs, untilMs }) =>
        from === now || (untilMs > from && openTimeBetween(desk.rota, fromMs, now) > 0),
    )
    .map(({ member }) => slackUserId(member.slackId));
  const [meant, holder] = [passedTo, card.holder?.id].map((one) =>
    one && canBeAsked(desk, one) ? one : undefined,
  );
  return meant ?? holder ?? present.find((one) => one === last) ?? present[0];
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
    return next && next !== to ? [{ key, to: next }] : [];
  });
}

/** Whom the lines in a card's thread call to what still needs somebody. */
export function peopleCalledIn(card: Card): readonly SlackUserId[] {
  const people = Object.entries(card.messages).flatMap(([key, { quiet, to }]) =>
    to && !quiet && !isLineDone(card, key) ? [to] : [],
  );
  return [...new Set(people)];
}

/** Whether an earlier version showed the card last: its text told who was on shift then. */
export function isShownBefore({ messages, panel }: Card): boolean {
  const shown = messages[cardKey];
  return !panel && shown?.ts !== undefined && shown.changesAt === undefined;
}

const peopleOnShift = ({ rota }: NamingDesk, now: number): readonly SlackUserId[] =>
  onShift(rota, now).map(({ member }) => slackUserId(member.slackId));
